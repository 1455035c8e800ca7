"""The school of the groups; whoever runs one may open its pupils, as after every action."""

import pytest

from provision.actions.access import follow_provision
from senco.access.context import acting_as
from tests.provision.groups.conftest import (  # noqa: F401  fixtures
    children,
    count_queries,
    senco,
    ta,
    talk_time,
)
from tests.provision.groups.conftest import group as group_alone  # noqa: F401


@pytest.fixture
def group(group_alone, senco):  # noqa: F811
    with acting_as(senco):
        follow_provision(school=senco.school, by=senco)
    return group_alone
