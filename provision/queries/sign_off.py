"""What waits for the SENCO's signature: plans handed in, answers to shared plans, agreed plans to put in force."""

from django.db.models import Exists, OuterRef, Q

from provision.choices import STATE_AFTER, PlanState, Speaker
from provision.models import Plan, PlanResponse, PlanStep
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


def steps_to_sign_off(membership):
    """The last step of each plan in the queue: as many as the queue is long, asked for in one pass.

    It stands in the menu of every page, and with the state worked out plan by plan it took longer than most pages.
    """
    steps = PlanStep.objects.visible_to(membership).filter(kind__in=STATE_AFTER, withdrawn_at__isnull=True)
    last = steps.order_by("plan_id", "-at", "-id").distinct("plan_id")
    said = PlanResponse.objects.filter(
        plan=OuterRef("plan_id"), speaker=Speaker.PARENT, at__gte=OuterRef("at")
    )
    shared = Q(Exists(said), kind__in=kinds_of(PlanState.SHARED))
    signed = Q(kind__in=kinds_of(PlanState.READY, PlanState.AGREED))
    return PlanStep.objects.filter(signed | shared, pk__in=last.values("pk"))


def kinds_of(*states: str) -> list[str]:
    """Steps after which a plan is in one of these states."""
    return [kind for kind, state in STATE_AFTER.items() if state in states]


def sign_off_queue(membership):
    """The longest waiting first, which puts the late ones on top."""
    return (
        plans_with_answers(membership)
        .filter(to_sign_off())
        .select_related("pupil", "lead")
        .order_by("state_since", "pk")
    )
