"""What a form may name: the key of a pupil outside one's relation, in any field of any form, writes and shows nothing about them."""

import pytest
from django.apps import apps
from django.db import connection

from senco.accounts.roles import may
from tests.access.matrix.form_fields import fields_of, filled
from tests.access.matrix.judging import browser_of, undone, views
from tests.access.matrix.locks import LOCKS
from tests.access.matrix.readers import leaked
from tests.access.matrix.routes import ROWS
from tests.access.matrix.rows import Row
from tests.access.matrix.world import CLASSROOM, OFFICE, ROLES, World
from tests.factories import as_owner

NAMING_PUPILS = ("pupil", "selected")  # fields that scripts and tick boxes add to a form

OUTSIDE = dict.fromkeys(OFFICE, ("abroad",)) | dict.fromkeys(
    (*CLASSROOM, "parent", "professional", "governor"), ("ended", "stranger")
)


def submitting(role: str) -> list[Row]:
    """The routes to which this role may send a form."""
    return [
        row for row in ROWS if "POST" in views()[row.name].methods and may(role, views()[row.name].permission)
    ]


def tables_of_events() -> list[tuple[str, str]]:
    """(history table, its column with the pupil's key) of every record about a pupil."""
    found = []
    for model in apps.get_models():
        tracked = getattr(model, "pgh_tracked_model", None)
        columns = {one.name: one.column for one in model._meta.fields} if tracked else {}
        column = next((columns[name] for name in ("pupil", "content_object") if name in columns), None)
        if tracked and tracked._meta.label == "register.Pupil":
            column = columns["pgh_obj"]
        if column:
            found.append((model._meta.db_table, column))
    assert len(found) > 12, "the history of records about pupils was not found"
    return found


def written_about(pupil_id) -> int:
    """How many writes the history has recorded about this pupil, whatever the table."""
    counts = " union all ".join(
        f"select count(*) from {table} where {column} = %s" for table, column in tables_of_events()
    )
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            f"select sum(count) from ({counts}) as each", [str(pupil_id)] * len(tables_of_events())
        )
        return int(cursor.fetchone()[0])


def instead_of(world: World, key: str):
    """A function from a key that a form offers to the key of the same kind of record about the other pupil.

    Other keys stay: the role that the page was drawn for, a colleague, the mark by which a form sent twice is known.
    """
    kinds = {str(pk): kind for kind, keys in world.things.items() for pk in keys.values()}
    return lambda offered: world.things.get(kinds.get(offered), {}).get(key, offered)


def trespass(row: Row, role: str, key: str, world: World, client) -> str | None:
    """Send the form of one's own page with another pupil's keys in it; returns the fault found, or None."""
    url, pupil_id = row.url(world, "own"), world.things["pupil"][key]
    if url is None:
        return None
    client.raise_request_exception = False
    page = client.get(url).content.decode("utf-8", "replace") if "GET" in views()[row.name].methods else ""
    body = filled(fields_of(page, url), instead_of(world, key)) | dict.fromkeys(NAMING_PUPILS, pupil_id)
    before = written_about(pupil_id)
    with undone():
        response = client.post(url, body)
        after = written_about(pupil_id)
        shown = response.content.decode("utf-8", "replace")
        if response.status_code in (302, 303) and response.url.startswith("/"):
            shown += client.get(response.url).content.decode("utf-8", "replace")
    if response.status_code >= 500:
        return f"{role} {row.name} naming {key}: {response.status_code} {getattr(response, 'exc_info', None)}"
    if after != before:
        return f"{role} {row.name} naming {key}: {after - before} records written"
    if leaks := leaked(role, shown):
        return f"{role} {row.name} naming {key}: leaked {sorted(leaks)}"
    return None


@pytest.mark.parametrize("lock", ["orm", "rls"])  # what each lock stops by itself, both stop
@pytest.mark.parametrize("role", ROLES)
def test_a_key_of_another_pupil_in_a_form_does_nothing(world, client, role, lock):
    browser_of(client, world.people[role])
    with LOCKS[lock]():
        faults = [
            fault
            for row in submitting(role)
            for key in OUTSIDE[role]
            if (fault := trespass(row, role, key, world, client))
        ]
    assert not faults, "\n".join(faults)


def test_control_without_both_locks_a_concern_about_a_stranger_is_written(world, client):
    browser_of(client, world.people["teacher"])
    row = next(row for row in ROWS if row.name == "register:log_concern")
    with LOCKS["orm"](), LOCKS["rls"]():
        fault = trespass(row, "teacher", "stranger", world, client)
    assert fault and "written" in fault
