"""Who or what is wanted in two places at once. Pure: bookings go in, pairs that cannot both be kept come out.

So is a pupil who misses the same lesson again and again. Warnings, never refusals: a school knows why it puts up with one.
"""

import datetime
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from provision.expected import DAY, WEEK, Slot, monday_of
from provision.occasions import Meets

LOOKED_AHEAD = 26 * WEEK  # no holiday is longer


@dataclass(frozen=True, slots=True)
class Booking:
    """Somebody or something (`who`, of a `kind`: adult, pupil or room) at a time of the week, from `slot.starts` to `slot.ends`.

    `begins` is the first day of the provision: it says which weeks are A and B. `lesson`: what a pupil misses meanwhile, where it is said.
    """

    kind: str
    who: Hashable
    group: Hashable
    slot: Slot
    begins: datetime.date
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bookings of one `who`, and the first day on which both are due."""

    one: Booking
    other: Booking
    first_day: datetime.date


@dataclass(frozen=True, slots=True)
class Missed:
    """A pupil who misses one lesson several times in a week, and the Monday of the first week in which that happens."""

    lesson: str
    bookings: tuple[Booking, ...]
    monday: datetime.date


def whenever(_day: datetime.date) -> bool:
    return True


def clashes(bookings: Iterable[Booking], *, meets: Meets = whenever) -> list[Clash]:
    """Every pair, whatever the order of the bookings, the earliest first. `meets`: whether the school does on a day."""
    wanted: dict[tuple, list[Booking]] = {}
    for booking in bookings:
        wanted.setdefault((booking.kind, booking.who, booking.slot.weekday), []).append(booking)
    found = [clash for together in wanted.values() for clash in among(together, meets)]
    return sorted(
        found,
        key=lambda clash: (clash.first_day, clash.one.slot.at, str(clash.one.group), str(clash.other.group)),
    )


def among(together: list[Booking], meets: Meets) -> Iterator[Clash]:
    ordered = sorted(together, key=lambda booking: (booking.slot.at, str(booking.group), booking.slot.starts))
    for one, other in combinations(ordered, 2):
        if one.group == other.group or not same_time(one.slot, other.slot):
            continue
        if day := first_day_of_both(one, other, meets):
            yield Clash(one, other, day)


def missed_again(bookings: Iterable[Booking]) -> list[Missed]:
    """Lessons that somebody misses more than once in a week, in one group or in several: once for each, the first such week."""
    wanted: dict[tuple, list[Booking]] = {}
    for booking in bookings:
        if booking.lesson:
            wanted.setdefault((booking.kind, booking.who, booking.lesson.casefold()), []).append(booking)
    found = (first_week_of_several(together) for together in wanted.values())
    return sorted(
        filter(None, found), key=lambda each: (each.monday, each.lesson.casefold(), str(each.bookings))
    )


def first_week_of_several(together: list[Booking]) -> Missed | None:
    """Something new can only happen in a week in which one of them begins, or in the next: weeks A and B take turns."""
    begun = {monday_of(booking.slot.starts) for booking in together}
    for monday in sorted(week for start in begun for week in (start, start + WEEK, start + 2 * WEEK)):
        due = [booking for booking in together if is_due(booking, monday + DAY * booking.slot.weekday)]
        if len(due) > 1:
            order = sorted(due, key=lambda each: (each.slot.weekday, each.slot.at, str(each.group)))
            return Missed(order[0].lesson, tuple(order), monday)
    return None


def is_due(booking: Booking, day: datetime.date) -> bool:
    return booking.slot.holds(day, booking.begins)


def same_time(one: Slot, other: Slot) -> bool:
    """Whether their minutes overlap; one that ends as the other begins does not."""
    return (
        minute_of(one) < minute_of(other) + other.minutes and minute_of(other) < minute_of(one) + one.minutes
    )


def minute_of(slot: Slot) -> int:
    return slot.at.hour * 60 + slot.at.minute


def first_day_of_both(one: Booking, other: Booking, meets: Meets) -> datetime.date | None:
    """The first school day on which both are due; None where their days or their weeks never meet."""
    day = max(one.slot.starts, other.slot.starts)
    day += datetime.timedelta(days=(one.slot.weekday - day.weekday()) % 7)
    last = min(one.slot.ends or datetime.date.max, other.slot.ends or datetime.date.max, day + LOOKED_AHEAD)
    while day <= last:
        if is_due(one, day) and is_due(other, day) and meets(day):
            return day
        day += WEEK
    return None
