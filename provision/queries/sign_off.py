"""What waits for the SENCO's signature: plans handed in, answers to shared plans, agreed plans to put in force."""

from django.db.models import Exists, OuterRef, Q

from provision.choices import PlanState, Speaker
from provision.models import Plan, PlanResponse
from provision.queries.answers import unread_answers_to


def plans_with_answers(membership):
    """Every plan this person may open with its state, `answered` (a parent has answered since it was shared) and `unread`."""
    said = PlanResponse.objects.filter(
        plan=OuterRef("pk"), speaker=Speaker.PARENT, at__gte=OuterRef("state_since")
    )
    return (
        Plan.objects.visible_to(membership)
        .with_state()
        .annotate(answered=Exists(said), unread=Exists(unread_answers_to(OuterRef("pk"), membership)))
    )


def to_sign_off() -> Q:
    """Of plans that carry their state and `answered`."""
    shared = Q(state=PlanState.SHARED, answered=True)
    return Q(state__in=[PlanState.READY, PlanState.AGREED]) | shared


def waiting_for_signature(membership):
    """Everything in the queue."""
    return plans_with_answers(membership).filter(to_sign_off())


def sign_off_queue(membership):
    """The longest waiting first, which puts the late ones on top."""
    return waiting_for_signature(membership).select_related("pupil", "lead").order_by("state_since", "pk")
