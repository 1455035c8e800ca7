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
OFFERED_TO_ME = (  # by a row that one may read oneself
    "exists (select 1 from reviews_timeoffer o where o.batch = reviews_offeredtime.batch and o.school_id = reviews_offeredtime.school_id)"
)
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
        Protect(
            "offeredtime",
            school=Allow(
                "SIU",
                OF_SCHOOL,
                columns=("taken_at", "withdrawn_at"),
                insertable=f"{OF_SCHOOL} and by_id = {ME} and taken_at is null and withdrawn_at is null",
            ),
            family=Allow("SU", f"withdrawn_at is null and {OFFERED_TO_ME}", columns=("taken_at",)),
        ),
        Protect("offeredtimeevent", school=Allow("S", OF_SCHOOL)),
        Protect(
            "timeoffer",
            school=Allow(
                "SIU",
                OF_SCHOOL,
                columns=("arranged_at", "withdrawn_at"),
                insertable=f"{OF_SCHOOL} and by_id = {ME} and chosen_id is null and withdrawn_at is null",
            ),
            family=Allow("SU", f"{OF_MY_PUPILS} and {MINE}", columns=("chosen_id", "chosen_at")),
        ),
        Protect("timeofferevent", school=Allow("S", OF_SCHOOL)),
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
        Belongs("offeredtime"),
        Belongs("timeoffer"),
        Belongs("spoken"),
    ]
