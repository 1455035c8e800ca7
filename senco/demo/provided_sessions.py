"""What became of the sessions of a group: most ran, some did not and say why, and of a few nobody has said anything."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from provision.expected import Due, Slot, sessions_due
from provision.map_choices import Mark, NotRun, SessionState
from provision.models import Provision, ProvisionTime, Session, SessionMark
from senco.accounts.models import Membership
from senco.core.calendar import is_school_day
from senco.demo.children import Child
from senco.demo.keys import weighted
from senco.demo.world import DAY, World

FATES = {"ran": 91, "not_run": 6, "": 3}  # in a hundred sessions
SHORT = {"ran": 45, "not_run": 45, "": 10}  # of a group that goes badly
REASONS = {
    NotRun.ADULT_ABSENT: 40, NotRun.TAKEN_OFF: 20, NotRun.TRIP: 12, NotRun.ROOM: 10, NotRun.EXAM: 10, NotRun.PUPIL_ABSENT: 6,
    NotRun.OTHER: 2,
}  # fmt: skip
MARKS = {Mark.PRESENT: 93, Mark.ABSENT: 4, Mark.SHORTENED: 2, Mark.REFUSED: 1}
ENOUGH = 5  # minutes of a session that was cut short


@dataclass
class Group:
    record: Provision
    adult: Membership
    members: list[Child]
    times: list[ProvisionTime]


def stamp(day: datetime.date) -> datetime.datetime:
    """Half past three that day: when the register was closed."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(15, 30)))


def record_sessions(world: World, group: Group, *, heavy: bool, open_ended: bool) -> None:
    """Up to yesterday. `heavy`: much of it did not happen. `open_ended`: of the last one nobody has said anything yet."""
    slots = [Slot(time.weekday, time.at, time.minutes, time.starts) for time in group.times]
    due = list(sessions_due(
        slots, starts=group.record.starts, ends=group.record.ends, first=group.record.starts, last=world.today - DAY,
        meets=lambda day: is_school_day(day, world.calendar),
    ))  # fmt: skip
    for one in due[:-1] if open_ended else due:
        fate = weighted(world.rng, SHORT if heavy else FATES)
        if fate:
            record_session(world, group, one, fate)


def record_session(world: World, group: Group, due: Due, state: str) -> None:
    ran = state == SessionState.RAN
    saved = {"school": world.school, "saved_by": group.adult, "saved_at": stamp(due.day)}
    held = world.add(
        Session, **saved, provision=group.record, day=due.day, at=due.at, planned_minutes=due.minutes, state=state,
        reason="" if ran else weighted(world.rng, REASONS).value, minutes=due.minutes if ran else None,
    )  # fmt: skip
    for child in group.members if ran else ():
        mark = weighted(world.rng, MARKS)
        had = {Mark.PRESENT: due.minutes, Mark.SHORTENED: max(ENOUGH, due.minutes // 2)}.get(mark, 0)
        world.add(SessionMark, **saved, session=held, pupil=child.pupil, mark=mark.value, minutes=had)
