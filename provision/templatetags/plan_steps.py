"""The buttons of a plan: which steps are open to the acting person, and what can still be undone."""

from django import template
from django.utils import timezone

from provision.deadlines import SIGN_OFF_WITHIN
from provision.models import Plan
from provision.queries import steps
from provision.workflow import WRITE

register = template.Library()


@register.simple_tag(takes_context=True)
def open_steps(context, plan) -> list[steps.OpenStep]:
    """`{% open_steps plan as steps %}`; the plan carries its state."""
    return steps.open_steps(plan, context["request"].membership)


@register.simple_tag(takes_context=True)
def last_word(context, plan) -> steps.LastWord | None:
    """`{% last_word plan as word %}`: given back with a reason, or about to go out."""
    return steps.last_word(plan, context["request"].membership)


@register.filter
def writes_plans(membership) -> bool:
    """Whether this role writes plans at all."""
    return membership.may(WRITE)


@register.filter
def is_waiting_long(plan: Plan) -> bool:
    """Whether a plan in the queue has waited longer than it should."""
    return plan.state_since + SIGN_OFF_WITHIN < timezone.now()
