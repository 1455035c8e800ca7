"""The part of the table about the contact log."""

from tests.access.database.oracle import both, in_school, just_now, me, mine, office

SCHOOL, STAFF, FAMILY = "senco_school", "senco_staff", "senco_family"
COLUMNS = (
    "kind", "direction", "party", "contact_id", "with_words", "day", "at", "summary", "for_staff", "follow_up", "follow_up_by",
    "follow_up_who_id", "followed_up_at", "followed_up_by_id", "saved_by_id", "saved_at", "version", "removed_at",
)  # fmt: skip
signed = me("saved_by_id")


def shared(row) -> bool:
    return row["for_staff"] and row["removed_at"] is None


def read_by_staff(row, person, facts):
    return row["logged_by_id"] == person.me or shared(row)


def changed_by_staff(row, person, facts):
    return row["logged_by_id"] == person.me or (shared(row) and row["follow_up_who_id"] == person.me)


def of_entry(judge):
    return lambda row, person, facts: judge(facts.by_id[row["entry_id"]], person, facts)


def new(row, person, facts):
    fresh = row["removed_at"] is None and row["followed_up_at"] is None
    return fresh and both(me("logged_by_id"), signed, just_now("logged_at"))(row, person, facts)


def open_still(row, person, facts):
    return not any(row[name] for name in ("answered_at", "answered_by_id", "entry_id", "withdrawn_at"))


def answered_by_me(row, person, facts):
    return row["answered_by_id"] in (None, person.me)


asked_by_me = both(mine, me("asked_by_id"))
SELECT = {
    "liaison_loggedcontact": {SCHOOL: office, STAFF: both(mine, read_by_staff)},
    "liaison_contactfile": {SCHOOL: office, STAFF: both(mine, of_entry(read_by_staff))},
    "liaison_loggedcontactevent": {SCHOOL: office},
    "liaison_contactfileevent": {SCHOOL: office},
    "liaison_callrequest": {SCHOOL: office, FAMILY: asked_by_me},
    "liaison_callrequestevent": {SCHOOL: office},
}
INSERT = {
    "liaison_callrequest": {FAMILY: both(asked_by_me, in_school, open_still)},
    "liaison_loggedcontact": {SCHOOL: both(office, new), STAFF: both(mine, in_school, new)},
    "liaison_contactfile": {
        SCHOOL: both(office, me("by_id")),
        STAFF: both(mine, in_school, me("by_id"), of_entry(me("logged_by_id"))),
    },
}
UPDATE = {
    "liaison_callrequest": {
        SCHOOL: (("answered_at", "answered_by_id", "entry_id"), office, answered_by_me),
        FAMILY: (("withdrawn_at",), asked_by_me),
    },
    "liaison_loggedcontact": {
        SCHOOL: (COLUMNS, office, signed),
        STAFF: (COLUMNS, both(mine, changed_by_staff), both(in_school, signed)),
    },
}
