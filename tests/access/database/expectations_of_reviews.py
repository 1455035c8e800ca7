"""The part of the table about reviews: staff write live rows in their own name, families read the records made for them."""

from tests.access.database.oracle import arrived, both, in_school, may_write, me, mine, office

SCHOOL, STAFF, FAMILY, AGENCY = "senco_school", "senco_staff", "senco_family", "senco_agency"
STAMP = ("saved_by_id", "saved_at", "version")
LIVE = {  # rows that staff write → the columns that change
    "review": (
        "kind", "title", "plan_id", "lead_id", "day", "at", "minutes", "manner", "place", "interpreter", "held_on", "summary",
        "staff_note", "decision", "decision_words", "next_on",
    ),
    "person": ("presence", "removed_at"),
    "outcomejudged": ("judgement", "next_step", "words"),
    "spoken": ("speaker", "name", "words", "disagrees", "shared", "removed_at"),
    "agreedaction": ("text", "who_id", "who_words", "by_when", "shared", "removed_at", "done_at", "done_by_id"),
}  # fmt: skip
SIGNED = ("reviewstep", "reviewrecord")
ANSWER = ("answer", "words", "answered_at")
saved_by_me, by_me = me("saved_by_id"), me("by_id")


def made_for_family(row, person, facts):
    return row["audience"] == "family" and row["withdrawn_at"] is None and arrived(row["visible_from"])


def made_for_agency(row, person, facts):
    return made_for_family(row, person, facts) and row["for_agency"]


def asked(row, person, facts):
    return row["membership_id"] == person.me and row["withdrawn_at"] is None


def new_invitation(row, person, facts):
    return row["answer"] == "" and row["withdrawn_at"] is None and row["reminded_at"] is None


def staff_step(row, person, facts):
    return row["kind"] in ("begun", "arranged", "called_off") and row["withdrawn_at"] is None


SELECT = {f"reviews_{name}": {SCHOOL: office, STAFF: mine} for name in (*LIVE, *SIGNED)}
SELECT |= {f"reviews_{name}event": {SCHOOL: office} for name in (*LIVE, *SIGNED)}
SELECT["reviews_reviewrecord"] |= {FAMILY: both(mine, made_for_family), AGENCY: both(mine, made_for_agency)}
INSERT = {
    f"reviews_{name}": {SCHOOL: both(office, saved_by_me), STAFF: both(mine, in_school, saved_by_me)}
    for name in LIVE
}
INSERT |= {f"reviews_{name}": {SCHOOL: both(office, by_me)} for name in SIGNED}
INSERT["reviews_reviewstep"] |= {STAFF: both(mine, in_school, by_me, staff_step)}
UPDATE = {
    f"reviews_{name}": {
        SCHOOL: ((*columns, *STAMP), office, saved_by_me),
        STAFF: ((*columns, *STAMP), mine, both(in_school, saved_by_me)),
    }
    for name, columns in LIVE.items()
}
UPDATE |= {f"reviews_{name}": {SCHOOL: (("withdrawn_at",), office)} for name in SIGNED}
UPDATE["reviews_review"][SCHOOL] = ((*LIVE["review"], "round_id", *STAMP), office, saved_by_me)

SELECT |= {
    "reviews_reviewround": {SCHOOL: office},
    "reviews_meetinginvitation": {
        SCHOOL: office, STAFF: mine, FAMILY: both(mine, asked), AGENCY: both(mine, asked),
    },
    "reviews_meetinginvitationevent": {SCHOOL: office},
}  # fmt: skip
INSERT |= {
    "reviews_reviewround": {SCHOOL: both(office, by_me)},
    "reviews_meetinginvitation": {SCHOOL: both(office, by_me, new_invitation)},
}
UPDATE |= {
    "reviews_reviewround": {SCHOOL: (("undone_at",), office)},
    "reviews_meetinginvitation": {
        SCHOOL: (("withdrawn_at", "reminded_at"), office),
        FAMILY: (ANSWER, both(mine, may_write, asked)),
        AGENCY: (ANSWER, both(mine, asked)),
    },
}

GIVING = ("answers", "level", "file_id", "answered_at", "on_paper", *STAMP)
asked_by_me = me("asked_by_id")


def for_staff(row, person, facts):
    return not row["private"] or asked(row, person, facts)


def new_contribution(row, person, facts):
    return all(row[name] is None for name in ("answered_at", "withdrawn_at", "closed_at"))


def new_time(row, person, facts):
    return row["taken_at"] is None and row["withdrawn_at"] is None


def new_offer(row, person, facts):
    return row["chosen_id"] is None and row["withdrawn_at"] is None


def by_hand(row, person, facts):
    return asked(row, person, facts) and row["closed_at"] is None and not row["on_paper"]


def standing(row, person, facts):
    return row["withdrawn_at"] is None


def offered(row, person, facts):
    offers = facts.tables["reviews_timeoffer"]
    return any(
        each["batch"] == row["batch"] and mine(each, person, facts) and asked(each, person, facts)
        for each in offers
    )


def offered_to_write(row, person, facts):
    offers = facts.tables["reviews_timeoffer"]
    return any(
        each["batch"] == row["batch"] and may_write(each, person, facts) and asked(each, person, facts)
        for each in offers
    )


given = both(mine, in_school, by_hand, saved_by_me)
SELECT |= {
    "reviews_contribution": {
        SCHOOL: office, STAFF: both(mine, for_staff), FAMILY: both(mine, asked), AGENCY: both(mine, asked),
    },
    "reviews_actionreminder": {SCHOOL: office},
    "reviews_actionreminderevent": {SCHOOL: office},
    "reviews_contributionevent": {SCHOOL: office},
    "reviews_offeredtime": {SCHOOL: office, FAMILY: both(standing, offered)},
    "reviews_offeredtimeevent": {SCHOOL: office},
    "reviews_timeoffer": {SCHOOL: office, FAMILY: both(mine, asked)},
    "reviews_timeofferevent": {SCHOOL: office},
}  # fmt: skip
INSERT |= {
    "reviews_contribution": {SCHOOL: both(office, asked_by_me, saved_by_me, new_contribution)},
    "reviews_actionreminder": {SCHOOL: both(office, by_me)},
    "reviews_offeredtime": {SCHOOL: both(office, by_me, new_time)},
    "reviews_timeoffer": {SCHOOL: both(office, by_me, new_offer)},
}
UPDATE |= {
    "reviews_contribution": {
        SCHOOL: (("reminded_at", "withdrawn_at", "closed_at", *GIVING), office),
        STAFF: (GIVING, both(mine, for_staff), given),
        FAMILY: (GIVING, both(mine, may_write, asked), given),
        AGENCY: (GIVING, both(mine, asked), given),
    }
}
UPDATE |= {
    "reviews_offeredtime": {
        SCHOOL: (("taken_at", "withdrawn_at"), office),
        FAMILY: (("taken_at",), both(standing, offered_to_write)),
    },
    "reviews_timeoffer": {
        SCHOOL: (("arranged_at", "withdrawn_at"), office),
        FAMILY: (("chosen_id", "chosen_at"), both(mine, may_write, asked)),
    },
}
