"""Makes the database roles; run before the first migration and again whenever the runtime login's password changes."""

import os
import time

import psycopg
from django.core.management.base import BaseCommand, CommandError

from senco.access.roles_sql import RolesRefused, make_roles

PAUSE = 1.0  # seconds between two attempts


class Command(BaseCommand):
    help = (
        "Makes the database roles of the second lock. DATABASE_OWNER_URL names a login that may create roles, "
        "DATABASE_APP_PASSWORD the password that the runtime login senco_app gets."
    )
    requires_system_checks = ()  # must run before there is a schema to check

    def add_arguments(self, parser):
        parser.add_argument(
            "--wait",
            type=int,
            default=0,
            metavar="SECONDS",
            help="try so long where the server does not answer",
        )

    def handle(self, *args, wait: int = 0, **options):
        address, password = needed("DATABASE_OWNER_URL"), needed("DATABASE_APP_PASSWORD")
        until = time.monotonic() + wait
        while True:
            try:
                return make_roles(address, password)
            except RolesRefused as refused:
                raise CommandError(str(refused)) from refused
            except psycopg.OperationalError as away:
                if time.monotonic() >= until:
                    raise CommandError(f"The database does not answer: {away}") from away
            time.sleep(PAUSE)


def needed(name: str) -> str:
    """The value of an environment variable this command cannot do without."""
    value = os.environ.get(name)
    if not value:
        raise CommandError(f"{name} is not set.")
    return value
