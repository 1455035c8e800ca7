"""Who or what is wanted in two places at once. Pure: bookings go in, pairs that cannot both be kept come out.

Warnings, never refusals: a school knows why it puts up with one.
"""

import datetime
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from provision.expected import Slot, week_letter


@dataclass(frozen=True, slots=True)
class Booking:
    """Somebody or something (`who`, of a `kind`: adult, pupil or room) at a time of the week, from `slot.starts` to `slot.ends`.

    `begins` is the first day of the provision: it says which weeks are A and B.
    """

    kind: str
    who: Hashable
    group: Hashable
    slot: Slot
    begins: datetime.date


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bookings of one `who`, and the first day on which both are due."""

    one: Booking
    other: Booking
    first_day: datetime.date


def clashes(bookings: Iterable[Booking]) -> list[Clash]:
    """Every pair, whatever the order of the bookings, the earliest first."""
    wanted: dict[tuple, list[Booking]] = {}
    for booking in bookings:
        wanted.setdefault((booking.kind, booking.who, booking.slot.weekday), []).append(booking)
    found = [clash for together in wanted.values() for clash in among(together)]
    return sorted(
        found,
        key=lambda clash: (clash.first_day, clash.one.slot.at, str(clash.one.group), str(clash.other.group)),
    )


def among(together: list[Booking]) -> Iterator[Clash]:
    ordered = sorted(together, key=lambda booking: (booking.slot.at, str(booking.group), booking.slot.starts))
    for one, other in combinations(ordered, 2):
        if one.group == other.group or not same_time(one.slot, other.slot):
            continue
        if day := first_day_of_both(one, other):
            yield Clash(one, other, day)


def same_time(one: Slot, other: Slot) -> bool:
    """Whether their minutes overlap; one that ends as the other begins does not."""
    return (
        minute_of(one) < minute_of(other) + other.minutes and minute_of(other) < minute_of(one) + one.minutes
    )


def minute_of(slot: Slot) -> int:
    return slot.at.hour * 60 + slot.at.minute


def first_day_of_both(one: Booking, other: Booking) -> datetime.date | None:
    """The first day on which both are due; None where their days or their weeks never meet."""
    day = max(one.slot.starts, other.slot.starts)
    day += datetime.timedelta(days=(one.slot.weekday - day.weekday()) % 7)
    last = min(one.slot.ends or datetime.date.max, other.slot.ends or datetime.date.max)
    for later in (
        day,
        day + datetime.timedelta(weeks=1),
    ):  # weeks A and B take turns: two weeks hold every case
        if later <= last and in_its_week(one, later) and in_its_week(other, later):
            return later
    return None


def in_its_week(booking: Booking, day: datetime.date) -> bool:
    return not booking.slot.weeks or booking.slot.weeks == week_letter(day, booking.begins)
