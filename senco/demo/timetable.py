"""Forms and subject groups of this school year, who teaches them and who sits in them."""

import itertools
import string
from collections.abc import Iterator
from dataclasses import dataclass

from register.models import GroupPupil, GroupTeacher, TeachingGroup
from senco.accounts.models import Membership
from senco.core.calendar import school_year_of
from senco.demo.children import Child
from senco.demo.staff import SUBJECTS, Staff
from senco.demo.world import DAY, World
from senco.demo.year import first_day

SETS = ("En", "Ma", "Sc")  # taught in sets by attainment
BY_FORM = tuple(code for code in SUBJECTS if code not in SETS)
STATUS_WEIGHS = {"N": 0.0, "K": 0.35, "E": 0.5}  # how far SEN moves a pupil towards the last set
GROUPS_AN_ASSISTANT = 6
KEY_ADULT = {"N": 0.0, "K": 0.35, "E": 1.0}
LETTERS = string.ascii_uppercase


@dataclass
class Group:
    record: TeachingGroup
    subject: str  # a code of SUBJECTS, or "" for a form
    children: list[Child]
    teacher: Membership | None = None


def record_timetable(world: World, children: list[Child], staff: Staff, forms: int) -> list[Group]:
    on_roll = [child for child in children if not child.left]
    groups = [
        group
        for year in sorted({child.year for child in on_roll})
        for group in groups_of(world, on_roll, year, forms)
    ]
    assign_teachers(world, groups, staff)
    assign_assistants(world, groups, staff)
    choose_key_adults(world, groups, staff)
    return groups


def groups_of(world: World, children: list[Child], year: int, forms: int) -> Iterator[Group]:
    cohort = [child for child in children if child.year == year]
    world.rng.shuffle(cohort)
    for number in range(forms):
        members = cohort[number::forms]
        form = f"{year}{form_letter(number)}"
        for child in members:
            child.pupil.form = form
        yield make_group(world, form, "", members)
        for subject in BY_FORM:
            yield make_group(world, f"{form}/{subject}", subject, members)
    for subject in SETS:
        yield from sets_of(world, cohort, year, subject, forms)


def form_letter(number: int) -> str:
    """A to Z, then AA to ZZ, as large schools do."""
    again, place = divmod(number, len(LETTERS))
    return LETTERS[place] * (again + 1)


def sets_of(world: World, cohort: list[Child], year: int, subject: str, count: int) -> Iterator[Group]:
    ranked = sorted(cohort, key=lambda child: world.rng.random() + STATUS_WEIGHS[child.status])
    for number in range(count):
        start, end = (len(ranked) * place // count for place in (number, number + 1))
        yield make_group(world, f"{year}{subject}{number + 1}", subject, ranked[start:end])


def make_group(world: World, name: str, subject: str, children: list[Child]) -> Group:
    record = world.add(
        TeachingGroup, school=world.school, name=name, subject=SUBJECTS.get(subject, "Registration")
    )
    starts = start_of_year(world)
    for child in children:
        world.add(GroupPupil, school=world.school, pupil=child.pupil, group=record, starts=starts)
    return Group(record, subject, children)


def start_of_year(world: World):
    return world.at(min(first_day(school_year_of(world.today)), world.today - DAY), from_hour=8, to_hour=9)


def assign_teachers(world: World, groups: list[Group], staff: Staff) -> None:
    """Everybody of a subject in turn. The teacher's sign-in has the English set and the form of the parent's child."""
    turns = {code: itertools.cycle(teachers) for code, teachers in staff.teachers.items()}
    tutors = itertools.cycle(staff.all_teachers[1:] or staff.all_teachers)
    for group in groups:
        group.teacher = next(turns[group.subject] if group.subject else tutors)
        if group.subject in ("", "En") and has_known_child(group):
            group.teacher = staff.teacher
        teach(world, group, group.teacher)


def has_known_child(group: Group) -> bool:
    """Whether the parent's child on SEN Support is in it."""
    return any(child.home.known and child.status == "K" for child in group.children)


def assign_assistants(world: World, groups: list[Group], staff: Staff) -> None:
    """Assistants support the groups with most SEN; the TA's sign-in the parent's child's."""
    supported = sorted(groups, key=lambda group: -sum(child.status != "N" for child in group.children))
    supported = [group for group in supported if group.subject in SETS]
    known = [group for group in groups if has_known_child(group) and group.subject in ("", "En", "Ma")]
    for group in known:
        teach(world, group, staff.assistant)
    others = itertools.cycle(staff.assistants[1:])
    for group in [group for group in supported if group not in known][
        : GROUPS_AN_ASSISTANT * len(staff.assistants)
    ]:
        teach(world, group, next(others))


def teach(world: World, group: Group, member: Membership) -> None:
    world.add(
        GroupTeacher, school=world.school, group=group.record, membership=member, starts=start_of_year(world)
    )


def choose_key_adults(world: World, groups: list[Group], staff: Staff) -> None:
    """An assistant or the form tutor whom the pupil can go to."""
    for group in groups:
        if group.subject:
            continue
        for child in group.children:
            if world.chance(KEY_ADULT[child.status]):
                child.pupil.key_adult = world.rng.choice((*staff.assistants, group.teacher))
