"""Which sessions are due: computed from times, dates and the school's calendar, never stored.

Pure: everything is given as values, so that the same rule serves a phone's list, the ledger, the map and the cost.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from provision.map_choices import Weeks

DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of the week: `weekday` as Python counts (Monday 0), `minutes` long, from the first day to the last (None: open)."""

    weekday: int
    at: datetime.time
    minutes: int
    starts: datetime.date
    ends: datetime.date | None = None
    weeks: str = Weeks.EVERY

    def holds(self, day: datetime.date, begins: datetime.date) -> bool:
        """Whether it takes place that day, in a provision that begins in its week A on `begins`."""
        if day.weekday() != self.weekday or day < self.starts or (self.ends is not None and day > self.ends):
            return False
        return not self.weeks or self.weeks == week_letter(day, begins)


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One session that should take place."""

    day: datetime.date
    at: datetime.time
    minutes: int


def monday_of(day: datetime.date) -> datetime.date:
    return day - DAY * day.weekday()


def week_letter(day: datetime.date, begins: datetime.date) -> str:
    """A in the week in which the provision begins, then turn about, holidays counted: timetables of two weeks run on the calendar."""
    weeks = (monday_of(day) - monday_of(begins)) // WEEK
    return Weeks.B if weeks % 2 else Weeks.A


def sessions_due(
    slots: Iterable[Slot],
    *,
    starts: datetime.date,
    ends: datetime.date,
    first: datetime.date,
    last: datetime.date,
    meets: Callable[[datetime.date], bool],
) -> Iterator[Due]:
    """The sessions of a provision that lasts from `starts` to `ends`, on the days from `first` to `last`, all included, in order.

    `meets` says whether the school meets on a day: in holidays and on closed days nothing is due.
    """
    of_weekday = defaultdict(list)
    for slot in sorted(slots, key=lambda slot: (slot.at, slot.minutes)):
        of_weekday[slot.weekday].append(slot)
    begin, end = max(starts, first), min(ends, last)
    for monday in mondays(begin, end):
        for weekday in sorted(of_weekday):
            day = monday + DAY * weekday
            if begin <= day <= end and meets(day):
                held = (slot for slot in of_weekday[weekday] if slot.holds(day, starts))
                yield from (Due(day, slot.at, slot.minutes) for slot in held)


def mondays(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Of every week that has a day from the first to the last."""
    day = monday_of(first)
    while day <= last:
        yield day
        day += WEEK
