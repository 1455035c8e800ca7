"""Nobody receives a byte about a pupil outside their relation: with both locks, and with each of them alone."""

import pytest
from django.urls import reverse

from senco.accounts.models import Invitation, Membership
from tests.access.matrix.judging import browser_of, faults_of, judge, undone, views
from tests.access.matrix.locks import LOCKS, querysets, without_filter
from tests.access.matrix.noticed import BEHIND, NOTICED
from tests.access.matrix.routes import ROWS
from tests.access.matrix.tokens import TOKEN
from tests.access.matrix.world import ROLES
from tests.factories import as_owner, person
from tests.factories.records import days
from tests.test_house import OPEN_VIEWS


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

    def faults():
        return [
            fault
            for method in ("get", "post")
            if (fault := judge(row, role, key, method, False, world, client))
        ]

    with LOCKS["orm"]():
        assert not faults()
        with without_filter(queryset):
            assert faults()


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


@pytest.fixture
def open_addresses(world) -> dict[str, str]:
    """Every view that asks for no role, with an open invitation for another person among them."""
    token = Invitation.new_token()
    invited = person("parent", at=world.school, user=None)
    with as_owner():
        Membership.objects.filter(pk=invited.pk).update(user=None)
        Invitation.objects.create(
            school=world.school, membership=invited, email="invited@example.org", token_hash=Invitation.hash_of(token),
            invited_by=world.people["senco"], expires_at=days(7),
        )  # fmt: skip
    arguments = {"register:accept_invitation": [token], "outbox:kept_message": ["nothing.eml"]}
    arguments["provision:open_cover"] = [
        token
    ]  # no cover link: what a link shows is judged in tests/provision/digest
    arguments["dashboard:feed"] = [token]  # no feed either: judged in tests/dashboard
    return {name: reverse(name, args=arguments.get(name)) for name in OPEN_VIEWS}


@pytest.mark.parametrize("role", [*ROLES, None])
def test_what_needs_no_role_says_nothing_about_a_pupil(world, client, open_addresses, role):
    if role:
        browser_of(client, world.people[role])
    for name, address in open_addresses.items():
        for method in ("get", "post"):
            with undone():
                response = getattr(client, method)(address)
            assert response.status_code < 500, name
            assert not TOKEN.search(response.content.decode("utf-8", "replace")), name
