"""All plans of all pupils: who gets them, and each from its beginning to where it stands today."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from register.choices import NeedType
from register.models import Pupil, SenNeed, SenStatus
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF
from senco.demo.children import Child
from senco.demo.concern_plans import ConcernPlan, histories_of
from senco.demo.concern_records import People
from senco.demo.cycles.dates import LEAST, Cycle, Fate, Habit, cycles_since, ended, up_to_today
from senco.demo.cycles.days import SchoolDays
from senco.demo.cycles.fates import decide_fates
from senco.demo.cycles.story import Story, write_plan
from senco.demo.cycles.team import team_of
from senco.demo.cycles.texts import Voices
from senco.demo.statuses import N
from senco.demo.world import World

AT_END = 0.55  # share of pupils on SEN Support whose plans are reviewed at the end of a term


@dataclass
class Office:
    """The school in which the plans are written."""

    world: World
    people: People
    staff: list[Membership]
    days: SchoolDays
    concerns: dict[UUID, list[ConcernPlan]]
    histories: dict[UUID, list[SenStatus]]
    past_needs: dict[UUID, list[str]]


def record_cycles(
    world: World,
    everybody: list[Child],
    concerns: list[ConcernPlan],
    people: People,
    *,
    shared: Pupil,
    taught: list[Child],
) -> None:
    """Plans of everybody who has or had SEN here. `shared` is the pupil whose plan the professional's sign-in reads."""
    office = open_office(world, concerns, people)
    listed = [child for child in everybody if child.status != N and not child.left]
    fates = decide_fates(world.rng, listed, settled={shared.pk}, taught=taught)
    for child in everybody:
        since, until = time_with_sen(office, child)
        if since is not None:
            tell(office, child, fates.get(child.pupil.pk, Fate.OVER), since, until)


def open_office(world: World, concerns: list[ConcernPlan], people: People) -> Office:
    by_pupil = defaultdict(list)
    for plan in concerns:
        if plan.concern is not None:
            by_pupil[plan.child.pupil.pk].append(plan)
    staff = [member for member in world.made(Membership) if member.role in STAFF]
    past = defaultdict(list)
    for need in world.made(SenNeed):
        past[need.pupil_id].append(need.need_type)
    days = SchoolDays(world.calendar, world.today)
    return Office(world, people, staff, days, by_pupil, histories_of(world), past)


def time_with_sen(office: Office, child: Child) -> tuple[int | None, int]:
    """Places of the first day with SEN and of the day it ended, which is today while it lasts; (None, …) without any."""
    history = office.histories[child.pupil.pk]
    first = next((status for status in history if status.provision != N), None)
    if first is None:
        return None, office.days.today
    over = next(
        (status.starts for status in history if status.starts > first.starts and status.provision == N), None
    )
    ended_on = min((day for day in (over, child.pupil.left_on) if day), default=office.world.today)
    return office.days.place(first.starts), min(office.days.place(ended_on), office.days.today)


def tell(office: Office, child: Child, fate: Fate, since: int, until: int) -> None:
    """All plans of one pupil, the oldest first."""
    rng = office.world.rng
    child.needs = child.needs or office.past_needs.get(child.pupil.pk) or [NeedType.NSA.value]
    cycles = cycles_of(office, child, fate, since, until)
    known = {member.pk for member in office.people.sign_ins.values()}
    around = office.people.around.get(child.pupil.pk, ())
    team = team_of(rng, child, around, office.staff, known, in_writing=fate == Fate.DRAFT)
    concerns = office.concerns.get(child.pupil.pk, [])
    story = Story(office.world, office.days, child, team, Voices.shuffled(rng), concerns)
    begun = [cycle.begun for cycle in cycles[1:]]
    end = until if fate == Fate.OVER else None
    for cycle, following in zip(cycles, [*begun, end], strict=True) if cycles else ():
        is_last = cycle is cycles[-1]
        write_plan(story, cycle, following, fate if is_last else Fate.IN_FORCE)


def cycles_of(office: Office, child: Child, fate: Fate, since: int, until: int) -> list[Cycle]:
    rng, days = office.world.rng, office.days
    habit = Habit(at_end=child.status == "E" or rng.random() < AT_END)
    cycles = cycles_since(rng, days, since, until, habit)
    if fate == Fate.OVER:
        return ended(cycles, until)
    if child.home.known:
        cycles = two_plans(since)
    return up_to_today(rng, days, cycles, fate, habit)


def two_plans(since: int) -> list[Cycle]:
    """For the parent's sign-in: one plan to read that was reviewed, and one to answer. `up_to_today` has the dates of the second."""
    starts = since + 9
    return [
        Cycle(since + 2, starts, starts + LEAST),
        Cycle(starts + LEAST + 1, starts + LEAST + 1, starts + LEAST + 1),
    ]
