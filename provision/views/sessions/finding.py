"""Finding the session that an address names: a group, a day and a time of it."""

import datetime

from django.http import Http404

from provision.queries.delivery.days import Sitting, is_for, sittings
from provision.queries.groups.finding import holds
from provision.views.groups.finding import group_or_404


def day_and_time(day: str, at: str) -> tuple[datetime.date, datetime.time]:
    """From "2026-11-26" and "0930"; anything else is no address."""
    try:
        return datetime.date.fromisoformat(day), datetime.datetime.strptime(at, "%H%M").time()
    except ValueError:
        raise Http404 from None


def sitting_or_404(request, pk, day: str, at: str, *, minutes: int | None = None) -> Sitting:
    """The session that is due then or was recorded; with `minutes`, one beside the timetable.

    For whoever runs or covers it and, of the office, for whoever records for others.
    """
    group = group_or_404(request, pk)
    on, time = day_and_time(day, at)
    found = [
        each
        for each in sittings(request.membership, on, on, provision=group)
        if (each.day, each.at) == (on, time)
    ]
    sitting = found[0] if found else beside_timetable(group, on, time, minutes)
    if sitting is None or not may_record(request.membership, sitting):
        raise Http404
    return sitting


def beside_timetable(group, day, at, minutes: int | None) -> Sitting | None:
    if minutes is None or not group.starts <= day <= group.ends:
        return None
    return Sitting(
        provision=group,
        day=day,
        at=at,
        minutes=minutes,
        beside=True,
        places=[place for place in group.kept_places if holds(place, day)],
        adults=[row.who for row in group.kept_adults if holds(row, day)],
    )


def may_record(membership, sitting: Sitting) -> bool:
    """Whoever covers it, whoever runs it, and the SENCO."""
    runs = any(
        row.membership_id == membership.pk and holds(row, sitting.day)
        for row in sitting.provision.kept_adults
    )
    return membership.sees_whole_school or runs or is_for(sitting, membership)
