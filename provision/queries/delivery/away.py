"""Adults who are away: whose support will not happen, and who could cover it."""

import datetime
from dataclasses import dataclass

from provision.models import AdultAbsence
from provision.queries.delivery.days import Sitting, is_for, sittings
from provision.queries.groups.finding import adults_to_choose, holds

MONTH = datetime.timedelta(days=30)  # of an absence are shown at once


@dataclass(frozen=True)
class Uncovered:
    """A session of somebody who is away; `free` are colleagues who could take it, the most fitting first."""

    sitting: Sitting
    free: list
    required: bool


def absences_from(membership, day: datetime.date):
    found = AdultAbsence.objects.visible_to(membership).kept().filter(ends__gte=day)
    return found.select_related("membership").order_by("starts", "membership__last_name", "pk")


def absences_within(membership, group, day: datetime.date) -> list[AdultAbsence]:
    """From the day on, of whoever runs the group while it lasts."""
    adults = {row.membership_id for row in group.kept_adults if row.membership_id}
    found = absences_from(membership, max(day, group.starts)).filter(membership__in=adults)
    return list(found.filter(starts__lte=group.ends))


def hits(absence: AdultAbsence, sitting: Sitting) -> bool:
    """Whether the adult is away at the time of the session."""
    if not absence.starts <= sitting.day <= absence.ends:
        return False
    begins = absence.from_time is None or sitting.until > absence.from_time
    ends = absence.until_time is None or sitting.at < absence.until_time
    return begins and ends


def window_of(absence: AdultAbsence, asked: datetime.date | None, today: datetime.date) -> tuple:
    """First and last day of a month of the absence: from the day asked for, else from today where it has begun already."""
    begun = today if absence.starts <= today <= absence.ends else absence.starts
    first = min(max(asked or begun, absence.starts), absence.ends)
    return first, min(absence.ends, first + MONTH)


def uncovered(membership, absence: AdultAbsence, day: datetime.date, last: datetime.date) -> list[Uncovered]:
    """The sessions of the absence between two days in the order of what the law requires, then of time. The queries do not grow with them."""
    everything = sittings(membership, day, last)
    away = list(absences_from(membership, day))
    colleagues, together = list(adults_to_choose(membership)), by_day(everything)
    found = [
        Uncovered(
            each,
            free_for(each, together[each.day], away, colleagues),
            any(place.required for place in each.places),
        )
        for each in everything
        if runs(each, absence.membership_id) and hits(absence, each)
    ]
    return sorted(found, key=lambda one: (not one.required, one.sitting.day, one.sitting.at))


def by_day(everything: list[Sitting]) -> dict[datetime.date, list[Sitting]]:
    found: dict[datetime.date, list[Sitting]] = {}
    for each in everything:
        found.setdefault(each.day, []).append(each)
    return found


def runs(sitting: Sitting, adult_id) -> bool:
    """Whether it is this adult's by the timetable, whoever covers it by now."""
    return any(
        row.membership_id == adult_id and holds(row, sitting.day) for row in sitting.provision.kept_adults
    )


def free_for(sitting: Sitting, everything: list[Sitting], away, colleagues) -> list:
    """Neither away nor in another session then; those who run the same intervention first, then those of the same role."""
    busy = {
        adult.pk for adult in colleagues for other in everything
        if other is not sitting and is_for(other, adult) and overlap(sitting, other)
    }  # fmt: skip
    busy |= {each.membership_id for each in away if hits(each, sitting)}
    knowing = {
        row.membership_id
        for other in everything
        if other.provision.intervention_id == sitting.provision.intervention_id
        for row in other.provision.kept_adults
    }
    role = sitting.provision.intervention.adult_role
    able = [adult for adult in colleagues if adult.pk not in busy]
    return sorted(able, key=lambda adult: (adult.pk not in knowing, adult.role != role, adult.last_name))


def overlap(one: Sitting, other: Sitting) -> bool:
    return one.day == other.day and one.at < other.until and other.at < one.until
