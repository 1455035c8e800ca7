"""Who is booked when: adults, pupils and rooms of all groups, for clashes and for timetables. Four queries beside the groups' own."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from provision.clashes import Booking, clashes, missed_again, whenever
from provision.expected import Slot, monday_of
from provision.map_choices import Weekday
from provision.models import Provision
from provision.occasions import Meets
from provision.queries.groups.finding import groups_for
from senco.accounts.queries import calendar_of
from senco.core.calendar import is_school_day

ADULT, PUPIL, ROOM = "adult", "pupil", "room"


@dataclass(frozen=True)
class Told:
    """A clash in words: who is wanted twice, by which groups, when."""

    kind: str
    who: str
    one: Provision
    other: Provision
    weekday: str
    at: datetime.time
    first_day: datetime.date


@dataclass(frozen=True)
class MissedLesson:
    """A pupil who misses a lesson more than once a week: (weekday, time, group) of each, from the week of a Monday on."""

    who: str
    lesson: str
    monday: datetime.date
    times: list[tuple[str, datetime.time, Provision]]


@dataclass(frozen=True)
class Clashes:
    """False where there is nothing to say."""

    wanted_twice: list[Told]
    missed: list[MissedLesson]

    def __bool__(self) -> bool:
        return bool(self.wanted_twice or self.missed)


def bookings_of(group: Provision) -> list[Booking]:
    """One for each time of the group and each adult, pupil and room, for the days that both last."""
    found = []
    for time in group.kept_times:
        slot = Slot(
            time.weekday, time.at, time.minutes, time.starts, earlier(time.ends, group.ends), time.weeks
        )
        for kind, who, row in wanted_by(group):
            narrowed = narrow(slot, row.starts, row.ends) if row else slot
            if narrowed:
                found.append(
                    Booking(kind, who, group.pk, narrowed, group.starts, time.misses if kind == PUPIL else "")
                )
    return found


def wanted_by(group: Provision) -> list[tuple]:
    """(kind, who, the row that says for how long)."""
    adults = [(ADULT, row.membership_id or row.adult_words.casefold(), row) for row in group.kept_adults]
    pupils = [(PUPIL, row.pupil_id, row) for row in group.kept_places]
    room = [(ROOM, group.place.strip().casefold(), None)] if group.place.strip() else []
    return [*adults, *pupils, *room]


def narrow(slot: Slot, starts: datetime.date, ends: datetime.date | None) -> Slot | None:
    first, last = max(slot.starts, starts), earlier(slot.ends, ends)
    if last and last < first:
        return None
    return Slot(slot.weekday, slot.at, slot.minutes, first, last, slot.weeks)


def earlier(one: datetime.date | None, other: datetime.date | None) -> datetime.date | None:
    return min(filter(None, (one, other)), default=None)


def clashes_from(membership, day: datetime.date, *, group: Provision | None = None) -> Clashes:
    """Clashes that are still to come on the day; of one group, or of all."""
    groups = {each.pk: each for each in groups_for(membership).filter(ends__gte=day)}
    names, meets = names_in(groups.values()), school_days(membership.school)
    bookings = [booking for each in groups.values() for booking in bookings_of(each) if lasts(booking, day)]
    return Clashes(
        [
            Told(
                clash.one.kind, names[clash.one.kind, clash.one.who], groups[clash.one.group], groups[clash.other.group],
                weekday(clash.one), max(clash.one.slot.at, clash.other.slot.at), clash.first_day,
            )
            for clash in clashes(bookings, meets=meets)
            if group is None or group.pk in (clash.one.group, clash.other.group)
        ],
        [
            MissedLesson(
                names[PUPIL, each.bookings[0].who], each.lesson, max(each.monday, monday_of(day)),
                [(weekday(booking), booking.slot.at, groups[booking.group]) for booking in each.bookings],
            )
            for each in missed_again(bookings)
            if group is None or group.pk in {booking.group for booking in each.bookings}
        ],
    )  # fmt: skip


def weekday(booking: Booking) -> str:
    return str(Weekday(booking.slot.weekday).label)


def school_days(school) -> Meets:
    """Whether the school meets on a day; each day is asked once."""
    calendar = calendar_of(school)
    return cache(lambda day: is_school_day(day, calendar)) if calendar.terms else whenever


def lasts(booking: Booking, day: datetime.date) -> bool:
    return booking.slot.ends is None or booking.slot.ends >= day


def names_in(groups: Iterable[Provision]) -> dict[tuple, str]:
    names = {}
    for group in groups:
        for row in group.kept_adults:
            names[ADULT, row.membership_id or row.adult_words.casefold()] = row.who
        for row in group.kept_places:
            names[PUPIL, row.pupil_id] = row.pupil.name
        names[ROOM, group.place.strip().casefold()] = group.place
    return names
