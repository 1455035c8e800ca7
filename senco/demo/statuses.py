"""Who has SEN today, and how each pupil came there."""

import datetime
from dataclasses import dataclass
from random import Random

from register.choices import SenProvision, StatusReason, ToldHow
from register.frameworks import framework_of
from register.models import SenStatus
from senco.accounts.models import Membership
from senco.demo import rates
from senco.demo.children import Child
from senco.demo.keys import sample_weighted, weighted
from senco.demo.world import DAY, TWO_YEARS, World

N, K, E = SenProvision.NONE.value, SenProvision.SUPPORT.value, SenProvision.EHC_PLAN.value
FOUND = {StatusReason.LESS_PROGRESS: 5, StatusReason.WIDER_NEED: 4, StatusReason.SPECIALIST_ADVICE: 2}
NOT_TOLD_YET = 9  # days since the change
TOLD_HOW = {ToldHow.MEETING: 6, ToldHow.PHONE: 2, ToldHow.LETTER: 2, ToldHow.PORTAL: 1}
CRITERIA = {
    StatusReason.LESS_PROGRESS: "Slower progress than others from the same start over two terms, in spite of adapted teaching.",
    StatusReason.WIDER_NEED: "Teachers and parents see the same need in most situations; class strategies were not enough.",
    StatusReason.SPECIALIST_ADVICE: "The specialist's report advises provision that is additional to class teaching.",
    StatusReason.PLAN_ISSUED: "Final plan received from the local authority.",
}
SETTLING_IN = 28  # days after joining in which nobody is put on the register
SUPPORTED_FOR = 60  # days at least, before support is no longer needed
JUST_NOW = 0.04  # share of changes that happened in the last days
PLAN_TAKES = (200, 330)  # days from SEN Support here to a plan


@dataclass(frozen=True)
class Period:
    """A status from a day on, until the next period."""

    provision: str
    starts: datetime.date
    reason: StatusReason


def assign_statuses(rng: Random, children: list[Child]) -> None:
    """Today's status of everybody without one, by the rates of each year."""
    for year in rates.YEARS:
        cohort = [child for child in children if child.year == year]
        draw(rng, cohort, E, rates.PLAN_PERCENT[year], rates.ODDS_OF_PLAN)
        draw(rng, cohort, K, rates.SUPPORT_PERCENT[year], rates.ODDS_OF_SUPPORT)
    for child in children:
        child.status = child.status or N


def draw(rng: Random, cohort: list[Child], status: str, percent: float, odds: dict[str, float]) -> None:
    wanted = len(cohort) * percent / 100
    count = int(wanted) + (rng.random() < wanted % 1) - sum(child.status == status for child in cohort)
    undecided = [child for child in cohort if not child.status]
    for child in sample_weighted(
        rng, undecided, [weight_of(child, odds) for child in undecided], max(0, count)
    ):
        child.status = status


def weight_of(child: Child, odds: dict[str, float]) -> float:
    weight = odds["boy"] if child.sex == "M" else 1.0
    for applies, name in (
        (child.free_meals, "meals"),
        (child.additional, "additional"),
        (child.home.in_care, "care"),
    ):
        weight *= odds[name] if applies else 1.0
    return weight


def record_statuses(world: World, child: Child, periods: list[Period], *, by: Membership) -> None:
    endings = [period.starts for period in periods[1:]] + [None]
    for period, ends in zip(periods, endings, strict=True):
        told_on = day_told(world, period, ends)
        joined = period.reason == StatusReason.JOINED
        world.add(
            SenStatus,
            school=world.school,
            pupil=child.pupil,
            provision=period.provision,
            stage=framework_of(world.school).default_stage(period.provision).code,
            starts=period.starts,
            ends=ends,
            reason=period.reason,
            criteria="" if period.provision == N or joined else CRITERIA.get(period.reason, ""),
            parent_told_on=told_on,
            parent_told_how=weighted(world.rng, TOLD_HOW) if told_on else "",
            decided_by=None if joined else by,
            created_at=world.at(world.school_day(period.starts)),
        )


def day_told(world: World, period: Period, ends: datetime.date | None) -> datetime.date | None:
    """Parents hear of SEN within days, except of the latest changes; those who joined with it knew. Nobody is told of none."""
    if period.provision == N and period.reason == StatusReason.JOINED:
        return None
    if period.reason == StatusReason.JOINED:
        return period.starts
    if period.starts > world.ago(NOT_TOLD_YET):
        return None
    return min(period.starts + world.rng.randrange(8) * DAY, ends or world.today)


def history_of(world: World, child: Child) -> list[Period]:
    """The periods that led to today's status, from the day the pupil joined; without gaps."""
    joined = child.pupil.joined_on
    earliest = joined + SETTLING_IN * DAY
    if earliest >= latest_day(world, child):
        return [Period(child.status, joined, StatusReason.JOINED)]
    return {N: without_sen, K: with_support, E: with_plan}[child.status](world, child, earliest)


def latest_day(world: World, child: Child) -> datetime.date:
    """Nothing changes in the last days before today, or before a leaver left."""
    return (child.pupil.left_on or world.today) - 3 * DAY


def without_sen(world: World, child: Child, earliest: datetime.date) -> list[Period]:
    """A few were supported once and no longer need it."""
    joined = child.pupil.joined_on
    helped_until = earliest + SUPPORTED_FOR * DAY
    if helped_until >= latest_day(world, child) or not world.chance(rates.LEFT_REGISTER):
        return [Period(N, joined, StatusReason.JOINED)]
    ended = some_day(world, child, helped_until)
    return [Period(K, joined, StatusReason.JOINED), Period(N, ended, StatusReason.PROGRESS_MADE)]


def with_support(world: World, child: Child, earliest: datetime.date) -> list[Period]:
    joined = child.pupil.joined_on
    if child.home.known:
        return [
            Period(N, joined, StatusReason.JOINED),
            Period(K, world.school_day(world.ago(120)), StatusReason.LESS_PROGRESS),
        ]
    if world.chance(rates.PLAN_CEASED):
        return [
            Period(E, joined, StatusReason.JOINED),
            Period(K, some_day(world, child, earliest), StatusReason.PLAN_CEASED),
        ]
    if world.chance(rates.JOINED_WITH_SUPPORT):
        return [Period(K, joined, StatusReason.JOINED)]
    return [
        Period(N, joined, StatusReason.JOINED),
        Period(K, some_day(world, child, earliest), weighted(world.rng, FOUND)),
    ]


def with_plan(world: World, child: Child, earliest: datetime.date) -> list[Period]:
    joined = child.pupil.joined_on
    issued = some_day(world, child, earliest)
    if world.chance(rates.JOINED_WITH_PLAN) or issued < joined + PLAN_TAKES[1] * DAY:
        return [Period(E, joined, StatusReason.JOINED)]
    plan = Period(E, issued, StatusReason.PLAN_ISSUED)
    if world.chance(rates.PLAN_AFTER_SUPPORT_HERE):
        found = max(earliest, issued - world.rng.randrange(*PLAN_TAKES) * DAY)
        return [Period(N, joined, StatusReason.JOINED), Period(K, found, weighted(world.rng, FOUND)), plan]
    return [Period(K, joined, StatusReason.JOINED), plan]


def some_day(world: World, child: Child, earliest: datetime.date) -> datetime.date:
    """A school day between `earliest` and the last days; most within the two years that the demo tells of."""
    latest = latest_day(world, child)
    if world.chance(JUST_NOW):
        earliest = max(earliest, latest - 6 * DAY)
    recent = max(earliest, latest - TWO_YEARS * DAY)
    start = recent if world.chance(0.85) else min(earliest, recent)
    span = max(1, (latest - start).days)
    return max(earliest, world.school_day(start + world.rng.randrange(span) * DAY))
