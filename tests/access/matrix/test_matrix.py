"""Nobody receives a byte about a pupil outside their relation: with both locks, and with each of them alone."""

import pytest
from django.urls import reverse

from tests.access.matrix.judging import browser_of, faults_of, judge, views
from tests.access.matrix.locks import LOCKS, querysets, without_filter
from tests.access.matrix.noticed import BEHIND, NOTICED
from tests.access.matrix.routes import ROWS
from tests.access.matrix.world import ROLES


def test_every_route_has_a_row_and_every_row_a_route():
    assert {row.name for row in ROWS} == set(views())


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", ROLES)
def test_matrix(world, client, role, lock):
    with LOCKS[lock]():
        faults = list(faults_of(role, lock, world, client))
    assert not faults, "\n".join(faults)


def test_every_filter_says_what_notices_it():
    assert {queryset.__name__ for queryset in querysets()} == NOTICED.keys() | BEHIND.keys()


@pytest.mark.parametrize(
    "queryset",
    [one for one in sorted(querysets(), key=str) if one.__name__ in NOTICED],
    ids=lambda one: one.__name__,
)
def test_control_a_filter_taken_out_turns_the_matrix_red(world, client, queryset):
    """The first lock with one of its filters removed, and no second lock behind it."""
    role, route, key = NOTICED[queryset.__name__]
    row = next(row for row in ROWS if row.name == route)
    browser_of(client, world.people[role])
    with LOCKS["orm"]():
        assert judge(row, role, key, "get", False, world, client) is None
        with without_filter(queryset):
            assert judge(row, role, key, "get", False, world, client)


def test_nobody_signed_in_reaches_nothing(world, client):
    for row in ROWS:
        response = client.get(row.url(world, "own"))
        assert response.status_code in (302, 405), row.name
        assert response.status_code == 405 or response.url.startswith(reverse("account_login")), row.name


def test_control_without_both_locks_the_matrix_turns_red(world, client):
    """With neither lock the stranger's record opens: the matrix can tell."""
    browser_of(client, world.people["teacher"])
    row = next(row for row in ROWS if row.name == "register:pupil")
    with LOCKS["orm"](), LOCKS["rls"]():
        fault = judge(row, "teacher", "stranger", "get", False, world, client)
    assert fault and "200" in fault
