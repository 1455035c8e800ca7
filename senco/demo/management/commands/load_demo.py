"""Fills an empty database with demo schools."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from senco.accounts.management.place import insist_on_place
from senco.accounts.models import School
from senco.demo.accounts import PASSWORD, SIGN_INS
from senco.demo.building import FEWEST_PUPILS, MOST_PUPILS
from senco.demo.loading import load_schools
from senco.demo.schools import MOST_SCHOOLS, domain_of

PUPILS, SEED = 1050, 2026


class Command(BaseCommand):
    help = (
        "Fills an empty database with Larkfield Academy, a made-up school, and with more schools if wanted. The sign-ins "
        "have a published password, so this runs in demo mode (SENCO_DEMO=1) only. The same seed gives the same school "
        "on the same day; dates are counted from today. --pupils 0 gives the school and its staff, for trying an import."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--schools", type=int, default=1, help="how many schools; the first is Larkfield Academy (1)"
        )
        parser.add_argument(
            "--pupils", type=int, default=PUPILS, help=f"pupils on roll in each school ({PUPILS})"
        )
        parser.add_argument("--seed", type=int, default=SEED, help=f"decides names, needs and dates ({SEED})")

    def handle(self, *args, schools: int, pupils: int, seed: int, **options):
        insist(schools, pupils)
        began = time.monotonic()
        load_schools(
            schools=schools, pupils=pupils, seed=seed, today=timezone.localdate(), tell=self.stdout.write
        )
        names = ", ".join(sign_in.name for sign_in in SIGN_INS)
        self.stdout.write(
            f"Loaded in {time.monotonic() - began:.1f} s. Sign in with the password {PASSWORD} as one of"
        )
        self.stdout.write(f"{names}, each @{domain_of(0)}")


def insist(schools: int, pupils: int) -> None:
    """Raises CommandError where the demo may not or cannot be loaded; nothing has been written then."""
    if not settings.DEMO:
        raise CommandError(
            "The demo school's password is published, so it is loaded in demo mode only. Set SENCO_DEMO=1 for a database "
            "that will never hold real pupils."
        )
    if not 1 <= schools <= MOST_SCHOOLS:
        raise CommandError(f"--schools must be between 1 and {MOST_SCHOOLS}.")
    if pupils and not FEWEST_PUPILS <= pupils <= MOST_PUPILS:
        raise CommandError(f"--pupils must be 0, or between {FEWEST_PUPILS} and {MOST_PUPILS}.")
    insist_on_place(first="bin/serve, which loads one such school by itself")
    present = School.objects.values_list("name", flat=True).first()
    if present:
        raise CommandError(
            f"This database holds a school already ({present}). Load the demo into an empty one."
        )
