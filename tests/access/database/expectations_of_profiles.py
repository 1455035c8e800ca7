"""The part of the table about profiles, alerts, readings, cover links and prints."""

from datetime import UTC, datetime

from tests.access.database.oracle import both, everyone, in_school, just_now, me, mine, moment, office

SCHOOL, STAFF, FAMILY, AGENCY, SYSTEM = (
    "senco_school",
    "senco_staff",
    "senco_family",
    "senco_agency",
    "senco_system",
)

STAMP = ("saved_by_id", "saved_at", "version")
WORDS = ("photo_id", "admire", "matters", "helps", "hinders", "written_with", "written_on", "agreed_on")
ALERT = ("kind", "text", "what_to_do", "source", "starts", "ends", "for_cover")
PROGRESS = ("state", "done", "attempts", "moved_at", "content")
TRACKED = ("profile", "profileversion", "profilereading", "pupilalert", "digestreading")

saved_by_me, by_me, made_by_me, read_by_me = (
    me("saved_by_id"),
    me("by_id"),
    me("made_by_id"),
    me("membership_id"),
)
now = just_now("at")


def standing(row, person, facts):
    return mine(row, person, facts) and row["withdrawn_at"] is None


def of_what_stands(row, person, facts):
    """The version is one that stands, and that whoever reads it may read."""
    version = facts.by_id.get(row["version_id"])
    sees = version is not None and (office(version, person, facts) or mine(version, person, facts))
    return sees and version["withdrawn_at"] is None


def of_my_link(row, person, facts):
    return in_school(row, person, facts) and made_by_me(facts.by_id[row["link_id"]], person, facts)


def new_link(row, person, facts):
    return (
        made_by_me(row, person, facts)
        and just_now("created_at")(row, person, facts)
        and row["revoked_at"] is None
    )


def taken_back(row, person, facts):
    return row["revoked_at"] is not None


def of_my_class(row, person, facts):
    return row["group_id"] in facts.taught_by(person)


def waiting(row, person, facts):
    return row["content"] is None and row["state"] == "waiting"


def past_its_day(row, person, facts):
    return moment(row["expires_at"]) <= datetime.now(UTC)


SELECT = {
    "provision_profile": {SCHOOL: office, STAFF: mine},
    "provision_profileversion": {SCHOOL: office, STAFF: mine, FAMILY: standing, AGENCY: standing},
    "provision_profilereading": {SCHOOL: office, STAFF: both(mine, read_by_me)},
    "provision_pupilalert": {SCHOOL: office, STAFF: mine},
    "provision_digestreading": {SCHOOL: office, STAFF: both(mine, read_by_me)},
    "provision_coverlink": {SCHOOL: office, STAFF: both(in_school, made_by_me)},
    "provision_coveropening": {SCHOOL: office, STAFF: of_my_link},
    "provision_printjob": {
        SCHOOL: both(office, read_by_me),
        STAFF: both(in_school, read_by_me),
        SYSTEM: everyone,
    },
} | {f"provision_{name}event": {SCHOOL: office} for name in TRACKED}

INSERT = {
    "provision_profile": {SCHOOL: both(office, saved_by_me), STAFF: both(mine, in_school, saved_by_me)},
    "provision_profileversion": {SCHOOL: both(office, by_me)},
    "provision_profilereading": {
        SCHOOL: both(office, read_by_me, now, of_what_stands),
        STAFF: both(mine, in_school, read_by_me, now, of_what_stands),
    },
    "provision_pupilalert": {SCHOOL: both(office, saved_by_me)},
    "provision_digestreading": {
        SCHOOL: both(office, read_by_me, now),
        STAFF: both(mine, in_school, read_by_me, now),
    },
    "provision_coverlink": {SCHOOL: both(office, new_link), STAFF: both(in_school, new_link, of_my_class)},
    "provision_printjob": {
        SCHOOL: both(office, read_by_me, waiting),
        STAFF: both(in_school, read_by_me, waiting),
    },
}

UPDATE = {
    "provision_profile": {
        SCHOOL: ((*WORDS, *STAMP), office, saved_by_me),
        STAFF: ((*WORDS, *STAMP), mine, both(in_school, saved_by_me)),
    },
    "provision_profileversion": {SCHOOL: (("withdrawn_at",), office)},
    "provision_pupilalert": {SCHOOL: ((*ALERT, *STAMP), office, saved_by_me)},
    "provision_coverlink": {
        SCHOOL: (("revoked_at",), office, taken_back),
        STAFF: (("revoked_at",), both(in_school, made_by_me), taken_back),
    },
    "provision_printjob": {
        SCHOOL: (PROGRESS, both(office, read_by_me)),
        STAFF: (PROGRESS, both(in_school, read_by_me)),
    },
}

DELETE = {"provision_printjob": {SYSTEM: past_its_day}}
