"""Staff of a file against the school's memberships."""

from django.utils.translation import gettext as _

from register.models import ImportLine
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, Role

from .lines import differences, given, line, parked
from .pupils import problem_lines

STAFF_FIELDS = {
    "staff_code": "staff_code",
    "title": "title",
    "forename": "first_name",
    "surname": "last_name",
    "email": "email",
}
ROLE_WORDS = (  # what a role's wording holds → our role, the first that fits
    ("assistant", Role.TA),
    ("hlta", Role.TA),
    ("lsa", Role.TA),
    ("support", Role.TA),
    ("teacher", Role.TEACHER),
    ("tutor", Role.TEACHER),
    ("head of", Role.TEACHER),
    ("lecturer", Role.TEACHER),
)
BY_INVITATION = ("senco", "sendco", "headteacher", "head teacher", "principal", "administrator", "governor")


def plan_staff(*, run, parsed):
    """New and changed staff. Roles that see the whole school are never given by a file."""
    held = list(Membership.objects.live().filter(school=run.school, role__in=STAFF).order_by("pk"))
    by_code = {m.staff_code: m for m in held if m.staff_code}
    by_email = {m.email.casefold(): m for m in held if m.email}
    for record in parsed.records:
        membership = by_code.get(record.staff_code) or by_email.get(record.email.casefold() or None)
        yield from staff_lines(run, record, membership)
    yield from problem_lines(run, parsed)


def staff_label(record) -> str:
    return " ".join(filter(None, (record.title, record.forename, record.surname)))


def staff_lines(run, record, membership: Membership | None):
    if membership is not None:
        before, after = differences(record, membership, STAFF_FIELDS)
        if after:
            yield line(
                run, ImportLine.Kind.CHANGED, record.row_number, staff_label(record), field=str(membership.pk),
                before={"staff": before}, after={"staff": after},
            )  # fmt: skip
        return
    role = role_of(record.role)
    if role is None:
        yield unknown_role(run, record)
        return
    yield line(
        run, ImportLine.Kind.NEW, record.row_number, staff_label(record),
        after={"staff": given(record, STAFF_FIELDS) | {"role": role.value}},
    )  # fmt: skip


def role_of(words: str) -> Role | None:
    """The role a wording stands for, or None where it is unknown or sees more than a file may give."""
    text = words.casefold()
    if any(word in text for word in BY_INVITATION):
        return None
    return next((role for word, role in ROLE_WORDS if word in text), None)


def unknown_role(run, record):
    return parked(
        run, record.row_number, staff_label(record), field="role", value=record.role,
        reason=_("A file gives people the roles teacher and teaching assistant only."),
        what_to_do=_("Invite this person yourself under People, in the role they should have."),
    )  # fmt: skip
