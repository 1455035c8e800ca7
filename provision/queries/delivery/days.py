"""The sessions of a day: whose they are, what was said about them, and who is in them."""

import datetime
from dataclasses import dataclass, field

from provision.map_choices import SessionState
from provision.models import Allocation, Provision, Session, SessionMark
from provision.queries.delivery.ledger import due_in
from provision.queries.groups.finding import groups_for, holds
from senco.accounts.queries import calendar_of
from senco.core.calendar import CalendarTooShort, add_school_days, is_school_day


@dataclass
class Sitting:
    """One session on one day: due by the timetable, or said to have been held beside it. `saved`: None until somebody said something."""

    provision: Provision
    day: datetime.date
    at: datetime.time
    minutes: int
    saved: Session | None = None
    beside: bool = False  # it stands in no timetable
    places: list[Allocation] = field(default_factory=list)
    adults: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple:
        return (self.provision.pk, self.day.isoformat(), self.at.strftime("%H%M"))

    @property
    def is_taken(self) -> bool:
        return self.saved is not None and self.saved.state != SessionState.EXPECTED

    @property
    def until(self) -> datetime.time:
        return (
            datetime.datetime.combine(self.day, self.at) + datetime.timedelta(minutes=self.minutes)
        ).time()


def sittings(
    membership, first: datetime.date, last: datetime.date, *, of=None, provision=None
) -> list[Sitting]:
    """In the order of time; `of` narrows to what that adult runs or covers, `provision` to one group."""
    groups = groups_for(membership).within(first, last)
    groups = list(groups.filter(pk=provision.pk) if provision else groups)
    saved = saved_between(membership, groups, first, last)
    calendar = calendar_of(membership.school)
    found = [
        sitting
        for group in groups
        for sitting in of_group(group, saved, first, last, lambda day: is_school_day(day, calendar))
    ]
    mine = [each for each in found if of is None or is_for(each, of)]
    return sorted(mine, key=lambda each: (each.day, each.at, each.provision.name, str(each.provision.pk)))


def saved_between(membership, groups, first, last) -> dict[tuple, Session]:
    rows = Session.objects.visible_to(membership).kept().within(first, last).filter(provision__in=groups)
    rows = rows.select_related("adult", "saved_by")
    return {(row.provision_id, row.day, row.at): row for row in rows}


def of_group(group, saved: dict, first, last, meets) -> list[Sitting]:
    """What is due in one group, and what was spoken of beside its timetable."""
    due = {(each.day, each.at): each.minutes for each in due_in(group, first, last, meets)}
    held = {(day, at): row for (pk, day, at), row in saved.items() if pk == group.pk}
    return [
        Sitting(
            provision=group,
            day=day,
            at=at,
            minutes=due.get((day, at)) or held[day, at].planned_minutes,
            saved=held.get((day, at)),
            places=[place for place in group.kept_places if holds(place, day)],
            adults=[row.who for row in group.kept_adults if holds(row, day)],
        )
        for day, at in {**due, **held}
    ]


def is_for(sitting: Sitting, adult) -> bool:
    """Whoever covers it, or where nobody does whoever runs it."""
    if sitting.saved is not None and sitting.saved.adult_id:
        return sitting.saved.adult_id == adult.pk
    return any(
        row.membership_id == adult.pk and holds(row, sitting.day) for row in sitting.provision.kept_adults
    )


def marks_of(session: Session | None, membership) -> dict[object, SessionMark]:
    """Pupil → mark."""
    if session is None:
        return {}
    rows = SessionMark.objects.visible_to(membership).kept().filter(session=session).select_related("pupil")
    return {row.pupil_id: row for row in rows}


@dataclass(frozen=True)
class MyDay:
    today: list[Sitting]
    earlier: list[Sitting]  # of the last week in which the school met, and not yet taken


def my_day(membership, today: datetime.date) -> MyDay:
    found = sittings(membership, a_week_of_school_before(today, membership), today, of=membership)
    return MyDay(
        [each for each in found if each.day == today],
        [each for each in found if each.day < today and not each.is_taken],
    )


def a_week_of_school_before(today: datetime.date, membership) -> datetime.date:
    """A week before the school last met, so that holidays hide nothing; a week before today where no term reaches back."""
    try:
        met = add_school_days(today, -1, calendar_of(membership.school))
    except CalendarTooShort:
        met = today
    return met - datetime.timedelta(days=7)
