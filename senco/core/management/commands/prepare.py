"""Everything that must be true before the first request, in one process: roles, schema, static files."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = (
        "Brings database roles, schema and collected static files up to date. Run with the owner's address."
    )
    requires_system_checks = ()  # migrate and the web server run them

    def handle(self, *args, **options):
        call_command("make_database_roles")
        call_command("migrate", interactive=False)
        call_command("collectstatic", interactive=False)
