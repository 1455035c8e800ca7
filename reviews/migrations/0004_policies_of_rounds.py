"""Who may do what with rounds and invitations: the office runs rounds and asks people; whoever is asked to a meeting reads that, and answers it."""

from importlib import import_module

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

before = import_module("reviews.migrations.0002_policies")
ME = "(select app_membership())"
BY_ME = f"by_id = {ME}"
NEW = f"{BY_ME} and answer = '' and withdrawn_at is null and reminded_at is null"
SIGNED = f"saved_by_id = {ME}"
ASKED_ME = f"{OF_MY_PUPILS} and membership_id = {ME} and withdrawn_at is null"
ANSWER = ("answer", "words", "answered_at")
OF_STAFF = (*before.FACTS, *before.OF_MEETING, "saved_by_id", "saved_at", "version")
answering = Allow("SU", ASKED_ME, columns=ANSWER)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_rounds_and_invitations")]

    operations = [
        Protect(
            "review",
            school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SIGNED}", columns=(*OF_STAFF, "round_id")),
            staff=Allow(
                "SIU", OF_MY_PUPILS, check=f"{OF_MY_PUPILS} and {IN_SCHOOL} and {SIGNED}", columns=OF_STAFF
            ),
        ),
        Protect(
            "reviewround",
            school=Allow("SIU", OF_SCHOOL, columns=("undone_at",), insertable=f"{OF_SCHOOL} and {BY_ME}"),
        ),
        Protect(
            "meetinginvitation",
            school=Allow(
                "SIU", OF_SCHOOL, columns=("withdrawn_at", "reminded_at"), insertable=f"{OF_SCHOOL} and {NEW}"
            ),
            staff=Allow("S", OF_MY_PUPILS),
            family=answering,
            agency=answering,
            system=Allow("S"),
        ),
        Protect("meetinginvitationevent", school=Allow("S", OF_SCHOOL)),
        Belongs("review"),
        Belongs("reviewround"),
        Belongs("meetinginvitation"),
    ]
