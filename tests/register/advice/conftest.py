"""The same school as for concerns."""

from tests.register.concerns.conftest import scene

__all__ = ["scene"]
