"""Layers hide each other's holes: what a rule does by itself is seen once the layers beside it are taken away.

WITH CHECK of an update policy stands behind column grants and triggers; USING of two policies behind the policy for reading.
Each is judged by one statement, with those layers gone: first as it is (the control), then weakened.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from senco.core.models import new_id
from tests.access.database.cells import Stage, acting, attempt, read, run
from tests.factories import as_owner

LEADS_OUT = {
    "accounts_school": "id",
    "drafts_draft": "membership_id",
    "dashboard_calendarfeed": "membership_id",
}  # elsewhere school_id leads out of one's sight
WHOSE = {  # judged by whose the row is: that leads out of the rule, not the school
    ("register_viewrequest", "staff_update"): "asked_id",
    ("register_stageduty", "staff_update"): "owner_id",
    ("reviews_meetinginvitation", "family_update"): "membership_id",
    ("reviews_meetinginvitation", "agency_update"): "membership_id",
    ("reviews_contribution", "family_update"): "membership_id",
    ("reviews_timeoffer", "family_update"): "membership_id",
    ("reviews_offeredtime", "family_update"): "batch",
    ("liaison_callrequest", "family_update"): "asked_by_id",
    ("liaison_detailswish", "family_update"): "by_id",
    ("reviews_contribution", "agency_update"): "membership_id",
    ("translations_translation", "staff_update"): "saved_by_id",
    ("translations_translation", "agency_update"): "saved_by_id",
    ("reviews_contribution", "staff_update"): "membership_id",
}
TRIGGERS = (
    "stays",
    "one_by_one",
    "ended_stays_ended",
    "shares_are_lengthened_by_seniors",
    "reappointed_by_seniors",
    "translation_by_the_named",
)
BLIND = {
    "register_pupilaccess": "update register_pupilaccess set ends = '2099-01-01'",
    "register_referencecounter": "update register_referencecounter set last_number = 70",
}


@dataclass(frozen=True)
class Isolated:
    name: str
    table: str
    role: str
    weakened: str
    tried: str
    keys: tuple[str, ...] = ()


def isolated() -> Iterator[Isolated]:
    found = read(
        "select tablename, policyname, roles[1]::text, qual, with_check from pg_policies"
        " where policyname <> 'owner_all' and cmd = 'UPDATE' and with_check is not null and qual <> 'true' order by 1, 2"
    )
    for table, policy, role, _using, check in found:
        if check != "true":
            column = WHOSE.get((table, policy)) or LEADS_OUT.get(table, "school_id")
            weakened = f"alter policy {policy} on {table} with check (true)"
            yield Isolated(
                f"{table}.{policy} check true",
                table,
                role,
                weakened,
                f"update {table} set {column} = %s",
                (str(new_id()),),
            )
        if table in BLIND:
            weakened = f"alter policy {policy} on {table} using (true) with check ({check})"
            yield Isolated(f"{table}.{policy} using true", table, role, weakened, BLIND[table])


def told_apart(stage: Stage, one: Isolated) -> bool:
    """Whether the statement ends otherwise for somebody once the rule is weakened."""
    return outcomes(stage, one, weakened=False) != outcomes(stage, one, weakened=True)


def outcomes(stage: Stage, one: Isolated, *, weakened: bool) -> list:
    run("savepoint isolated")
    with as_owner():
        for trigger in TRIGGERS:
            run(f"drop trigger if exists {trigger} on {one.table}")
        run(f"grant select, update on {one.table} to {one.role}")
        if weakened:
            run(one.weakened)
    found = []
    for person in stage.personas:
        if person.role == one.role:
            with acting(person):
                found.append(attempt(one.tried, list(one.keys)))
    run("rollback to isolated")
    return found
