"""From groups, places and sessions to the occasions that cost money: what was planned, and what took place.

Pure. Planned is what the timetable says on the days the school meets; delivered is what ran, for as long as it lasted. Where every
session ran as planned and everybody came, the two are the same.
"""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from provision.cost_choices import SizeRule
from provision.costing import Adult, Occasion
from provision.expected import Slot, sessions_due
from provision.map_choices import Tier

DAY = datetime.timedelta(days=1)
Meets = Callable[[datetime.date], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included; without a last day it is open."""

    starts: datetime.date
    ends: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)

    def meets(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether it holds on at least one day from the first to the last."""
        return self.starts <= last and (self.ends is None or first <= self.ends)


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's place. `carries`: the group was set up for this pupil alone."""

    pupil: Hashable
    span: Span
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Runner:
    """Somebody who runs the group for a time. `key`: None for somebody without an account."""

    who: str
    span: Span
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class Held:
    """A session that ran. `came` had at least a part of it."""

    day: datetime.date
    minutes: int
    came: frozenset = frozenset()


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is paid (one adult of the group's kind where nobody is named), who has a place, and for whom the group was set up."""

    adults: tuple[Adult, ...]
    pupils: frozenset
    carriers: frozenset


@dataclass(frozen=True)
class Group:
    """One provision as far as its cost needs it. `role` is the kind of adult that runs it."""

    key: Hashable
    name: str
    intervention: Hashable
    tier: str
    role: str
    span: Span
    agreed_size: int
    slots: tuple[Slot, ...] = ()
    runners: tuple[Runner, ...] = ()
    places: tuple[Place, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def costs_nothing(self) -> bool:
        """What everybody gets is on the map for information."""
        return self.tier == Tier.UNIVERSAL

    @cached_property
    def changes(self) -> list[datetime.date]:
        """The days from which on somebody is there, or is no longer: between two of them nothing differs."""
        spans = [each.span for each in (*self.places, *self.runners)]
        ended = (span.ends + DAY for span in spans if span.ends is not None)
        return sorted({*(span.starts for span in spans), *ended})

    @cached_property
    def rosters(self) -> dict[int, Roster]:
        """By how many of the changes have been; filled as they are asked for."""
        return {}

    def roster_on(self, day: datetime.date) -> Roster:
        stretch = bisect_right(self.changes, day)
        if stretch not in self.rosters:
            self.rosters[stretch] = self.roster_of(day)
        return self.rosters[stretch]

    def roster_of(self, day: datetime.date) -> Roster:
        placed = [place for place in self.places if place.span.holds(day)]
        named = tuple(Adult(self.role, runner.who) for runner in self.runners if runner.span.holds(day))
        return Roster(
            named or (Adult(self.role),),
            frozenset(place.pupil for place in placed),
            frozenset(place.pupil for place in placed if place.carries),
        )

    def occasion(
        self, day: datetime.date, minutes: int, rule: str, came: frozenset | None = None
    ) -> Occasion:
        """`came` narrows those who share it to those who came, where attendance decides."""
        roster = self.roster_on(day)
        by_attendance = rule == SizeRule.ATTENDANCE
        return Occasion(
            group=self.key,
            day=day,
            minutes=minutes,
            adults=roster.adults,
            pupils=came if by_attendance and came else roster.pupils,
            places=0 if by_attendance else self.agreed_size,
            carriers=roster.carriers,
        )


def planned(
    group: Group, first: datetime.date, last: datetime.date, *, rule: str, meets: Meets
) -> Iterator[Occasion]:
    """What the timetable says, on the days from the first to the last."""
    if group.costs_nothing:
        return
    end = group.span.ends or last
    due = sessions_due(group.slots, starts=group.span.starts, ends=end, first=first, last=last, meets=meets)
    for each in due:
        yield group.occasion(each.day, each.minutes, rule)


def delivered(group: Group, first: datetime.date, last: datetime.date, *, rule: str) -> Iterator[Occasion]:
    """What ran, on the days from the first to the last."""
    if group.costs_nothing:
        return
    for held in group.held:
        if first <= held.day <= last:
            yield group.occasion(held.day, held.minutes, rule, held.came)


def planned_minutes(
    group: Group, first: datetime.date, last: datetime.date, *, meets: Meets
) -> dict[Hashable, int]:
    """Pupil → minutes planned: by these the price of a kit is shared. What is given to everybody counts as well."""
    counted: dict[Hashable, int] = {}
    priced = replace(group, tier="")
    for each in planned(priced, first, last, rule=SizeRule.AGREED, meets=meets):
        for pupil in each.pupils:
            counted[pupil] = counted.get(pupil, 0) + each.minutes
    return counted
