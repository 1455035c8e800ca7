"""The school of the groups."""

from tests.provision.groups.conftest import (  # noqa: F401  fixtures
    children,
    count_queries,
    group,
    senco,
    ta,
    talk_time,
)
