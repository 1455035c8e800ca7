"""Makes the database roles; run before the first migration and again whenever the runtime login's password changes."""

import os

from django.core.management.base import BaseCommand, CommandError

from senco.access.roles_sql import RolesRefused, make_roles


class Command(BaseCommand):
    help = (
        "Makes the database roles of the second lock. DATABASE_OWNER_URL names a login that may create roles, "
        "DATABASE_APP_PASSWORD the password that the runtime login senco_app gets."
    )
    requires_system_checks = ()  # must run before there is a schema to check

    def handle(self, *args, **options):
        try:
            make_roles(needed("DATABASE_OWNER_URL"), needed("DATABASE_APP_PASSWORD"))
        except RolesRefused as refused:
            raise CommandError(str(refused)) from refused


def needed(name: str) -> str:
    """The value of an environment variable this command cannot do without."""
    value = os.environ.get(name)
    if not value:
        raise CommandError(f"{name} is not set.")
    return value
