"""Who may do what to which row, said once more and in other words than the policies: by people, not by predicates of SQL.

Rows are dicts of column → value as JSON. What a role is not named for is refused outright (permission denied).
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

SENIOR_ROLES = ("senco", "admin", "head")
WORK_HERE = (*SENIOR_ROLES, "teacher", "ta")
OPENING = {"raised", "reopened", "views_asked", "resumed", "undone"}
SETTLING = {"decided", "told", "untold", "closed", "withdrawn"}
SCOPED = ("senco_staff", "senco_family", "senco_agency", "senco_governor")


@dataclass
class Facts:
    """What the rows of other tables say, read by the owner."""

    tables: dict[str, list[dict]]
    by_id: dict[str, dict] = field(default_factory=dict)

    def __post_init__(self):
        self.by_id = {row["id"]: row for rows in self.tables.values() for row in rows if "id" in row}

    def decided(self, concern_id) -> bool:
        """Whether the last step that moved the concern on ended the asking."""
        steps = [s for s in self.tables["register_concernstep"] if s["concern_id"] == concern_id]
        moving = [s for s in steps if s["kind"] in OPENING | SETTLING]
        last = max(moving, key=lambda s: (moment(s["at"]), s["id"]), default={"kind": "raised"})
        return last["kind"] in SETTLING

    def taught_by(self, person) -> set[str]:
        now = datetime.now(UTC)
        return {
            row["group_id"] for row in self.tables["register_groupteacher"]
            if row["membership_id"] == person.me and moment(row["starts"]) <= now
            and (row["ends"] is None or moment(row["ends"]) > now)
        }  # fmt: skip

    def linked(self, grant) -> bool:
        """Whether a contact without an order links these two, and no order of that pupil is the person's or their address's."""
        people = {person["id"]: person for person in self.tables["accounts_membership"]}
        rows = [
            row for row in self.tables["register_contact"] if row["pupil_id"] == grant["content_object_id"]
        ]
        mine = [row for row in rows if row["membership_id"] == grant["membership_id"]]
        known = {
            grant["membership_id"],
            people.get(grant["membership_id"], {"email": ""})["email"],
            *(row["email"] for row in mine),
        } - {""}
        orders = [row for row in rows if row["court_order"]]
        barred = any(known & {row["membership_id"], row["email"]} for row in orders)
        links = [row for row in mine if not row["court_order"] and row["ended_on"] is None]
        allowed = all(self.level(row) in ("comment", grant["level"]) for row in links)
        return not barred and allowed and bool(links)

    def level(self, contact) -> str:
        """What was decided for a contact: by the school, or by a young person who decides."""
        passed = self.tables["register_rightspassed"]
        decides = any(row["pupil_id"] == contact["pupil_id"] and not row["taken_back_at"] for row in passed)
        young = contact["relationship"] == "*YP"
        if young and not decides:
            return "none"
        return contact["portal"] or ("none" if decides and not young else "comment")

    def role_of(self, membership_id) -> str:
        return self.by_id.get(membership_id, {}).get("role", "")

    def groups_of(self, person) -> set[str]:
        return {r["group_id"] for r in self.tables["register_grouppupil"] if r["pupil_id"] in person.live}


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def just_now(column: str):
    """Written within ten minutes of the database's clock: what is read, or raised, cannot be dated back."""
    return lambda row, person, facts: abs(datetime.now(UTC) - moment(row[column])) < timedelta(minutes=10)


def arrived(text: str) -> bool:
    return moment(text) <= datetime.now(UTC)


def everyone(row, person, facts):
    return True


def office(row, person, facts):
    return person.office and row["school_id"] == person.school


def in_school(row, person, facts):
    return person.school is not None and row["school_id"] == person.school


def mine(row, person, facts):
    return row["pupil_id"] in person.live


def may_write(row, person, facts):
    """Of a parent: that they may write to the school about the pupil, and not only read."""
    return row["pupil_id"] in person.writes


def me(column: str):
    return lambda row, person, facts: person.school is not None and row[column] == person.me


def both(*conditions):
    return lambda row, person, facts: all(each(row, person, facts) for each in conditions)


def own_pupil(row, person, facts):
    return row["id"] in person.live


def own_school(row, person, facts):
    return person.school is not None and row["id"] == person.school


def colleague_or_self(row, person, facts):
    staff = row["role"] in (*SENIOR_ROLES, "teacher", "ta")
    return in_school(row, person, facts) and (staff or row["id"] == person.me)


def concern_of_staff(row, person, facts):
    """Whoever works here keeps what they raised, whether or not they may open the pupil."""
    return person.school is not None and row["raised_by_id"] == person.me


def concern_of_family(row, person, facts):
    return mine(row, person, facts) and row["raised_by_id"] == person.me


def about_concern(judge):
    return lambda row, person, facts: judge(facts.by_id[row["concern_id"]], person, facts)


def told_raiser(row, person, facts):
    return (
        can_be_read(row)
        and row["audience"] == "raiser"
        and concern_of_staff(facts.by_id[row["concern_id"]], person, facts)
    )


def can_be_read(row):
    return arrived(row["sent_at"]) and row["withdrawn_at"] is None


def told_family(row, person, facts):
    to_parents = can_be_read(row) and row["audience"] == "parents"
    return mine(row, person, facts) and (told_raiser(row, person, facts) or to_parents)


def taught_child(row, person, facts):
    return row["group_id"] in facts.groups_of(person)


def childs_group(row, person, facts):
    return row["id"] in facts.groups_of(person)


def my_thread(row, person, facts):
    reachable = row["group_id"] in facts.taught_by(person) or mine(row, person, facts)
    return in_school(row, person, facts) and row["asked_by_id"] == person.me and reachable


def in_my_thread(row, person, facts):
    return in_school(row, person, facts) and my_thread(facts.by_id[row["thread_id"]], person, facts)


def released(row, person, facts):
    return in_school(row, person, facts) and row["withdrawn_at"] is None and arrived(row["released_at"])


def from_import(row, person, facts):
    return office(row, person, facts) and row["origin_run"] is not None


def pupil_from_import(row, person, facts):
    return office(row, person, facts) and facts.by_id[row["content_object_id"]]["origin_run"] is not None


def fresh_or_imported(row, person, facts):
    fresh = moment(row["created_at"]) > datetime.now(UTC) - timedelta(hours=1)
    return office(row, person, facts) and (row["origin_run"] is not None or fresh)


def with_its_period(row, person, facts):
    """A duty goes only with its period."""
    return fresh_or_imported(facts.by_id[row["status_id"]], person, facts)


def asked_only(row, person, facts):
    """A duty begins neither done nor waived."""
    return row["done_on"] is None and row["waived_on"] is None


def still_mine(row, person, facts):
    return row["waived_on"] is None and row["done_by_id"] in (None, person.me)


def nobody_yet(row, person, facts):
    return row["user_id"] is None


def new_colleague(row, person, facts):
    appointable = row["role"] not in SENIOR_ROLES or person.senior
    return office(row, person, facts) and row["user_id"] is None and appointable


def offer(row, person, facts):
    return (
        office(row, person, facts)
        and row["accepted_at"] is None
        and new_colleague(facts.by_id[row["membership_id"]], person, facts)
    )


def to_the_office(row, person, facts):
    people = facts.tables["accounts_membership"]
    offices = {m["email"] for m in people if m["school_id"] == person.school and m["role"] in SENIOR_ROLES}
    return in_school(row, person, facts) and row["to"] in offices and row["sent_at"] is None


def sign_in_mail(row, person, facts):
    return row["school_id"] is None


def refusal_only(row, person, facts):
    return row["kind"] == "denied" and row["pupil_ids"] == [] and just_now("at")(row, person, facts)


def raised_by_me(row, person, facts):
    number = f"{row['reference']}"
    counters = facts.tables["register_referencecounter"]
    counted = {f"{c['year']}-{c['last_number']}" for c in counters if c["school_id"] == person.school}
    now = just_now("raised_at")
    return both(mine, in_school, me("raised_by_id"), now)(row, person, facts) and number in counted


def first_word(row, person, facts):
    """Raising and taking back are the steps of whoever raised the concern."""
    concern = facts.by_id[row["concern_id"]]
    allowed = row["kind"] in ("raised", "withdrawn") and concern["raised_by_id"] == person.me
    return allowed and both(mine, in_school, me("by_id"))(row, person, facts)


def my_answer(row, person, facts):
    still = row["cancelled_at"] is None and row["settled_at"] is None and not facts.decided(row["concern_id"])
    return mine(row, person, facts) and row["asked_id"] == person.me and still


def unanswered(row, person, facts):
    return row["answered_at"] is None and row["same_concern"] == "" and row["answer"] == ""


def new_grant(row, person, facts):
    """In one's own name or, where it is derived, in nobody's; a share by the SENCO or head; a parent's by an unbarred link."""
    if row["source"] == "share":
        return office(row, person, facts) and person.senior and row["granted_by_id"] == person.me
    return (
        office(row, person, facts)
        and row["granted_by_id"] in (None, person.me)
        and derivable(row, person, facts)
    )


def confirmed_by_me(row, person, facts):
    return person.senior and row["confirmed_by_id"] == person.me and row["taken_back_at"] is None


def taken_back_by_me(row, person, facts):
    return person.senior and row["taken_back_by_id"] == person.me


def derivable(row, person, facts):
    """A parent's by an unbarred link; by a rule for people who work at the school alone; never a share."""
    if row["source"] == "parent":
        return facts.linked(row)
    return row["source"] != "share" and facts.role_of(row["membership_id"]) in WORK_HERE


def own_reading(row, person, facts):
    return both(in_school, me("membership_id"), just_now("at"))(row, person, facts)


def not_a_share(row, person, facts):
    return row["source"] != "share"


def counting(row, person, facts):
    return in_school(row, person, facts) and row["last_number"] == 0


def file_for_staff(row, person, facts):
    mine_to_undo = row["uploaded_by_id"] == person.me
    return mine(row, person, facts) and (mine_to_undo or (row["for_staff"] and row["removed_at"] is None))


def file_for_parents(row, person, facts):
    """What was shared with the family, for all parents or for this one by name; and what one brought oneself."""
    named = not row["named_parents"] or person.me in row["named_parents"]
    shared = row["for_family"] and named and is_readable(row)
    brought = row["uploaded_by_id"] == person.me and row["removed_at"] is None
    return mine(row, person, facts) and (shared or brought)


def brought_by_parent(row, person, facts):
    stays_here = not row["for_family"] and not row["for_agency"]
    return stays_here and both(mine, may_write, in_school, new_file)(row, person, facts)


def file_for(column: str):
    return lambda row, person, facts: mine(row, person, facts) and row[column] and is_readable(row)


def is_readable(row):
    return row["removed_at"] is None and row["scan"] != "waiting"


def content_of(judge):
    """Content follows its file, as long as the file may be handed out at all."""

    def judged(row, person, facts):
        file = facts.by_id[row["file_id"]]
        return is_readable(file) and judge(file, person, facts)

    return judged


def new_file(row, person, facts):
    return row["removed_at"] is None and both(me("uploaded_by_id"), just_now("uploaded_at"))(
        row, person, facts
    )


def new_file_of_classroom(row, person, facts):
    for_colleagues = row["for_staff"] and not row["for_family"] and not row["for_agency"]
    return for_colleagues and both(mine, in_school, new_file)(row, person, facts)


def own_file_still_mine(row, person, facts):
    removed_by_me = row["removed_by_id"] in (None, person.me)
    return removed_by_me and both(mine, me("uploaded_by_id"))(row, person, facts)


def new_content(row, person, facts):
    file = facts.by_id[row["file_id"]]
    return file["removed_at"] is None and file["uploaded_by_id"] == person.me


def long_removed(row, person, facts):
    removed = facts.by_id[row["file_id"]]["removed_at"]
    return removed is not None and moment(removed) < datetime.now(UTC) - timedelta(hours=1)


def waits_or_long_removed(row, person, facts):
    return long_removed(row, person, facts) or facts.by_id[row["file_id"]]["scan"] == "waiting"
