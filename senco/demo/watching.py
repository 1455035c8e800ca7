"""Pupils who are watched below SEN Support, with reviews due, due soon and overdue."""

from datetime import timedelta

from register.choices import Decision
from register.models import Monitoring
from senco.accounts.models import Membership
from senco.demo.concern_plans import ConcernPlan, Stage
from senco.demo.statuses import N
from senco.demo.words.answers import MONITORING_LABELS
from senco.demo.world import DAY, World

REVIEW_IN = (
    -9,
    -5,
    -2,
    1,
    3,
    4,
    9,
    11,
    16,
    18,
    23,
    25,
    30,
    37,
    44,
)  # days from today, for the pupils decided on last
LASTED = 42  # days, for those that are over
LEAST = 14 * DAY  # nobody is watched for a few days only


def record_monitoring(world: World, plans: list[ConcernPlan], by: Membership) -> None:
    """The last decisions to watch are still running; each pupil once at a time."""
    decided = [
        plan
        for plan in plans
        if plan.decision == Decision.MONITOR and plan.decided and plan.stage != Stage.REOPENED
    ]
    reviews, watched = list(REVIEW_IN), set()
    for plan in sorted(decided, key=lambda plan: plan.decided, reverse=True):
        if plan.child.pupil.pk in watched or plan.child.status != N:
            continue
        watched.add(plan.child.pupil.pk)
        watch(world, plan, next_review(reviews, world.today - plan.decided), by)


def next_review(reviews: list[int], decided_ago: timedelta) -> int | None:
    """Takes the first of these reviews that leaves a watch that began so long ago its time; None where none is left."""
    found = next((days for days in reviews if days * DAY + decided_ago >= LEAST), None)
    if found is not None:
        reviews.remove(found)
    return found


def watch(world: World, plan: ConcernPlan, review_in: int | None, by: Membership) -> None:
    is_over = review_in is None
    review_on = plan.decided + LASTED * DAY if is_over else world.today + review_in * DAY
    world.add(
        Monitoring, school=world.school, pupil=plan.child.pupil, concern=plan.concern, label=world.rng.choice(MONITORING_LABELS),
        starts=plan.decided, review_on=review_on, started_by=by,
        ended_at=world.at(world.school_day(review_on)) if is_over else None,
    )  # fmt: skip
