#!/usr/bin/env python
"""Django's command line. Commands that change the schema connect as the tables' owner, all others as the runtime login."""

import os
import sys

OWNER_COMMANDS = {"migrate", "make_database_roles", "sqlmigrate", "showmigrations", "load_demo"}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ["DATABASE_URL"] = os.environ.get("DATABASE_OWNER_URL") or os.environ.get(
            "DATABASE_URL", ""
        )
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
