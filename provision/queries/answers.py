"""What was said to a plan, and who at school has read it."""

from django.db.models import Exists, OuterRef

from provision.models import Plan, PlanResponse, ResponseRead
from senco.accounts.roles import Role

FROM_OUTSIDE = (Role.PARENT, Role.PROFESSIONAL)


def answers_to(plan: Plan, membership):
    """Everything that was said to the plan, the newest first, each with `unread` for this reader."""
    said = PlanResponse.objects.visible_to(membership).filter(plan=plan)
    return with_unread(said, membership).select_related("by", "version").order_by("-at", "-pk")


def with_unread(responses, membership):
    """Annotates `unread`: it came from outside the school, and this person has not marked it as read."""
    read = ResponseRead.objects.filter(response=OuterRef("pk"), by_id=membership.pk)
    return responses.annotate(unread=~Exists(read) & Exists(from_outside()))


def from_outside():
    """The answers that people outside the school wrote themselves."""
    return PlanResponse.objects.filter(pk=OuterRef("pk"), by__role__in=FROM_OUTSIDE)


def unread_answers_to(plan_ref, membership):
    """A query for the answers to a plan that this person has not read; `plan_ref` is an OuterRef."""
    read = ResponseRead.objects.filter(response=OuterRef("pk"), by_id=membership.pk)
    return PlanResponse.objects.filter(~Exists(read), plan=plan_ref, by__role__in=FROM_OUTSIDE)
