"""Teaching groups of a file: who sits in them and who teaches them, against the timetable we hold. One line a group."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.models import GroupPupil, GroupTeacher, ImportLine, TeachingGroup
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF

from .leavers import numbers_of, parked_numbers
from .lines import line, parked, warning
from .matching import Roll
from .pupils import problem_lines


@dataclass
class Wanted:
    """A group as the file describes it; pupils and staff by their keys as text. `sure`: every staff code was known."""

    subject: str = ""
    row_number: int | None = None
    pupils: set[str] = field(default_factory=set)
    staff: set[str] = field(default_factory=set)
    sure: bool = True


class Timetable:
    """The rows of one file gathered into groups; what cannot be placed is kept as lines."""

    def __init__(self, run, parsed):
        self.run = run
        self.roll = Roll.of(run.school)
        self.codes = staff_codes(run.school)
        self.groups: dict[str, Wanted] = {}
        self.lines: list = []
        self.unsure = pupils_of_parked_rows(self.roll, parsed)
        unknown_codes: set[str] = set()
        for record in parsed.records:
            self.place(record, unknown_codes)

    def place(self, record, unknown_codes: set[str]) -> None:
        pupil = self.roll.find(record).pupil
        if pupil is None:
            self.lines.append(unknown_pupil(self.run, record))
            self.unsure |= {str(key) for key in self.roll.find(record).names}
            return
        group = self.groups.setdefault(record.group, Wanted(row_number=record.row_number))
        group.subject = record.subject or group.subject
        group.pupils.add(str(pupil.pk))
        code = record.staff_code.casefold()
        if code in self.codes:
            group.staff.add(self.codes[code])
        elif code:
            group.sure = False
            if code not in unknown_codes:
                unknown_codes.add(code)
                self.lines.append(unknown_code(self.run, record))


def plan_groups(*, run, parsed):
    """New and changed groups, and rows whose pupil or member of staff is unknown. Groups not in the file stay as they are."""
    timetable = Timetable(run, parsed)
    held = {group.name: group for group in TeachingGroup.objects.filter(school=run.school)}
    pupils, staff = sitting(run.school), teaching(run.school)
    for name, wanted in timetable.groups.items():
        ours = held.get(name)
        key = ours.pk if ours else None
        stay = pupils.get(key, set()) & timetable.unsure
        wanted.pupils |= stay
        planned = group_line(
            run, name, ours, change_of(wanted, pupils.get(key, set()), staff.get(key, set())), wanted
        )
        if planned is not None:
            yield planned
    yield from timetable.lines
    yield from problem_lines(run, parsed)


def staff_codes(school) -> dict[str, str]:
    """Staff code → membership key as text, whatever the case of the code."""
    staff = Membership.objects.live().filter(school=school, role__in=STAFF).exclude(staff_code="")
    return {code.casefold(): str(key) for code, key in staff.values_list("staff_code", "pk")}


def pupils_of_parked_rows(roll: Roll, parsed) -> set[str]:
    """Pupils whose row the reader set aside: they stay in the groups they are in."""
    numbers = parked_numbers(parsed)
    return {str(pupil.pk) for pupil in roll.everybody() if numbers_of(pupil) & numbers} if numbers else set()


def unknown_pupil(run, record):
    return parked(
        run, record.row_number, record.group, field="upn", value=record.upn or record.admission_number,
        reason=_("No pupil here has this UPN or admission number."),
        what_to_do=_("Import the pupils first, then this file again."),
    )  # fmt: skip


def unknown_code(run, record):
    return warning(
        run, record.row_number, record.group, field="staff_code", value=record.staff_code,
        reason=_("Nobody here has this staff code, so the group is taken without them."),
        what_to_do=_("Import the staff first, then this file again."),
    )  # fmt: skip


def sitting(school) -> dict:
    """Pupils of each group now, by group."""
    return collect(
        GroupPupil.objects.filter(school=school, ends__isnull=True).values_list("group_id", "pupil_id")
    )


def teaching(school) -> dict:
    """Staff of each group now, by group."""
    return collect(
        GroupTeacher.objects.filter(school=school, ends__isnull=True).values_list("group_id", "membership_id")
    )


def collect(pairs) -> dict:
    found: dict = {}
    for group, member in pairs:
        found.setdefault(group, set()).add(str(member))
    return found


def change_of(wanted: Wanted, pupils: set[str], staff: set[str]) -> dict:
    """Who joins and leaves. Nobody stops teaching a group of which the file names a teacher we do not know, or none."""
    return {
        "subject": wanted.subject,
        "join": sorted(wanted.pupils - pupils),
        "leave": sorted(pupils - wanted.pupils),
        "teach": sorted(wanted.staff - staff),
        "stop": sorted(staff - wanted.staff) if wanted.staff and wanted.sure else [],
    }


def group_line(run, name: str, ours: TeachingGroup | None, change: dict, wanted: Wanted):
    """What changes in one group, or None where nothing does."""
    moves = any(change[part] for part in ("join", "leave", "teach", "stop"))
    if ours is not None and not moves and wanted.subject in ("", ours.subject):
        return None
    return line(
        run, ImportLine.Kind.CHANGED if ours else ImportLine.Kind.NEW, wanted.row_number, name,
        field=str(ours.pk) if ours else "", value=in_words(change),
        before={"subject": ours.subject if ours else ""}, after={"name": name} | change,
    )  # fmt: skip


def in_words(change: dict) -> str:
    joins, leaves = len(change["join"]), len(change["leave"])
    parts = [
        ngettext("%(n)d pupil joins", "%(n)d pupils join", joins) % {"n": joins} if joins else "",
        ngettext("%(n)d pupil leaves", "%(n)d pupils leave", leaves) % {"n": leaves} if leaves else "",
        _("teachers change") if change["teach"] or change["stop"] else "",
    ]
    return ", ".join(filter(None, parts))
