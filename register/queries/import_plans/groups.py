"""Teaching groups of a file: who sits in them and who teaches them, against the timetable we hold. One line a group."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.models import GroupPupil, GroupTeacher, ImportLine, TeachingGroup
from senco.accounts.models import Membership

from .lines import line, parked
from .matching import Roll
from .pupils import problem_lines


@dataclass
class Wanted:
    """A group as the file describes it; pupils and staff by their keys as text."""

    subject: str = ""
    row_number: int | None = None
    pupils: set[str] = field(default_factory=set)
    staff: set[str] = field(default_factory=set)


def plan_groups(*, run, parsed):
    """New and changed groups, and rows whose pupil or member of staff is unknown. Groups not in the file stay as they are."""
    wanted, parked_lines = read_groups(run, parsed)
    held = {group.name: group for group in TeachingGroup.objects.filter(school=run.school)}
    pupils, staff = sitting(run.school), teaching(run.school)
    for name, group in wanted.items():
        ours = held.get(name)
        key = ours.pk if ours else None
        planned = group_line(run, name, ours, group, pupils.get(key, set()), staff.get(key, set()))
        if planned is not None:
            yield planned
    yield from parked_lines
    yield from problem_lines(run, parsed)


def read_groups(run, parsed) -> tuple[dict[str, Wanted], list]:
    roll = Roll.of(run.school)
    codes = dict(
        Membership.objects.live()
        .filter(school=run.school)
        .exclude(staff_code="")
        .values_list("staff_code", "pk")
    )
    wanted: dict[str, Wanted] = {}
    set_aside, unknown_codes = [], set()
    for record in parsed.records:
        match = roll.find(record)
        if match.pupil is None:
            set_aside.append(unknown(run, record, "upn", record.upn or record.admission_number))
            continue
        group = wanted.setdefault(record.group, Wanted(row_number=record.row_number))
        group.subject = record.subject or group.subject
        group.pupils.add(str(match.pupil.pk))
        if record.staff_code in codes:
            group.staff.add(str(codes[record.staff_code]))
        elif record.staff_code and record.staff_code not in unknown_codes:
            unknown_codes.add(record.staff_code)
            set_aside.append(unknown(run, record, "staff_code", record.staff_code))
    return wanted, set_aside


def unknown(run, record, field_name: str, value: str):
    people = {
        "upn": _("No pupil here has this UPN or admission number."),
        "staff_code": _("Nobody here has this staff code."),
    }
    first = {
        "upn": _("Import the pupils first, then this file again."),
        "staff_code": _("Import the staff first, then this file again."),
    }
    return parked(
        run,
        record.row_number,
        record.group,
        field=field_name,
        value=value,
        reason=people[field_name],
        what_to_do=first[field_name],
    )


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


def group_line(run, name: str, ours: TeachingGroup | None, wanted: Wanted, pupils: set[str], staff: set[str]):
    """What changes in one group, or None where nothing does."""
    change = {
        "subject": wanted.subject,
        "join": sorted(wanted.pupils - pupils),
        "leave": sorted(pupils - wanted.pupils),
        "teach": sorted(wanted.staff - staff),
        "stop": sorted(staff - wanted.staff) if wanted.staff else [],
    }
    moves = any(change[name] for name in ("join", "leave", "teach", "stop"))
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
