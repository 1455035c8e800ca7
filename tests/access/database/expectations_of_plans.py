"""The part of the table about support plans: staff write live rows in their own name, families read what was frozen for them."""

from tests.access.database.oracle import arrived, both, in_school, may_write, me, mine, office

SCHOOL, STAFF, FAMILY, AGENCY = "senco_school", "senco_staff", "senco_family", "senco_agency"

LISTED = ("position", "removed_at")
STAMP = ("saved_by_id", "saved_at", "version")
LIVE = {  # rows that staff write → the columns that change
    "plan": ("title", "starts", "review_on", "lead_id"),
    "plansection": ("text", "shared"),
    "outcome": (
        "area", "need", "text", "plain", "baseline", "measure", "target", "by_when", "adult_id", "adult_words", "result", *LISTED,
    ),
    "target": ("text", "measure", "by_when", *LISTED),
    "planitem": ("text", "plain", "area", *LISTED),
    "plannedprovision": (
        "intervention_id", "outcome_id", "what", "plain", "adult_id", "adult_words", "sessions_a_week", "minutes", "weeks", "group_size", "starts",
        "ends", *LISTED,
    ),
    "score": ("test", "result", "standardised", "taken_on", "source", *LISTED),
}  # fmt: skip
OF_THE_SCHOOL = ("plantemplate", "schoolstrategy", "schoolstem", "plansettings", "hiddenentry")
SIGNED = (
    "planstep",
    "seen",
    "seenfile",
    "pulledconcern",
    "planversion",
    "planresponse",
    "responseread",
)  # rows that are added, in one's own name

saved_by_me, by_me = me("saved_by_id"), me("by_id")


def frozen_for_family(row, person, facts):
    standing = row["withdrawn_at"] is None and arrived(row["visible_from"])
    return mine(row, person, facts) and row["audience"] == "family" and standing


def of_what_i_said(row, person, facts):
    return mine(row, person, facts) and facts.by_id[row["response_id"]]["by_id"] == person.me


def beside_my_note(row, person, facts):
    return facts.by_id[row["seen_id"]]["by_id"] == person.me


def not_yet_done(row, person, facts):
    return row["state"] == "waiting" and row["made_id"] is None


def writers_step(row, person, facts):
    return row["kind"] in ("begun", "handed_in", "taken_up") and row["withdrawn_at"] is None


def raised_by_me(row, person, facts):
    return facts.by_id[row["concern_id"]]["raised_by_id"] == person.me


def answers_what_it_reads(speaker: str):
    def judge(row, person, facts):
        read = facts.by_id.get(row["version_id"])
        return (
            row["speaker"] == speaker
            and read is not None
            and read["plan_id"] == row["plan_id"]
            and frozen_for_family(read, person, facts)
        )

    return both(mine, in_school, by_me, judge)


SELECT = {f"provision_{name}": {SCHOOL: office, STAFF: mine} for name in (*LIVE, *SIGNED)}
SELECT |= {f"provision_{name}": {SCHOOL: office, STAFF: in_school} for name in OF_THE_SCHOOL}
SELECT |= {f"provision_{name}event": {SCHOOL: office} for name in (*LIVE, *SIGNED)}
SELECT["provision_planversion"] |= {FAMILY: frozen_for_family, AGENCY: frozen_for_family}
SELECT["provision_planresponse"] |= {FAMILY: both(mine, by_me), AGENCY: both(mine, by_me)}
SELECT["provision_responseread"] |= {FAMILY: of_what_i_said, AGENCY: of_what_i_said}
SELECT |= {f"provision_{name}": {SCHOOL: office} for name in ("cyclerun", "cycleitem", "cycleitemevent")}
SELECT |= {f"provision_{name}": {SCHOOL: office} for name in ("needsreport", "needsreportevent")}
SELECT["provision_needsreport"] |= {STAFF: mine}  # that one was kept, and when

INSERT = {
    f"provision_{name}": {SCHOOL: both(office, saved_by_me), STAFF: both(mine, in_school, saved_by_me)}
    for name in LIVE
}
INSERT |= {f"provision_{name}": {SCHOOL: both(office, saved_by_me)} for name in OF_THE_SCHOOL}
INSERT |= {f"provision_{name}": {SCHOOL: both(office, by_me)} for name in SIGNED}
INSERT["provision_planstep"] |= {STAFF: both(mine, in_school, by_me, writers_step)}
INSERT["provision_seen"] |= {STAFF: both(mine, in_school, by_me)}
INSERT["provision_seenfile"] = {
    SCHOOL: both(office, by_me, beside_my_note),
    STAFF: both(mine, in_school, by_me, beside_my_note),
}
INSERT["provision_pulledconcern"] |= {STAFF: both(mine, in_school, by_me, raised_by_me)}
INSERT["provision_responseread"] |= {STAFF: both(mine, in_school, by_me)}
INSERT["provision_needsreport"] = {SCHOOL: both(office, by_me)}
INSERT["provision_cyclerun"] = {SCHOOL: both(office, by_me)}
INSERT["provision_cycleitem"] = {SCHOOL: both(office, not_yet_done)}
INSERT["provision_planresponse"] |= {
    STAFF: both(mine, in_school, by_me),
    FAMILY: both(may_write, answers_what_it_reads("parent")),
    AGENCY: answers_what_it_reads("professional"),
}

UPDATE = {  # table → role → (columns, rows it reaches, what each of them must still be)
    f"provision_{name}": {
        SCHOOL: ((*columns, *STAMP), office, saved_by_me),
        STAFF: ((*columns, *STAMP), mine, both(in_school, saved_by_me)),
    }
    for name, columns in LIVE.items()
}
UPDATE |= {f"provision_{name}": {SCHOOL: (None, office, saved_by_me)} for name in OF_THE_SCHOOL}
UPDATE |= {f"provision_{name}": {SCHOOL: (("withdrawn_at",), office)} for name in ("planstep", "planversion")}
UPDATE["provision_seen"] = {
    SCHOOL: (("removed_at",), office),
    STAFF: (("removed_at",), mine, both(in_school, by_me)),
}
UPDATE["provision_pulledconcern"] = UPDATE["provision_seen"]
UPDATE["provision_needsreport"] = {SCHOOL: (("withdrawn_at", "withdrawn_why"), office)}
UPDATE["provision_cyclerun"] = {SCHOOL: (("undone_at",), office)}
UPDATE["provision_cycleitem"] = {SCHOOL: (("state", "why", "made_id"), office)}
