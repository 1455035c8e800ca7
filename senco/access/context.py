"""acting_as: the only door to the data, for requests, tasks and commands alike.

The login role has no rights of its own on pupil tables. Inside the block the transaction runs as the database role of one
membership; after it the same connection is powerless again.
"""

import json
from contextlib import contextmanager

from django.db import connection, transaction

from senco.access.roles_sql import OWNER
from senco.accounts.roles import DatabaseRole

SETTINGS = ("role", "app.user_id", "app.membership_id", "pghistory.context_metadata")
POWERLESS = ("none", "", "", "")


@contextmanager
def acting_as(membership, *, purpose: str = ""):
    """One transaction in the name of `membership`. Nesting is refused (durable), so identities cannot mix.

    `purpose` is a word for the history ("request", a task's name); it must not name a pupil.
    """
    history = json.dumps({"membership": str(membership.pk), "purpose": purpose})
    with identity(membership.database_role, str(membership.user_id or ""), str(membership.pk), history):
        yield membership


@contextmanager
def acting_as_system(*, purpose: str):
    """One transaction of the system itself: the mail relay, nightly jobs, the acceptance of an invitation."""
    with identity(DatabaseRole.SYSTEM.value, "", "", json.dumps({"system": purpose})):
        yield


@contextmanager
def acting_as_owner(*, purpose: str):
    """One transaction of whoever runs the installation, at the command line: no role of a school opens a school.

    Works only over the owner's connection (bin/manage); the login of web and worker may not become the owner.
    """
    with identity(OWNER, "", "", json.dumps({"owner": purpose})):
        yield


@contextmanager
def identity(*values: str):
    with transaction.atomic(durable=True):
        assume(values)
        yield  # an error leaves through here: the rollback takes role and settings with it
        if not connection.needs_rollback:
            assume(
                POWERLESS
            )  # a real transaction ends here anyway; one inside a test's must not stay powerful


def assume(values) -> None:
    """Set role and settings for the rest of the transaction, in one round trip."""
    calls = ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)
    with connection.cursor() as cursor:
        cursor.execute(f"select {calls}", list(values))


def take_turns(what: str) -> None:
    """Until this transaction ends nobody else does `what`: a second one waits here, then sees what the first has written."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])
