"""Who is booked when: adults, pupils and rooms of all groups, for clashes and for timetables. Three queries beside the groups' own."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from provision.clashes import Booking, clashes
from provision.expected import Slot
from provision.models import Provision
from provision.queries.groups.finding import groups_for

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
                found.append(Booking(kind, who, group.pk, narrowed, group.starts))
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


def clashes_from(membership, day: datetime.date, *, group: Provision | None = None) -> list[Told]:
    """Clashes that are still to come on the day; of one group, or of all."""
    groups = {each.pk: each for each in groups_for(membership).filter(ends__gte=day)}
    names = names_in(groups.values())
    weekdays = {
        time.weekday: time.get_weekday_display() for each in groups.values() for time in each.kept_times
    }
    found = clashes(
        booking for each in groups.values() for booking in bookings_of(each) if lasts(booking, day)
    )
    return [
        Told(
            clash.one.kind, names[clash.one.kind, clash.one.who], groups[clash.one.group], groups[clash.other.group],
            weekdays[clash.one.slot.weekday], max(clash.one.slot.at, clash.other.slot.at), clash.first_day,
        )
        for clash in found
        if group is None or group.pk in (clash.one.group, clash.other.group)
    ]  # fmt: skip


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
