"""Who may do what with views given before a meeting: the office asks, and keys in what came on paper; whoever is asked reads and gives their own.

Who is to be reminded is asked in the name of a SENCO of each school: the system itself reads neither meetings nor what is asked.
"""

from importlib import import_module

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

before = import_module("reviews.migrations.0004_policies_of_rounds")
ME = "(select app_membership())"
SIGNED = f"saved_by_id = {ME}"
MINE = f"membership_id = {ME} and withdrawn_at is null"
NEW = f"asked_by_id = {ME} and {SIGNED} and answered_at is null and withdrawn_at is null and closed_at is null"
GIVING = ("answers", "level", "file_id", "answered_at", "on_paper", "saved_by_id", "saved_at", "version")
BY_HAND = f"{OF_MY_PUPILS} and {IN_SCHOOL} and {MINE} and closed_at is null and {SIGNED} and not on_paper"
giving = Allow("SU", f"{OF_MY_PUPILS} and {MINE}", check=BY_HAND, columns=GIVING)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0005_contributions")]

    operations = [
        Protect(
            "contribution",
            school=Allow(
                "SIU",
                OF_SCHOOL,
                columns=("reminded_at", "withdrawn_at", "closed_at", *GIVING),
                insertable=f"{OF_SCHOOL} and {NEW}",
            ),
            staff=Allow(
                "SU", f"{OF_MY_PUPILS} and (not private or ({MINE}))", check=BY_HAND, columns=GIVING
            ),
            family=giving,
            agency=giving,
        ),
        Protect("actionreminder", school=Allow("SI", OF_SCHOOL, insertable=f"{OF_SCHOOL} and by_id = {ME}")),
        Protect("actionreminderevent", school=Allow("S", OF_SCHOOL)),
        Protect(
            "meetinginvitation",
            school=Allow(
                "SIU",
                OF_SCHOOL,
                columns=("withdrawn_at", "reminded_at"),
                insertable=f"{OF_SCHOOL} and {before.NEW}",
            ),
            staff=Allow("S", OF_MY_PUPILS),
            family=before.answering,
            agency=before.answering,
        ),
        Protect("contributionevent", school=Allow("S", OF_SCHOOL)),
        Belongs("contribution"),
        Belongs("actionreminder"),
        Belongs("spoken"),
    ]
