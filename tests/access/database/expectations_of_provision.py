"""The part of the table about the provision map."""

from tests.access.database.oracle import both, everyone, in_school, me, mine, office

SCHOOL, STAFF, FAMILY, SYSTEM = "senco_school", "senco_staff", "senco_family", "senco_system"

STAMP = ("saved_by_id", "saved_at", "version", "removed_at")
COLUMNS = {
    "provision": ("name", "place", "starts", "ends", "agreed_size"),
    "provisiontime": ("weekday", "weeks", "at", "minutes", "misses", "starts", "ends"),
    "provisionadult": ("membership_id", "adult_words", "starts", "ends"),
    "allocation": ("outcome_id", "planned_id", "required", "carries_cost", "starts", "ends"),
    "session": ("planned_minutes", "state", "reason", "minutes", "note", "extra", "adult_id"),
    "sessionmark": ("mark", "minutes", "note", "progress"),
    "adultabsence": ("starts", "ends", "from_time", "until_time"),
    "measurement": ("value", "taken_on", "target", "goal", "weight", "source"),
}
MONEY = {
    "staffrate": ("card", "adult_role", "pence", "paid_weeks", "valid_from", "removed_at"),
    "costsettings": ("first_month", "card", "size_rule", "taught_weeks", "expectation_pence"),
    "budget": ("kind", "label", "starts", "ends", "pence", "removed_at"),
    "topup": ("pence", "starts", "ends", "source", "removed_at"),
}
SCALE = (
    "name", "kind", "framework", "lowest", "highest", "more_is_better", "least_gain", "steps", "retired_at", "saved_by_id", "saved_at",
    "version",
)  # fmt: skip
LIBRARY = ("intervention", "resource")
TRACKED = (*LIBRARY, *COLUMNS, "scale")

saved_by_me = me("saved_by_id")


def senior(row, person, facts):
    """The SENCO and the head, not the administrator beside them."""
    return person.senior


def has_place(row, person, facts):
    """A pupil the person may open has a place in it."""
    places = facts.tables["provision_allocation"]
    return any(
        place["provision_id"] == row["id"]
        and place["removed_at"] is None
        and place["pupil_id"] in person.live
        for place in places
    )


def run_by(row, person, facts):
    adults = facts.tables["provision_provisionadult"]
    return any(
        adult["provision_id"] == row["id"]
        and adult["removed_at"] is None
        and adult["membership_id"] == person.me
        for adult in adults
    )


def read_by_staff(row, person, facts):
    return in_school(row, person, facts) and (has_place(row, person, facts) or run_by(row, person, facts))


def of_provision(judge):
    return lambda row, person, facts: judge(facts.by_id[row["provision_id"]], person, facts)


def of_session(judge):
    def of_its_provision(row, person, facts):
        return of_provision(judge)(facts.by_id[row["session_id"]], person, facts)

    return of_its_provision


def has_it(row, person, facts):
    """An intervention that the child of a parent has."""
    provisions = facts.tables["provision_provision"]
    return any(each["intervention_id"] == row["id"] and has_place(each, person, facts) for each in provisions)


SELECT = {f"provision_{name}": {SCHOOL: office} for name in TRACKED}
SELECT |= {f"provision_{name}event": {SCHOOL: office} for name in TRACKED}
SELECT |= {
    f"provision_{name}{kind}": {SCHOOL: both(office, senior)} for name in MONEY for kind in ("", "event")
}
SELECT["provision_intervention"] |= {STAFF: in_school, FAMILY: has_it}
SELECT["provision_resource"] |= {STAFF: in_school}
SELECT["provision_provision"] |= {STAFF: read_by_staff, FAMILY: has_place}
SELECT["provision_provisiontime"] |= {STAFF: in_school, FAMILY: of_provision(has_place)}
SELECT["provision_provisionadult"] |= {STAFF: in_school}
SELECT["provision_allocation"] |= {STAFF: mine, FAMILY: mine}
SELECT["provision_session"] |= {
    STAFF: both(in_school, of_provision(read_by_staff)),
    FAMILY: of_provision(has_place),
}
SELECT["provision_sessionmark"] |= {STAFF: mine, FAMILY: mine}
SELECT["provision_scale"] |= {STAFF: in_school}
SELECT["provision_measurement"] |= {STAFF: mine}
for name in (
    "provision",
    "provisionadult",
    "allocation",
    "session",
):  # keys and dates, to bring access in line
    SELECT[f"provision_{name}"] |= {SYSTEM: everyone}
SELECT["provision_adultabsence"] |= {STAFF: both(in_school, me("membership_id"))}

taken_by_me = both(in_school, saved_by_me, of_provision(read_by_staff))
marked_by_me = both(mine, in_school, saved_by_me, of_session(read_by_staff))

INSERT = {f"provision_{name}": {SCHOOL: both(office, saved_by_me)} for name in TRACKED}
INSERT |= {f"provision_{name}": {SCHOOL: both(office, senior, saved_by_me)} for name in MONEY}
INSERT["provision_session"] |= {STAFF: taken_by_me}
INSERT["provision_sessionmark"] |= {STAFF: marked_by_me}
measured_by_me = both(mine, in_school, saved_by_me)
INSERT["provision_measurement"] |= {STAFF: measured_by_me}

UPDATE = {
    f"provision_{name}": {SCHOOL: ((*columns, *STAMP), office, saved_by_me)}
    for name, columns in COLUMNS.items()
}
UPDATE |= {f"provision_{name}": {SCHOOL: (None, office, saved_by_me)} for name in LIBRARY}
UPDATE |= {
    f"provision_{name}": {SCHOOL: ((*columns, *STAMP[:3]), both(office, senior), saved_by_me)}
    for name, columns in MONEY.items()
}
UPDATE["provision_session"] |= {
    STAFF: ((*COLUMNS["session"], *STAMP), SELECT["provision_session"][STAFF], taken_by_me)
}
UPDATE["provision_sessionmark"] |= {STAFF: ((*COLUMNS["sessionmark"], *STAMP), mine, marked_by_me)}
UPDATE["provision_scale"] = {SCHOOL: (SCALE, office, saved_by_me)}
UPDATE["provision_measurement"] |= {STAFF: ((*COLUMNS["measurement"], *STAMP), mine, measured_by_me)}
