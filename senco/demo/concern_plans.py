"""Which concerns there were in two years: about whom, when, and how far each has come by today."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from uuid import UUID

from register.choices import Decision, StatusReason
from register.models import Concern, SenStatus
from senco.core.calendar import is_school_day
from senco.demo import rates
from senco.demo.children import Child
from senco.demo.keys import weighted
from senco.demo.statuses import E, K, N
from senco.demo.world import DAY, TWO_YEARS, World

FOUND_HERE = {StatusReason.LESS_PROGRESS, StatusReason.WIDER_NEED, StatusReason.SPECIALIST_ADVICE}
STARTED_WITH_CONCERN = 0.85
INTEREST = {N: 1.0, K: 2.5, E: 1.0}  # how likely a concern is about a pupil with that status today
DECISIONS = {
    Decision.ADVISE: 42,
    Decision.MONITOR: 26,
    Decision.NOT_SEN: 20,
    Decision.REFER: 9,
    Decision.SAFEGUARDING: 3,
}
UNFINISHED = {
    "new": 0.008,
    "gathering": 0.008,
    "decided": 0.004,
    "withdrawn": 0.006,
    "reopened": 0.0,
}  # for each pupil on roll


class Stage(StrEnum):
    NEW = "new"
    GATHERING = "gathering"
    DECIDED = "decided"
    TOLD = "told"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


# Days ago that a concern of each stage was raised; who raised it should hear within two weeks.
RAISED_AGO = {
    Stage.NEW: (1, 9),
    Stage.GATHERING: (5, 13),
    Stage.DECIDED: (8, 15),
    Stage.WITHDRAWN: (20, 500),
    Stage.REOPENED: (22, 30),
}
LATELY = 14  # days in which whoever was told last was told
FINISHED_AGO = 45


@dataclass
class ConcernPlan:
    """One concern. `status` is the period that its decision began; `by_sign_in` names who raised it where that matters."""

    child: Child
    raised: datetime.date
    stage: Stage
    decision: Decision | None = None
    decided: datetime.date | None = None
    status: SenStatus | None = None
    by_sign_in: str = ""
    concern: Concern | None = None  # once it is written


def plan_concerns(world: World, children: list[Child], taught: dict[str, list[Child]]) -> list[ConcernPlan]:
    """All concerns, oldest first. `taught` holds the pupils whom the teacher's and the TA's sign-in work with."""
    on_roll = [child for child in children if not child.left]
    histories = histories_of(world)
    plans = [
        plan for child in on_roll for plan in plans_behind_status(world, child, histories[child.pupil.pk])
    ]
    plans += plans_under_way(world, on_roll, taught) + plans_of_known_families(world, on_roll)
    wanted = round(len(on_roll) * rates.CONCERNS)
    plans += finished_plans(world, on_roll, wanted - len(plans))
    return sorted(plans, key=lambda plan: plan.raised)


def histories_of(world: World) -> dict[UUID, list[SenStatus]]:
    """Each pupil's statuses, by the pupil's key."""
    histories = defaultdict(list)
    for status in world.made(SenStatus):
        histories[status.pupil_id].append(status)
    return histories


def plans_behind_status(world: World, child: Child, history: list[SenStatus]) -> list[ConcernPlan]:
    """Most pupils found here in the last two years were somebody's concern first; so was most evidence for a plan."""
    plans = []
    for status in history:
        is_recent = status.starts > world.ago(TWO_YEARS - 60)
        if not is_recent or not (is_of_haddads(child) or world.chance(STARTED_WITH_CONCERN)):
            continue
        if status.reason in FOUND_HERE:
            plans.append(found(world, child, status))
        elif status.reason == StatusReason.PLAN_ISSUED and status.starts > world.ago(TWO_YEARS - 260):
            raised = world.school_day(status.starts - world.rng.randrange(190, 240) * DAY)
            plans.append(ConcernPlan(child, raised, Stage.TOLD, Decision.CONSIDER_EHC))
    return [plan for plan in plans if plan.raised >= child.pupil.joined_on]


def found(world: World, child: Child, status: SenStatus) -> ConcernPlan:
    """A concern decided on the day the status began; the latest of them have not been told to anybody yet."""
    told = status.parent_told_on is not None
    days = world.rng.randrange(12, 28) if told else world.rng.randrange(4, 8)
    raised = world.school_day(max(child.pupil.joined_on, status.starts - days * DAY))
    by = "teacher" if is_of_haddads(child) else ""
    stage = Stage.TOLD if told else Stage.DECIDED
    return ConcernPlan(child, raised, stage, Decision.START_SUPPORT, status.starts, status, by)


def plans_under_way(world: World, on_roll: list[Child], taught: dict[str, list[Child]]) -> list[ConcernPlan]:
    """Concerns on the SENCO's desk today; some about pupils of the sign-ins, so that these have something to do."""
    pupils = iter(some(world.rng, taught["teacher"], 6))
    plans = [
        of_teacher(world, child, stage)
        for stage, child in zip((Stage.NEW, Stage.NEW, Stage.TOLD), pupils, strict=False)
    ]
    asked = iter([*pupils, *some(world.rng, taught["ta"], 2)])
    for name, share in UNFINISHED.items():
        for _number in range(max(1, round(len(on_roll) * share))):
            child = next(asked, None) if name == Stage.GATHERING else None
            plans.append(plan_at_stage(world, child or someone(world.rng, on_roll), Stage(name)))
    return plans


def some(rng: Random, children: list[Child], count: int) -> list[Child]:
    return rng.sample(children, min(count, len(children)))


def of_teacher(world: World, child: Child, stage: Stage) -> ConcernPlan:
    """Raised by the teacher's sign-in: new, or answered in the last days."""
    if stage == Stage.NEW:
        return ConcernPlan(child, raised_at_stage(world, child, stage), stage, by_sign_in="teacher")
    raised = max(child.pupil.joined_on, world.school_day(world.ago(LATELY + 12)))
    return ConcernPlan(
        child, raised, stage, Decision.ADVISE, max(raised, world.ago(LATELY - 4)), by_sign_in="teacher"
    )


def plan_at_stage(world: World, child: Child, stage: Stage) -> ConcernPlan:
    raised = raised_at_stage(world, child, stage)
    decides = stage in (Stage.DECIDED, Stage.REOPENED)
    return ConcernPlan(child, raised, stage, decision_for(world.rng, child) if decides else None)


def raised_at_stage(world: World, child: Child, stage: Stage) -> datetime.date:
    raised = world.school_day(world.ago(world.rng.randrange(*RAISED_AGO[stage])))
    return max(raised, child.pupil.joined_on)


def finished_plans(world: World, on_roll: list[Child], count: int) -> list[ConcernPlan]:
    """Concerns that were decided and told: on any school day of two years, about pupils who had settled in by then."""
    days = [
        day for age in range(FINISHED_AGO, TWO_YEARS) if is_school_day(day := world.ago(age), world.calendar)
    ]
    return [finished_plan(world, on_roll, world.rng.choice(days)) for _number in range(count)]


def finished_plan(world: World, on_roll: list[Child], raised: datetime.date) -> ConcernPlan:
    settled = [child for child in on_roll if child.pupil.joined_on < raised - 7 * DAY and not is_known(child)]
    if not settled:  # nobody was here yet: about somebody's first day
        child = someone(world.rng, on_roll)
        raised = max(raised, child.pupil.joined_on)
    else:
        child = someone(world.rng, settled)
    return ConcernPlan(child, raised, Stage.TOLD, decision_for(world.rng, child))


def someone(rng: Random, on_roll: list[Child]) -> Child:
    while True:
        child = rng.choice(on_roll)
        if rng.random() * max(INTEREST.values()) < INTEREST[child.status] and not is_known(child):
            return child


def decision_for(rng: Random, child: Child) -> Decision:
    """Nobody with SEN is watched below SEN Support, or found to have none."""
    suits = {
        k: v
        for k, v in DECISIONS.items()
        if child.status == N or k not in (Decision.MONITOR, Decision.NOT_SEN)
    }
    return weighted(rng, suits)


def plans_of_known_families(world: World, on_roll: list[Child]) -> list[ConcernPlan]:
    """The parent's sign-in has raised one about the other child, which is being looked into."""
    sister = next(
        (child for child in on_roll if is_known(child) and child.surname == "Haddad" and child.status == N),
        None,
    )
    if sister is None:
        return []
    return [
        ConcernPlan(
            sister, raised_at_stage(world, sister, Stage.GATHERING), Stage.GATHERING, by_sign_in="parent"
        )
    ]


def is_known(child: Child) -> bool:
    """Whether the child belongs to one of the two families with a sign-in."""
    return child.home.known


def is_of_haddads(child: Child) -> bool:
    return is_known(child) and child.surname == "Haddad" and child.status == K
