"""Who may do what with reviews in the database: staff write live rows in their own name, families read the records made for them."""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL}"
BY_ME = f"{OF_SCHOOL} and by_id = {ME}"
TRACKED = ("review", "reviewstep", "person", "outcomejudged", "spoken", "agreedaction", "reviewrecord")


def rows_of_meetings(model: str, *columns: str) -> Protect:
    """Rows that staff write and save in their own name; `columns` are those that change."""
    changing = (*columns, "saved_by_id", "saved_at", "version")
    return Protect(
        model,
        school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and saved_by_id = {ME}", columns=changing),
        staff=Allow("SIU", OF_MY_PUPILS, check=f"{MINE} and saved_by_id = {ME}", columns=changing),
    )


FACTS = ("kind", "title", "plan_id", "lead_id", "day", "at", "minutes", "manner", "place", "interpreter")
OF_MEETING = ("held_on", "summary", "staff_note", "decision", "decision_words", "next_on")
STAFF_STEPS = f"{MINE} and by_id = {ME} and kind in ('begun', 'arranged', 'called_off') and withdrawn_at is null"
READABLE = "audience = 'family' and withdrawn_at is null and visible_from <= statement_timestamp()"


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]

    operations = [
        rows_of_meetings("review", *FACTS, *OF_MEETING),
        rows_of_meetings("person", "presence", "removed_at"),
        rows_of_meetings("outcomejudged", "judgement", "next_step", "words"),
        rows_of_meetings("spoken", "speaker", "name", "words", "disagrees", "shared", "removed_at"),
        rows_of_meetings(
            "agreedaction", "text", "who_id", "who_words", "by_when", "shared", "removed_at", "done_at", "done_by_id"
        ),
        Protect(
            "reviewstep",
            school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
            staff=Allow("SI", OF_MY_PUPILS, insertable=STAFF_STEPS),
        ),
        Protect(
            "reviewrecord",
            school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
            staff=Allow("S", OF_MY_PUPILS),
            family=Allow("S", f"{OF_MY_PUPILS} and {READABLE}"),
            agency=Allow("S", f"{OF_MY_PUPILS} and {READABLE} and for_agency"),
        ),
        *(Protect(f"{name}event", school=Allow("S", OF_SCHOOL)) for name in TRACKED),
        *(Belongs(name) for name in TRACKED),
    ]
