"""The part of the table about the contact log."""

from tests.access.database.oracle import both, in_school, just_now, may_write, me, mine, office

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


def told_to_staff(row, person, facts):
    return row["for_staff"]


def unread(row, person, facts):
    return row["read_at"] is None


def unsettled(row, person, facts):
    return row["settled_at"] is None and row["settled_by_id"] is None and row["taken"] is None


def about_oneself(row, person, facts):
    return facts.by_id[row["contact_id"]]["membership_id"] == person.me


asked_by_me = both(mine, me("asked_by_id"))
SELECT = {
    "liaison_loggedcontact": {SCHOOL: office, STAFF: both(mine, read_by_staff)},
    "liaison_contactfile": {SCHOOL: office, STAFF: both(mine, of_entry(read_by_staff))},
    "liaison_loggedcontactevent": {SCHOOL: office},
    "liaison_contactfileevent": {SCHOOL: office},
    "liaison_callrequest": {SCHOOL: office, FAMILY: asked_by_me},
    "liaison_familynote": {SCHOOL: office, STAFF: both(mine, told_to_staff), FAMILY: both(mine, me("by_id"))},
    "liaison_familynoteevent": {SCHOOL: office},
    "liaison_detailswish": {SCHOOL: office, FAMILY: both(mine, me("by_id"))},
    "liaison_detailswishevent": {SCHOOL: office},
    "liaison_callrequestevent": {SCHOOL: office},
}
INSERT = {
    "liaison_familynote": {
        FAMILY: both(mine, may_write, in_school, me("by_id"), just_now("told_at"), unread)
    },
    "liaison_detailswish": {FAMILY: both(mine, in_school, me("by_id"), unsettled, about_oneself)},
    "liaison_callrequest": {FAMILY: both(asked_by_me, may_write, in_school, open_still)},
    "liaison_loggedcontact": {SCHOOL: both(office, new), STAFF: both(mine, in_school, new)},
    "liaison_contactfile": {
        SCHOOL: both(office, me("by_id")),
        STAFF: both(mine, in_school, me("by_id"), of_entry(me("logged_by_id"))),
    },
}
UPDATE = {
    "liaison_familynote": {SCHOOL: (("read_at", "read_by_id"), office, me("read_by_id"))},
    "liaison_detailswish": {
        SCHOOL: (("settled_at", "settled_by_id", "taken", "reason"), office, me("settled_by_id")),
        FAMILY: (
            ("phone", "email", "address", "channel", "words"),
            both(mine, me("by_id")),
            both(in_school, unsettled),
        ),
    },
    "liaison_callrequest": {
        SCHOOL: (("answered_at", "answered_by_id", "entry_id"), office, answered_by_me),
        FAMILY: (("withdrawn_at",), both(asked_by_me, may_write)),
    },
    "liaison_loggedcontact": {
        SCHOOL: (COLUMNS, office, signed),
        STAFF: (COLUMNS, both(mine, changed_by_staff), both(in_school, signed)),
    },
}
