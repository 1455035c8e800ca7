"""Teaching groups of a file: who sits in them and who teaches them, against the timetable we hold. One line a group."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.models import GroupPupil, GroupTeacher, ImportLine, TeachingGroup

from .leavers import numbers_of, parked_numbers
from .lines import line, parked, warning
from .matching import Roll
from .pupil_lines import problem_lines
from .teachers import Teachers


@dataclass
class Wanted:
    """A group as the file describes it; pupils and staff by their keys as text. `sure`: every staff code was known."""

    name: str = ""
    subject: str = ""
    row_number: int | None = None
    pupils: set[str] = field(default_factory=set)
    staff: set[str] = field(default_factory=set)
    sure: bool = True
    others: set[str] = field(default_factory=set)  # further subjects that its rows name


class Timetable:
    """The rows of one file gathered into groups; what cannot be placed is kept as lines."""

    def __init__(self, run, parsed, held: dict[str, TeachingGroup]):
        self.run = run
        self.held = held
        self.spelled = {name.casefold(): name for name in held}
        self.roll = Roll.of(run.school)
        self.teachers = Teachers(run.school)
        self.groups: dict[str, Wanted] = {}
        self.lines: list = []
        self.unsure = pupils_of_parked_rows(self.roll, parsed)
        self.named = {record.group for record in parsed.records}
        self.understood: dict[str, tuple[set[str], list[str]]] = {}
        for record in parsed.records:
            self.place(record)

    def place(self, record) -> None:
        pupil = self.roll.find(record).pupil
        if pupil is None:
            self.lines.append(unknown_pupil(self.run, record))
            self.unsure |= {str(key) for key in self.roll.find(record).names}
            return
        name = self.name_of(record.group)
        key = name if name in self.held else name.casefold()
        group = self.groups.setdefault(key, Wanted(name=name, row_number=record.row_number))
        self.subject(group, record)
        group.pupils.add(str(pupil.pk))
        self.staff(group, record)

    def name_of(self, written: str) -> str:
        """“10x/Ma1” and “10X/ma1” are one group, called what it is called here, unless the school already has both."""
        return written if written in self.held else self.spelled.get(written.casefold(), written)

    def subject(self, group: Wanted, record) -> None:
        """The first subject of a group counts; another one is told once."""
        group.subject = group.subject or record.subject
        if record.subject and record.subject.casefold() not in {group.subject.casefold(), *group.others}:
            group.others.add(record.subject.casefold())
            self.lines.append(second_subject(self.run, record, group))

    def staff(self, group: Wanted, record) -> None:
        """Each wording of the file is looked up, and told where it means nobody, once."""
        cell = record.staff_code
        if cell not in self.understood:
            self.understood[cell] = found, unknown = self.teachers.find(cell)
            self.lines += [unknown_code(self.run, record, part) for part in unknown]
        found, unknown = self.understood[cell]
        group.staff |= found
        group.sure = group.sure and not unknown


def plan_groups(*, run, parsed):
    """New and changed groups, rows whose pupil or member of staff is unknown, and groups that the file does not name."""
    held = {group.name: group for group in TeachingGroup.objects.filter(school=run.school)}
    timetable = Timetable(run, parsed, held)
    pupils, staff = sitting(run.school), teaching(run.school)
    for wanted in timetable.groups.values():
        ours = held.get(wanted.name)
        key = ours.pk if ours else None
        stay = pupils.get(key, set()) & timetable.unsure
        wanted.pupils |= stay
        planned = group_line(
            run, wanted.name, ours, change_of(wanted, pupils.get(key, set()), staff.get(key, set())), wanted
        )
        if planned is not None:
            yield planned
    yield from missing_groups(run, held, timetable.named, parsed, pupils, staff)
    yield from timetable.lines
    yield from problem_lines(run, parsed)


def missing_groups(run, held: dict[str, TeachingGroup], named: set[str], parsed, pupils: dict, staff: dict):
    """Groups with somebody in them that no row of the file names. Everybody leaves them, if the person who applies it says so."""
    spelled = {name.casefold() for name in named} | {name.casefold() for name in parsed.parked_numbers}
    for name, group in sorted(held.items()):
        leave, stop = sorted(pupils.get(group.pk, ())), sorted(staff.get(group.pk, ()))
        if (leave or stop) and name.casefold() not in spelled:
            change = {"subject": "", "join": [], "leave": leave, "teach": [], "stop": stop}
            yield line(
                run, ImportLine.Kind.LEAVER, None, name, field=str(group.pk), value=in_words(change),
                reason=_("A group here, but not in the file."),
                before={"subject": group.subject}, after={"name": name} | change,
            )  # fmt: skip


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


def second_subject(run, record, group: Wanted):
    return warning(
        run, record.row_number, record.group, field="subject", value=record.subject,
        reason=_("Other rows of this group say “%(subject)s”, which is taken.") % {"subject": group.subject},
        what_to_do=_("Give the group one subject in the MIS, or two groups, and export again."),
    )  # fmt: skip


def unknown_code(run, record, part: str):
    return warning(
        run, record.row_number, record.group, field="staff_code", value=part,
        reason=_("Nobody here has this staff code or name alone, so the group is taken without them."),
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
