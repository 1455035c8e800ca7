"""Which database role a test writes or reads as. Only the test cluster lets the login role become these."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def database_role(name: str):
    """The block runs as this role; afterwards the login role is powerless again."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select current_setting('role', true)")
        before = cursor.fetchone()[0] or "none"
        cursor.execute("select set_config('role', %s, true)", [name])
        yield
        if not connection.needs_rollback:
            cursor.execute("select set_config('role', %s, true)", [before])


def as_owner():
    """For writing what a test needs: the owner of the tables sees and writes everything."""
    return database_role("senco_owner")


def bypassing_row_security():
    """For judging the first lock alone: this role is exempt from row-level security."""
    return database_role("senco_bypass")
