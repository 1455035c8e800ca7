"""Nobody receives a byte about a pupil outside their relation: with both locks, and with each of them alone."""

import contextlib
import functools
import time

import pytest
from django.db import transaction
from django.urls import reverse

from senco.accounts.middleware import SEEN, STARTED
from senco.accounts.queries import SESSION_KEY
from senco.accounts.roles import may
from tests.access.matrix.locks import LOCKS
from tests.access.matrix.routes import ROWS, Row
from tests.access.matrix.world import EVERYWHERE, ROLES, World, build, leaked, opens
from tests.test_house import own_routes

METHODS = ("get", "head", "post", "put", "patch", "delete")
ANSWERED = {200, 204, 302, 303, 400, 409, 422}


@pytest.fixture
def world(db) -> World:
    return build()


@functools.cache
def views() -> dict:
    return {name: view for name, view in own_routes() if getattr(view, "permission", None)}


def test_every_route_has_a_row_and_every_row_a_route():
    assert {row.name for row in ROWS} == set(views())


@contextlib.contextmanager
def undone():
    """What a request changed is taken back, so that cells do not depend on each other."""
    point = transaction.savepoint_create()
    yield
    transaction.savepoint_rollback(point)


def browser_of(client, membership):
    """Signed in a moment ago, acting in this role."""
    client.force_login(membership.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[SESSION_KEY] = str(membership.pk)
    session[STARTED] = session[SEEN] = int(
        time.time()
    )  # so that no cell has to note the use of the session again
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session["account_authentication_methods_user"] = str(membership.user_id)
    session.save()
    return client


def cells(row: Row, role: str, lock: str):
    """(key of the pupil, method, as htmx?) for one route and role: every cell whose answer can depend on what is varied.

    What the table of roles refuses, or a view does not know as a method, is refused before either lock is asked: those cells are
    tried with both locks in, and again with one out only where the locks decide.
    """
    view = views()[row.name]
    allowed, whole = may(role, view.permission), lock == "both"
    if not allowed and not whole:
        return
    for key in relations(role) if row.kind and allowed else ("own",):
        known = [method for method in ("get", "post") if method.upper() in view.methods]
        for method in METHODS if whole and key == "own" else known:
            yield key, method, False
    yield "own", "get", True


def relations(role: str) -> tuple[str, ...]:
    """The office sees its whole school, whoever teaches the pupil; everybody else is judged by each relation."""
    return {
        "senco": ("own", "stranger", "abroad"),
        "admin": ("own", "abroad"),
        "head": ("own", "abroad"),
    }.get(role, EVERYWHERE)


def expected(row: Row, role: str, key: str, method: str) -> set[int]:
    view = views()[row.name]
    if method.upper() not in view.methods:
        return {405}
    if not may(role, view.permission):
        return {403}
    if row.kind and not opens(role, row.kind, key):
        return {404}
    return ANSWERED | {404} if row.may_miss else ANSWERED


def judge(row: Row, role: str, key: str, method: str, htmx: bool, world: World, client) -> str | None:
    """One cell: the fault found, or None."""
    url = row.url(world, key)
    if url is None:
        return None
    headers = {"HX-Request": "true"} if htmx else {}
    client.raise_request_exception = False  # a page that breaks is a 500, and a fault like any other
    with undone():
        response = getattr(client, method)(url, headers=headers)
    text = response.content.decode("utf-8", "replace") + str(dict(response.headers))
    wanted = expected(row, role, key, method)
    if response.status_code not in wanted:
        error = getattr(response, "exc_info", None) or ("", "")
        return (
            f"{role} {method} {row.name} ({key}): {response.status_code}, not {sorted(wanted)} {error[1]!r}"
        )
    if leaks := leaked(role, text):
        return f"{role} {method} {row.name} ({key}): leaked {sorted(leaks)}"
    return None


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", ROLES)
def test_matrix(world, client, role, lock):
    browser_of(client, world.people[role])
    with LOCKS[lock]():
        faults = [
            fault
            for row in ROWS
            for key, method, htmx in cells(row, role, lock)
            if (fault := judge(row, role, key, method, htmx, world, client))
        ]
    assert not faults, "\n".join(faults)


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
