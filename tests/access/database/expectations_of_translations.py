"""The part of the table about translations. Who may write which word is a trigger's: tests/translations/test_locks.py."""

from tests.access.database.oracle import arrived, both, me, mine, office

SCHOOL, STAFF, FAMILY, AGENCY = "senco_school", "senco_staff", "senco_family", "senco_agency"
SAVED = ("saved_by_id", "saved_at", "version")
WRITTEN = ("words", "handed_in_at", *SAVED)
DECIDED = ("returned_at", "returned_why", "approved_at")
ARRANGED = ("translator_id", "approver_id", "by_when", "note", "withdrawn_at", "told_of")
signed, translates = me("saved_by_id"), me("translator_id")


def named(row, person, facts):
    return translates(row, person, facts) or me("approver_id")(row, person, facts)


def for_the_family(row, person, facts):
    original = facts.by_id[row["plan_version_id"] or row["record_id"]]
    readable = (
        original["audience"] == "family"
        and original["withdrawn_at"] is None
        and arrived(original["visible_from"])
    )
    return readable and row["approved_at"] is not None and row["withdrawn_at"] is None


def new(row, person, facts):
    dates = ("handed_in_at", "returned_at", "approved_at", "withdrawn_at")
    return (
        me("asked_by_id")(row, person, facts)
        and not row["told_of"]
        and all(row[name] is None for name in dates)
    )


SELECT = {
    "translations_translation": {
        SCHOOL: office,
        STAFF: both(mine, named),
        FAMILY: both(mine, for_the_family),
        AGENCY: both(mine, translates),
    },
    "translations_translationevent": {SCHOOL: office},
}
INSERT = {"translations_translation": {SCHOOL: both(office, new)}}
UPDATE = {
    "translations_translation": {
        SCHOOL: ((*WRITTEN, *DECIDED, *ARRANGED), office),
        STAFF: ((*WRITTEN, *DECIDED), both(mine, named), signed),
        AGENCY: (WRITTEN, both(mine, translates), signed),
    }
}
