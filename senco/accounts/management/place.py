"""Commands that write schools say in words what must come first: tables to write into, and the owner's rights."""

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from psycopg import errors

from senco.accounts.models import School


def insist_on_place(*, first: str) -> None:
    """The tables must be there; the owner's rights show at the first statement. `first` is the command that makes them."""
    try:
        ready = School._meta.db_table in connection.introspection.table_names()
    except DatabaseError as error:
        raise in_words(error) from error
    if not ready:
        raise CommandError(
            _("The database is not prepared. Run %(command)s, or bin/manage migrate, first.")
            % {"command": first}
        )


def in_words(error: DatabaseError) -> CommandError:
    if isinstance(error.__cause__, errors.InsufficientPrivilege | errors.InvalidParameterValue):
        return CommandError(
            _("This needs the owner's connection: run it through bin/manage, or with DATABASE_OWNER_URL set.")
        )
    return CommandError(_("The database refused: %(error)s") % {"error": str(error).strip()})
