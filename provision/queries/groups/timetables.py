"""Support timetables of one adult or pupil, and how teaching assistants are deployed over the week."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from provision.map_choices import Weekday
from provision.models import Provision, ProvisionTime
from provision.queries.groups.finding import groups_for, holds
from senco.accounts.models import Membership
from senco.accounts.roles import Role

FIRST_HOUR, LAST_HOUR = 9, 14  # an ordinary school day lies between them


@dataclass(frozen=True)
class Lesson:
    """A time of a group, with whoever else is in it that day."""

    time: ProvisionTime
    group: Provision
    adults: list[str]
    pupils: list[str]

    @property
    def until(self) -> datetime.time:
        start = datetime.datetime.combine(datetime.date.min, self.time.at)
        return (start + datetime.timedelta(minutes=self.time.minutes)).time()


@dataclass(frozen=True)
class Day:
    name: str
    lessons: list[Lesson]

    @property
    def minutes(self) -> int:
        return sum(lesson.time.minutes for lesson in self.lessons)


def week_of(
    groups: Iterable[Provision], on: datetime.date, belongs: Callable[[Provision], bool]
) -> list[Day]:
    """Monday to Friday as they stand on a day."""
    lessons = [
        lesson for group in groups if group.starts <= on <= group.ends and belongs(group) for lesson in lessons_of(group, on)
    ]  # fmt: skip
    lessons.sort(key=lambda lesson: (lesson.time.at, lesson.group.name))
    return [
        Day(str(Weekday(day).label), [lesson for lesson in lessons if lesson.time.weekday == day])
        for day in Weekday
    ]


def lessons_of(group: Provision, on: datetime.date) -> list[Lesson]:
    adults = [row.who for row in group.kept_adults if holds(row, on)]
    pupils = [row.pupil.name for row in group.kept_places if holds(row, on)]
    return [Lesson(time, group, adults, pupils) for time in group.kept_times if holds(time, on)]


def adults_week(membership, adult: Membership, on: datetime.date) -> list[Day]:
    def run_by(group: Provision) -> bool:
        return any(row.membership_id == adult.pk and holds(row, on) for row in group.kept_adults)

    return week_of(groups_for(membership), on, run_by)


def pupils_week(membership, pupil, on: datetime.date) -> list[Day]:
    def has_place(group: Provision) -> bool:
        return any(row.pupil_id == pupil.pk and holds(row, on) for row in group.kept_places)

    return week_of(groups_for(membership), on, has_place)


@dataclass
class Deployed:
    """What one assistant does in a week: minutes of each day and each area of need; `busy` holds (weekday, hour) with a session in it."""

    adult: Membership
    days: list[int] = field(default_factory=lambda: [0] * len(Weekday))
    areas: dict[str, int] = field(default_factory=dict)
    busy: set[tuple[int, int]] = field(default_factory=set)

    @property
    def minutes(self) -> int:
        return sum(self.days)


def deployment(membership, on: datetime.date) -> list[Deployed]:
    """Every teaching assistant, those without a session included, the least busy first."""
    assistants = Membership.objects.visible_to(membership).live().filter(role=Role.TA)
    found = {adult.pk: Deployed(adult) for adult in assistants.order_by("last_name", "first_name", "pk")}
    for group in groups_for(membership).filter(starts__lte=on, ends__gte=on):
        for row in group.kept_adults:
            if row.membership_id in found and holds(row, on):
                add_times(found[row.membership_id], group, on)
    return sorted(found.values(), key=lambda each: each.minutes)


def add_times(deployed: Deployed, group: Provision, on: datetime.date) -> None:
    area = group.intervention.get_area_display()
    for time in group.kept_times:
        if holds(time, on):
            minutes = time.minutes // 2 if time.weeks else time.minutes
            deployed.days[time.weekday] += minutes
            deployed.areas[area] = deployed.areas.get(area, 0) + minutes
            deployed.busy |= {(time.weekday, hour) for hour in hours_of(time)}


def hours_of(time: ProvisionTime) -> range:
    """The hours of the day that a time touches; one that ends on the hour does not touch the next."""
    last = time.at.hour * 60 + time.at.minute + time.minutes - 1
    return range(time.at.hour, last // 60 + 1)


@dataclass(frozen=True)
class Hour:
    """How many assistants have a session in an hour of each weekday, and who has none, Monday first."""

    label: str
    busy: list[int]
    free: list[list[str]]

    @property
    def cells(self) -> list[tuple[int, list[str]]]:
        return list(zip(self.busy, self.free, strict=True))


def by_hour(rows: list[Deployed]) -> list[Hour]:
    """From the first to the last hour of an ordinary school day, and beyond where somebody has a session."""
    hours = {hour for row in rows for _day, hour in row.busy} | {FIRST_HOUR, LAST_HOUR}
    return [
        Hour(
            f"{hour:02d}:00",
            [sum((day, hour) in row.busy for row in rows) for day in Weekday.values],
            [[row.adult.name for row in rows if (day, hour) not in row.busy] for day in Weekday.values],
        )
        for hour in range(min(hours), max(hours) + 1)
    ]
