"""The same people and plans as between people, and files read back."""

from tests.provision.between import cast, shared  # noqa: F401
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page
