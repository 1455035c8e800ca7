"""Specified against delivered, for a school, a pupil, or a family: the number of queries does not grow with them."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from provision.delivery import CUT_SHORT, REFUSED, Delivered, Marked, Stay, Taken, day_by_day
from provision.expected import Due, Slot, monday_of, sessions_due
from provision.map_choices import NotRun
from provision.models import Allocation, Intervention, Provision, ProvisionTime, Session, SessionMark
from senco.accounts.queries import calendar_of
from senco.core.calendar import is_school_day

REASONS = {
    **{reason.value: reason.label for reason in NotRun},
    REFUSED: _("The pupil refused"),
    CUT_SHORT: _("It was cut short"),
}


def provisions_between(membership, first: datetime.date, last: datetime.date, *, pupil=None):
    """What its reader may see of the days from first to last, with times, places, sessions and marks. Only what families may read."""
    sessions = Session.objects.visible_to(membership).kept().within(first, last).order_by("day", "at")
    sessions = sessions.only(
        "provision_id", "day", "at", "state", "planned_minutes", "minutes", "reason", "extra"
    )
    marks = SessionMark.objects.visible_to(membership).kept().order_by()
    marks = marks.only("session_id", "pupil_id", "mark", "minutes")
    places = Allocation.objects.visible_to(membership).kept().within(first, last)
    kinds = Intervention.objects.visible_to(membership).only("name", "plain", "area", "tier", "school_id")
    if pupil is not None:
        places, marks = places.filter(pupil=pupil), marks.filter(pupil=pupil)
    found = (
        Provision.objects.visible_to(membership)
        .kept()
        .within(first, last)
        .filter(pk__in=places.values("provision"))
    )
    return (
        found.only("school_id", "intervention_id", "starts", "ends")
        .order_by("starts", "pk")
        .prefetch_related(
            Prefetch("intervention", kinds),
            Prefetch("times", ProvisionTime.objects.visible_to(membership).kept(), "kept_times"),
            Prefetch("places", places.select_related("pupil") if pupil is None else places, "kept_places"),
            Prefetch("sessions", sessions.prefetch_related(Prefetch("marks", marks, "kept_marks")), "said"),
        )
    )


def due_in(provision: Provision, first: datetime.date, last: datetime.date, meets: Callable) -> list[Due]:
    slots = [
        Slot(time.weekday, time.at, time.minutes, time.starts, time.ends, time.weeks)
        for time in provision.kept_times
    ]
    return list(
        sessions_due(slots, starts=provision.starts, ends=provision.ends, first=first, last=last, meets=meets)
    )


def taken_of(provision: Provision) -> list[Taken]:
    """What was said about the sessions of a provision, its prefetched rows being those of provisions_between."""
    return [
        Taken(
            day=session.day,
            at=session.at,
            state=session.state,
            planned=session.planned_minutes,
            minutes=session.minutes or 0,
            reason=session.reason,
            extra=session.extra,
            marks={mark.pupil_id: Marked(mark.mark, mark.minutes) for mark in session.kept_marks},
        )
        for session in provision.said
    ]


@dataclass
class LedgerLine:
    """One pupil in one provision: the total, and by the Monday of each week."""

    pupil: object
    provision: Provision
    required: bool
    total: Delivered = field(default_factory=Delivered)
    weeks: dict[datetime.date, Delivered] = field(default_factory=dict)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """(why, minutes) of what was missed, the most first."""
        missed = sorted(self.total.missed.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(str(REASONS[reason]), minutes) for reason, minutes in missed]


def ledger(
    membership, first: datetime.date, last: datetime.date, today: datetime.date, *, pupil=None
) -> list[LedgerLine]:
    """A line for each pupil and provision; nothing later than today is counted."""
    calendar = calendar_of(membership.school)
    known: dict[datetime.date, bool] = {}

    def meets(day: datetime.date) -> bool:
        if day not in known:
            known[day] = is_school_day(day, calendar)
        return known[day]

    lines = []
    for provision in provisions_between(membership, first, last, pupil=pupil):
        due, taken = due_in(provision, first, last, meets), taken_of(provision)
        by_pupil = places_by_pupil(provision.kept_places)
        lines += [line_of(provision, places, due, taken, min(today, last)) for places in by_pupil]
    return lines


def places_by_pupil(places: Iterable[Allocation]) -> list[list[Allocation]]:
    found: dict[object, list[Allocation]] = {}
    for place in places:
        found.setdefault(place.pupil_id, []).append(place)
    return list(found.values())


def line_of(provision, places: list[Allocation], due, taken, until) -> LedgerLine:
    """Everything that became of one pupil's places in one provision."""
    pupil_id = places[0].pupil_id
    line = LedgerLine(
        pupil=places[0].pupil if "pupil" in places[0]._state.fields_cache else pupil_id,
        provision=provision,
        required=any(place.required for place in places),
    )
    stays = [Stay(place.starts, place.ends) for place in places]
    for day, part in day_by_day(pupil_id, stays, due, taken, until):
        line.total.add(part)
        line.weeks.setdefault(monday_of(day), Delivered()).add(part)
    return line


def shortfalls(lines: Iterable[LedgerLine]) -> list[LedgerLine]:
    """What the law requires first, then the largest shortfall."""
    return sorted(
        lines,
        key=lambda line: (not line.required, -line.total.shortfall, line.pupil.surname, line.pupil.forename),
    )
