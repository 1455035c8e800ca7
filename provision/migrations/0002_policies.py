"""Who may do what with plans in the database: staff write live rows in their own name, families read what was frozen for them."""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL}"


def rows_of_plans(model: str, *columns: str) -> Protect:
    """Rows that staff write and save in their own name; `columns` are those that change."""
    changing = (*columns, "saved_by_id", "saved_at", "version")
    return Protect(
        model,
        school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and saved_by_id = {ME}", columns=changing),
        staff=Allow("SIU", OF_MY_PUPILS, check=f"{MINE} and saved_by_id = {ME}", columns=changing),
    )


LISTED = ("position", "removed_at")
OUTCOME = (
    "area", "need", "text", "plain", "baseline", "measure", "target", "by_when", "adult_id", "adult_words", "result",
)  # fmt: skip
PROVISION = (
    "outcome_id", "what", "plain", "adult_id", "adult_words", "sessions_a_week", "minutes", "weeks", "group_size", "starts", "ends",
)  # fmt: skip
BY_ME = f"{OF_SCHOOL} and by_id = {ME}"
BY_ME_OF_MINE = f"{MINE} and by_id = {ME}"
WRITERS_STEPS = f"{BY_ME_OF_MINE} and kind in ('begun', 'handed_in', 'taken_up') and withdrawn_at is null"
FROZEN_FOR_FAMILY = f"{OF_MY_PUPILS} and audience = 'family' and withdrawn_at is null"
# The policy of the version table holds inside this question too: nobody answers what they cannot read.
TO_WHAT_I_READ = "version_id in (select v.id from provision_planversion v where v.plan_id = provision_planresponse.plan_id)"
RAISED_BY_ME = "exists (select 1 from register_concern c where c.id = concern_id)"
OF_THE_SCHOOL = ("plantemplate", "schoolstrategy", "schoolstem", "plansettings")
TRACKED = (
    "plan", "planstep", "plansection", "outcome", "target", "seen", "planitem", "plannedprovision", "score", "pulledconcern",
    "planversion", "planresponse",
)  # fmt: skip


def answering(speaker: str) -> Allow:
    said = f"{OF_MY_PUPILS} and by_id = {ME}"
    return Allow("SI", said, insertable=f"{BY_ME_OF_MINE} and speaker = '{speaker}' and {TO_WHAT_I_READ}")


class Migration(migrations.Migration):
    dependencies = [("provision", "0001_initial"), ("register", "0012_access_again")]

    operations = [
        rows_of_plans("plan", "title", "starts", "review_on", "lead_id"),
        rows_of_plans("plansection", "text", "shared"),
        rows_of_plans("outcome", *OUTCOME, *LISTED),
        rows_of_plans("target", "text", "measure", "by_when", *LISTED),
        rows_of_plans("planitem", "text", "plain", "area", *LISTED),
        rows_of_plans("plannedprovision", *PROVISION, *LISTED),
        rows_of_plans("score", "test", "result", "standardised", "taken_on", "source", *LISTED),
        Protect(
            "planstep",
            school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
            staff=Allow("SI", OF_MY_PUPILS, insertable=WRITERS_STEPS),
        ),
        Protect(
            "seen",
            school=Allow("SIU", OF_SCHOOL, columns=("removed_at",), insertable=BY_ME),
            staff=Allow(
                "SIU", OF_MY_PUPILS, check=BY_ME_OF_MINE, columns=("removed_at",), insertable=BY_ME_OF_MINE
            ),
        ),
        Protect(
            "pulledconcern",
            school=Allow("SI", OF_SCHOOL, insertable=BY_ME),
            staff=Allow("SI", OF_MY_PUPILS, insertable=f"{BY_ME_OF_MINE} and {RAISED_BY_ME}"),
        ),
        Protect(
            "planversion",
            school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
            staff=Allow("S", OF_MY_PUPILS),
            family=Allow("S", FROZEN_FOR_FAMILY),
            agency=Allow("S", FROZEN_FOR_FAMILY),
        ),
        Protect(
            "planresponse",
            school=Allow("SI", OF_SCHOOL, insertable=BY_ME),
            staff=Allow("SI", OF_MY_PUPILS, insertable=BY_ME_OF_MINE),
            family=answering("parent"),
            agency=answering("professional"),
        ),
        *(
            Protect(
                model,
                school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and saved_by_id = {ME}"),
                staff=Allow("S", IN_SCHOOL),
            )
            for model in OF_THE_SCHOOL
        ),
        *(Protect(f"{model}event", school=Allow("S", OF_SCHOOL)) for model in TRACKED),
        *(Belongs(model) for model in (*TRACKED, *OF_THE_SCHOOL)),
    ]
