"""What would change: an adult leaves, pupils join, rates rise. Pure: today's facts go in and others come out, nothing is written."""

import datetime
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import time
from fractions import Fraction

from provision.expected import Slot
from provision.occasions import Group, Place, Span

DAY = datetime.timedelta(days=1)
SCHOOL_DAYS = 5
FIRST_LESSON = time(9, 0)


@dataclass(frozen=True)
class Scenario:
    """From `on`: every rate rises by `rise` (4 % is 1/25), the adult `leaver` is gone, `joiners` more pupils get `joins`."""

    on: datetime.date
    rise: Fraction = Fraction(0)
    leaver: Hashable = None
    joiners: int = 0
    joins: Hashable = None


@dataclass(frozen=True)
class Shape:
    """What a new group of an intervention looks like."""

    name: str
    tier: str
    role: str
    minutes: int
    sessions_a_week: Fraction
    weeks: int
    group_size: int


@dataclass(frozen=True)
class Effects:
    """In numbers, for a page to put into words: groups that nobody runs any more, pupils of those, minutes a week that the leaver gave;
    pupils who found an empty place, and groups that had to be opened."""

    stopped: tuple[str, ...] = ()
    without: int = 0
    minutes_lost: int = 0
    into_empty_places: int = 0
    opened: int = 0


def applied(
    groups: tuple[Group, ...], scenario: Scenario, shape: Shape | None = None
) -> tuple[tuple[Group, ...], Effects]:
    """The groups as they would be. `shape` is that of the intervention that pupils join."""
    after, lost = without_leaver(groups, scenario)
    if shape is None or not scenario.joiners:
        return after, lost
    after, filled, opened = with_joiners(after, scenario, shape)
    return after, replace(lost, into_empty_places=filled, opened=opened)


def without_leaver(groups: tuple[Group, ...], scenario: Scenario) -> tuple[tuple[Group, ...], Effects]:
    """A group with somebody else to run it goes on and costs less; one without stops."""
    if scenario.leaver is None:
        return groups, Effects()
    after, stopped, pupils, minutes = [], [], set(), 0
    for group in groups:
        if not runs(group, scenario.leaver, scenario.on):
            after.append(group)
            continue
        minutes += weekly_minutes(group, scenario.on)
        left = replace(
            group, runners=tuple(cut(runner, scenario) for runner in group.runners if stays(runner, scenario))
        )
        if any(runner.span.holds(scenario.on) for runner in left.runners):
            after.append(left)
            continue
        stopped.append(group.name)
        pupils |= {place.pupil for place in group.places if place.span.holds(scenario.on)}
        after.append(replace(group, slots=tuple(until(slot, scenario.on) for slot in group.slots)))
    return tuple(after), Effects(tuple(stopped), len(pupils), minutes)


def runs(group: Group, who: Hashable, on: datetime.date) -> bool:
    """Whether this adult is to run it on that day or later, while the group lasts."""
    if group.span.ends and group.span.ends < on:
        return False
    return any(
        runner.key == who and (runner.span.ends is None or runner.span.ends >= on) for runner in group.runners
    )


def stays(runner, scenario: Scenario) -> bool:
    return runner.key != scenario.leaver or runner.span.starts < scenario.on


def cut(runner, scenario: Scenario):
    """The leaver's time ends the day before; everybody else's is as it was."""
    if runner.key != scenario.leaver:
        return runner
    last = scenario.on - DAY
    return replace(runner, span=Span(runner.span.starts, min(runner.span.ends or last, last)))


def until(slot: Slot, on: datetime.date) -> Slot:
    last = on - DAY
    return replace(slot, ends=min(slot.ends or last, last))


def weekly_minutes(group: Group, on: datetime.date) -> int:
    """Minutes a week of a timetable; one of two weeks counts half."""
    held = [slot for slot in group.slots if slot.ends is None or slot.ends >= on]
    return sum(slot.minutes // 2 if slot.weeks else slot.minutes for slot in held)


def with_joiners(
    groups: tuple[Group, ...], scenario: Scenario, shape: Shape
) -> tuple[tuple[Group, ...], int, int]:
    """Pupils first take empty places of groups that run on the day, the earliest named first; then groups are opened."""
    waiting = [f"new pupil {number}" for number in range(1, scenario.joiners + 1)]
    after = []
    for group in groups:
        free = empty_places(group, scenario) if group.intervention == scenario.joins else 0
        taken, waiting = waiting[:free], waiting[free:]
        added = tuple(Place(pupil, Span(scenario.on, group.span.ends)) for pupil in taken)
        after.append(replace(group, places=group.places + added))
    filled = scenario.joiners - len(waiting)
    opened = [waiting[start : start + shape.group_size] for start in range(0, len(waiting), shape.group_size)]
    after += [new_group(pupils, scenario, shape, number) for number, pupils in enumerate(opened, start=1)]
    return tuple(after), filled, len(opened)


def empty_places(group: Group, scenario: Scenario) -> int:
    if not group.span.holds(scenario.on):
        return 0
    return max(0, group.agreed_size - sum(place.span.holds(scenario.on) for place in group.places))


def new_group(pupils: list[str], scenario: Scenario, shape: Shape, number: int) -> Group:
    """As the library says: its sessions spread over the week, for its number of weeks."""
    span = Span(scenario.on, scenario.on + datetime.timedelta(weeks=shape.weeks) - DAY)
    return Group(
        key=f"new group {number}",
        name=shape.name,
        intervention=scenario.joins,
        tier=shape.tier,
        role=shape.role,
        span=span,
        agreed_size=shape.group_size,
        slots=slots_of(shape, span),
        places=tuple(Place(pupil, span) for pupil in pupils),
    )


def slots_of(shape: Shape, span: Span) -> tuple[Slot, ...]:
    """One time for each session of the week; a part of a session makes the last one that much shorter."""
    whole, part = divmod(shape.sessions_a_week, 1)
    lengths = [shape.minutes] * int(whole) + ([round(shape.minutes * part)] if part else [])
    return tuple(
        Slot(number % SCHOOL_DAYS, FIRST_LESSON, minutes, span.starts, span.ends)
        for number, minutes in enumerate(lengths)
        if minutes
    )
