"""The number beside "To sign off" is worked out another way than the queue: both have to find the same plans."""

import datetime
import random

import pytest
from django.utils import timezone

from provision.choices import STATE_AFTER, StepKind
from provision.models import PlanResponse, PlanStep
from provision.queries.sign_off import sign_off_queue, steps_to_sign_off
from senco.access.context import acting_as
from tests.factories import access, as_owner, person, pupil
from tests.factories.plans import part_of, plan, version

pytestmark = pytest.mark.django_db
PLANS = 60


def answered(made, by, at) -> None:
    with as_owner():
        PlanResponse.objects.create(
            **part_of(made), version=version(made), by=by, at=at, speaker="parent", answer="yes"
        )


def test_the_menu_counts_what_the_queue_shows():
    """Sixty histories of steps, some taken back, some answered; the dice are the same every time."""
    dice, senco = random.Random(7), person("senco")
    child = pupil(at=senco.school)
    mother = person("parent", at=senco.school)
    access(mother, child, source="parent")
    now, kinds = timezone.now(), [*STATE_AFTER, StepKind.UPDATED]
    for number in range(PLANS):
        made = plan(child, by=senco, steps=(), number=number + 1)
        for nth in range(dice.randint(1, 5)):
            at = now - datetime.timedelta(days=10 - nth)
            taken_back = now if dice.random() < 0.2 else None
            with as_owner():
                PlanStep.objects.create(
                    **part_of(made), kind=dice.choice(kinds), by=senco, at=at, withdrawn_at=taken_back
                )
        if dice.random() < 0.5:
            answered(made, mother, now - datetime.timedelta(days=dice.randint(1, 12)))
    elsewhere = person("senco")
    plan(pupil(at=elsewhere.school), by=elsewhere, steps=("handed_in",))
    with acting_as(senco):
        queue = set(sign_off_queue(senco).values_list("pk", flat=True))
        steps = list(steps_to_sign_off(senco).values_list("plan_id", flat=True))
    assert 5 < len(queue) < PLANS and set(steps) == queue and len(steps) == len(queue)
