#!/usr/bin/env python
"""Django's command line. Commands that are the owner's connect as the owner of the tables, all others as the runtime login."""

import os
import sys

OWNER_COMMANDS = {
    "migrate",
    "prepare",
    "make_database_roles",
    "sqlmigrate",
    "showmigrations",
    "load_demo",
    "open_school",
}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
    owner_url = os.environ.get("DATABASE_OWNER_URL")
    if owner_url and len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        from senco.core.serving.addresses import as_owner  # needed here only, and slow to load

        os.environ["DATABASE_URL"] = as_owner(owner_url)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
