"""Brings the catalogues of translations up to date with the sources."""

from django.core.management.base import BaseCommand

from senco.core.words.catalogues import catalogues, compile_newer, renew
from senco.core.words.sources import messages


class Command(BaseCommand):
    help = (
        "Takes new messages into every catalogue under locale/, drops those that are gone, and compiles them."
    )
    requires_system_checks = ()

    def handle(self, **_options):
        found = list(messages())
        for path in catalogues():
            waiting, gone = renew(path, found)
            self.stdout.write(f"{path.parts[-3]}: {waiting} without words, {gone} dropped")
        compile_newer()
