"""The cast and the plan of the pages on which a plan is written."""

from tests.provision.writing.conftest import begun, cast, own_cache  # noqa: F401 (fixtures)
