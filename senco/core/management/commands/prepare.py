"""Everything that must be true before the first request, in one process: roles, schema, static files."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = (
        "Brings database roles, schema and collected static files up to date. "
        "Run with the owner's database address."
    )
    requires_system_checks = ()  # migrate and the web server run them

    def handle(self, *args, **options):
        call_command("make_database_roles")
        call_command("migrate", interactive=False)
        collect_changed_files()


def collect_changed_files() -> None:
    """Collects static files only if one changed: compressing them takes longer than all the rest of a start."""
    stamp = Path(settings.STATIC_ROOT) / "collected.txt"
    current = fingerprint()
    if stamp.exists() and stamp.read_text() == current:
        return
    call_command("collectstatic", interactive=False)
    stamp.write_text(current)


def fingerprint() -> str:
    """A digest of every source file's name, size and time of change."""
    digest = hashlib.sha256(settings.STATIC_URL.encode())
    for name, path in sorted(source_files()):
        found = path.stat()
        digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def source_files() -> list[tuple[str, Path]]:
    return [
        (name, Path(storage.path(name)))
        for finder in get_finders()
        for name, storage in finder.list(ignore_patterns=[])
    ]
