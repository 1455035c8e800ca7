"""One cell of the matrix: a person asks for a route about a pupil, and the answer is judged by status and by canaries."""

import contextlib
import functools
import time

from django.db import transaction

from senco.accounts.middleware import SEEN, STARTED
from senco.accounts.queries import SESSION_KEY
from senco.accounts.roles import may
from tests.access.matrix.readers import leaked, opens
from tests.access.matrix.routes import ROWS
from tests.access.matrix.rows import Row
from tests.access.matrix.world import EVERYWHERE, World
from tests.test_house import own_routes

METHODS = ("get", "head", "post", "put", "patch", "delete")
ANSWERED = {200, 204, 302, 303, 400, 409, 422}


@functools.cache
def views() -> dict:
    return {name: view for name, view in own_routes() if getattr(view, "permission", None)}


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
    session[STARTED] = session[SEEN] = int(time.time())  # no request has to note the use of the session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session["account_authentication_methods_user"] = str(membership.user_id)
    session.save()
    return client


def cells(row: Row, role: str, lock: str):
    """(key of the pupil, method, as htmx?) for one route and role: every cell whose answer can depend on what is varied.

    The table of roles and the list of methods answer before either lock is asked. So what they refuse is tried with both locks in
    place alone, and the methods that no view of ours knows only by those who may use the route.
    """
    view = views()[row.name]
    whole = lock == "both"
    if not may(role, view.permission):
        if whole:
            yield from (("own", method, False) for method in ("get", "post"))
        return
    known = [method for method in ("get", "post") if method.upper() in view.methods]
    for key in relations(role) if row.kind else ("own",):
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


def faults_of(role: str, lock: str, world: World, client):
    """Every cell of one role that is not as it must be, found as they are asked for."""
    browser_of(client, world.people[role])
    for row in ROWS:
        for key, method, htmx in cells(row, role, lock):
            if fault := judge(row, role, key, method, htmx, world, client):
                yield fault
