"""Staff of a file against the school's memberships."""

from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from register.models import ImportLine
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF

from .lines import differences, given, line, parked, warning
from .pupil_lines import problem_lines
from .role_words import by_invitation, role_of

STAFF_FIELDS = {
    "staff_code": "staff_code",
    "title": "title",
    "forename": "first_name",
    "surname": "last_name",
    "email": "email",
}


class Staffroom:
    """The school's staff, those who begin later included, by what a file may know them by."""

    def __init__(self, school):
        staff = Membership.objects.filter(
            Q(ends__isnull=True) | Q(ends__gt=Now()), school=school, role__in=STAFF
        )
        self.by_code: dict[str, Membership] = {}
        self.by_email: dict[str, Membership] = {}
        for member in staff.order_by("-pk").iterator(
            chunk_size=2000
        ):  # of several roles of one person the first counts
            self.by_code.update({member.staff_code.casefold(): member} if member.staff_code else {})
            self.by_email.update({member.email.casefold(): member} if member.email else {})

    def find(self, record) -> tuple[Membership | None, Membership | None]:
        """Whom the code and whom the e-mail address of a row mean."""
        return self.by_code.get(record.staff_code.casefold()), self.by_email.get(record.email.casefold())


def plan_staff(*, run, parsed):
    """New and changed staff. Roles that see the whole school are never given by a file."""
    staffroom, seen = Staffroom(run.school), set()
    for record in parsed.records:
        by_code, by_email = staffroom.find(record)
        member = by_code or by_email
        if (by_code and by_email and not one_person(by_code, by_email)) or (member and member.pk in seen):
            yield two_people(run, record, by_code or member, by_email or member)
        elif member:
            seen.add(member.pk)
            yield from change_lines(run, record, member)
        else:
            yield new_line(run, record)
    yield from problem_lines(run, parsed)


def one_person(one: Membership, other: Membership) -> bool:
    """The same membership, or two roles of one person."""
    return one.pk == other.pk or one.email.casefold() == other.email.casefold()


def staff_label(record) -> str:
    return " ".join(filter(None, (record.title, record.forename, record.surname)))


def change_lines(run, record, member: Membership):
    """Somebody with an account keeps the address they gave, and so does who sees the whole school, invited or not: a file must
    not send their messages, or the next invitation, elsewhere."""
    before, after = differences(record, member, STAFF_FIELDS)
    if all(before.get(name) and after.get(name) for name in ("first_name", "last_name")):
        yield somebody_else(run, record, member)
        return
    if "email" in after and (member.user_id or member.sees_whole_school):
        before.pop("email")
        yield kept_address(run, record, after.pop("email"), member)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, staff_label(record), field=str(member.pk),
            before={"staff": before}, after={"staff": after},
        )  # fmt: skip


def new_line(run, record):
    """Somebody new with the role their wording stands for, here or by what a person said of it."""
    role = role_of(record.role, run.options.get("said", {}).get("roles", {}))
    if not role:
        return invite_them(run, record) if by_invitation(record.role) else unknown_role(run, record, role)
    return line(
        run, ImportLine.Kind.NEW, record.row_number, staff_label(record),
        after={"staff": given(record, STAFF_FIELDS) | {"role": role}},
    )  # fmt: skip


def wordings_to_ask(run, parsed) -> list[str]:
    """Wordings of roles that a person has to explain, those explained before included. A file without roles asks once for all."""
    said = run.options.get("said", {}).get("roles", {})
    return [
        wording
        for wording in dict.fromkeys(record.role for record in parsed.records)
        if wording in said or (not by_invitation(wording) and role_of(wording, {}) is None)
    ]


def kept_address(run, record, email: str, member: Membership):
    """The file's address is not taken, and the person who imports is told why."""
    if member.user_id:
        reason = _("This person signs in here with another e-mail address, which stays.")
        what = _("Nothing, or ask the person to change the address of their account.")
    else:
        reason = _("A file does not change the address of somebody who sees the whole school; theirs stays.")
        what = _("Correct it under People, and invite them again.")
    return warning(
        run, record.row_number, staff_label(record), field="email", value=email, reason=reason, what_to_do=what
    )  # fmt: skip


def two_people(run, record, first: Membership, second: Membership):
    return parked(
        run, record.row_number, staff_label(record), field="staff_code", value=record.staff_code,
        reason=_("The staff code belongs to %(first)s and the e-mail address to %(second)s, or another row is about them.")
        % {"first": first.name, "second": second.name},
        what_to_do=_("Correct the code or the address in the MIS and export again."),
    )  # fmt: skip


def somebody_else(run, record, member: Membership):
    """One name changes by marriage or by a slip; both together are another person, or a code or an address given out anew."""
    return parked(
        run, record.row_number, staff_label(record), field="surname", value=staff_label(record),
        reason=_("%(name)s has this code or e-mail address here, and the row names somebody else.") % {"name": member.name},
        what_to_do=_("Correct the MIS and export again. If the person changed their whole name, change it under People first."),
    )  # fmt: skip


def invite_them(run, record):
    return parked(
        run, record.row_number, staff_label(record), field="role", value=record.role,
        reason=_("A file gives people the roles teacher and teaching assistant only."),
        what_to_do=_("Invite this person yourself under People, in the role they should have."),
    )  # fmt: skip


def unknown_role(run, record, said: str | None):
    """`said` is "" where a person chose to leave everybody of this wording out."""
    if said == "":
        reason, what = _("You left this role out."), _("Nothing, unless this person works with pupils here.")
    elif record.role:
        reason, what = (
            _("This wording of a role is not one that we know."),
            _("Say above what it means, once for the whole file."),
        )
    else:
        reason, what = _("The file gives no role."), _("Say above what everybody without one is.")
    return parked(
        run,
        record.row_number,
        staff_label(record),
        field="role",
        value=record.role,
        reason=reason,
        what_to_do=what,
    )
