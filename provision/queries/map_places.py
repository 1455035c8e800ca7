"""What the provision map is made of: one line a pupil's place in a provision, read in a handful of queries."""

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q, Sum
from django.utils import timezone

from provision.expected import Slot, monday_of, sessions_due
from provision.financial_year import MoneyPeriod
from provision.map_choices import HAD_SOME, Weeks
from provision.models import Provision, SessionMark
from provision.occasions import Runner
from provision.queries.allocated import Allocated, PlaceRow, allocated_in
from provision.queries.costs.counting import costs_in
from provision.queries.costs.loading import load_facts
from provision.queries.tiers import tier_names
from register.models import Pupil
from senco.accounts.queries import calendar_of
from senco.core.calendar import SchoolCalendar, is_school_day, school_year_dates, school_year_of

DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(weeks=1)
THIS_TERM, LAST_TERM, THIS_YEAR = "term", "last", "year"


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Place:
    """One pupil's place. `minutes` are those of an ordinary week, and count fully for each pupil of a group."""

    pupil: Pupil
    provision: object
    intervention: object
    name: str
    area: str
    tier: str
    tier_name: str
    minutes: int
    adults: str
    required: bool
    first: datetime.date
    last: datetime.date
    slots: tuple[Slot, ...] = ()
    begins: datetime.date | None = None  # of the provision: week A
    ends: datetime.date | None = None


def period_of(when: str, membership, today: datetime.date) -> tuple[Period, SchoolCalendar]:
    """This term: that of today, in holidays the last that began. A school without terms gets the school year. Two queries."""
    calendar = calendar_of(membership.school)
    begun = sorted((term for term in calendar.terms if term.starts <= today), key=lambda term: term.starts)
    back = 2 if when == LAST_TERM else 1
    if when == THIS_YEAR or len(begun) < back:
        return Period(*school_year_dates(school_year_of(today))), calendar
    return Period(begun[-back].starts, begun[-back].ends), calendar


def pupils_for(membership):
    """On roll today, with status, needs and the name as lists show it."""
    today = timezone.localdate()
    pupils = Pupil.objects.visible_to(membership).registered(today)
    return (
        pupils.with_status(today)
        .with_needs(today)
        .with_shown_name()
        .order_by("shown_surname", "shown_forename", "pk")
    )


def places_for(membership, period: Period, *, pupil=None) -> list[Place]:
    """Every place in the period that this person may see. Six queries, however many there are."""
    return places_in(allocated_in(membership, period.first, period.last, pupil=pupil), membership, period)


def places_in(allocated: Allocated, membership, period: Period) -> list[Place]:
    """The places of pupils on roll, in the order of their first days. Two queries."""
    pupils = {row.pupil for rows in allocated.places.values() for row in rows}
    known = {one.pk: one for one in pupils_for(membership).filter(pk__in=pupils)}
    tiers = tier_names(membership.school)
    places = [
        place_of(row, known[row.pupil], provision, period, allocated, tiers)
        for provision in allocated.provisions
        for row in allocated.places.get(provision.pk, ())
        if row.pupil in known
    ]
    found = (place for place in places if place.first <= place.last)
    return sorted(found, key=lambda place: place.first)


def adults_in(runners: tuple[Runner, ...], period: Period) -> str:
    """Those who run it in the period, joined: a group with two adults is one row of the map."""
    names = [each.who for each in runners if each.span.meets(period.first, period.last)]
    return ", ".join(dict.fromkeys(names))


def place_of(
    row: PlaceRow, pupil: Pupil, provision: Provision, period: Period, allocated: Allocated, tiers: dict
) -> Place:
    """`period` narrows its first and last day."""
    first = max(row.starts, provision.starts, period.first)
    last = min(day for day in (row.ends, provision.ends, period.last) if day is not None)
    slots, kind = allocated.slots.get(provision.pk, ()), provision.intervention
    adults = adults_in(allocated.runners.get(provision.pk, ()), period)
    return Place(
        pupil, provision.pk, kind.pk, kind.name, kind.area, kind.tier, tiers[kind.tier], a_week(slots, first, last), adults,
        row.required, first, last, slots, provision.starts, provision.ends,
    )  # fmt: skip


def a_week(slots: tuple[Slot, ...], first: datetime.date, last: datetime.date) -> int:
    """Minutes of an ordinary week, as the timetable stands at the end of the place. What takes place every other week counts half."""
    standing = [slot for slot in slots if slot.starts <= last and (slot.ends is None or slot.ends >= last)]
    if not standing:
        standing = [slot for slot in slots if slot.ends is None or slot.ends >= first]
    twice = sum(slot.minutes * (1 if slot.weeks != Weeks.EVERY else 2) for slot in standing)
    return (twice + 1) // 2


def weeks_of(period: Period, calendar: SchoolCalendar) -> list[datetime.date]:
    """Mondays of the weeks in which the school meets at all."""
    found, monday = [], monday_of(period.first)
    while monday <= period.last:
        if any(
            period.first <= day <= period.last and is_school_day(day, calendar) for day in week_from(monday)
        ):
            found.append(monday)
        monday += WEEK
    return found


def week_from(monday: datetime.date) -> list[datetime.date]:
    return [monday + DAY * number for number in range(5)]


def due_minutes(places: list[Place], last: datetime.date, calendar: SchoolCalendar) -> dict[tuple, int]:
    """(pupil, provision) → minutes that were due up to a day."""
    meets = remembered(lambda day: is_school_day(day, calendar))
    whole: dict = {}
    found: dict[tuple, int] = defaultdict(int)
    for place in places:
        if place.provision not in whole:
            bounds = {
                "starts": place.begins,
                "ends": place.ends,
                "first": place.begins,
                "last": min(last, place.ends),
            }
            whole[place.provision] = list(sessions_due(place.slots, **bounds, meets=meets))
        here = (due.minutes for due in whole[place.provision] if place.first <= due.day <= place.last)
        found[place.pupil.pk, place.provision] += sum(here)
    return found


def remembered(answer: Callable[[datetime.date], bool]) -> Callable[[datetime.date], bool]:
    """The calendar is asked once a day, however many groups meet."""
    known: dict[datetime.date, bool] = {}

    def ask(day: datetime.date) -> bool:
        if day not in known:
            known[day] = answer(day)
        return known[day]

    return ask


def had_minutes(membership, period: Period) -> dict[tuple, int]:
    """(pupil, provision) → minutes that the pupil had, catching up included. One query."""
    marks = SessionMark.objects.visible_to(membership).kept().filter(
        Q(mark__in=HAD_SOME), session__removed_at__isnull=True, session__day__range=(period.first, period.last)
    )  # fmt: skip
    sums = marks.values("pupil_id", of=F("session__provision")).order_by().annotate(had=Sum("minutes"))
    return {(row["pupil_id"], row["of"]): row["had"] for row in sums}


def planned_pence(
    membership, period: Period, allocated: Allocated, calendar: SchoolCalendar
) -> dict[tuple, int]:
    """(pupil, provision) → whole pence planned for the period, for those who may know. Things count with the first of the pupil's groups.

    Provision for everybody (the first tier) costs nothing beyond the ordinary, and a pupil's empty neighbours are the school's own.
    """
    known = {"allocated": allocated, "calendar": calendar}
    facts = load_facts(membership, period.first, period.last, **known, with_sessions=False)
    costs = costs_in(facts, MoneyPeriod("", period.first, period.last), period.last, only=("planned",))
    groups: dict[tuple, object] = {}
    for group in facts.groups:
        for place in group.places:
            groups.setdefault((place.pupil, group.intervention), group.key)
    found: dict[tuple, int] = defaultdict(int)
    for cell in costs.cells:
        group = cell.group.key if cell.group else groups.get((cell.pupil, cell.intervention))
        found[cell.pupil, group] += cell.planned
    return found
