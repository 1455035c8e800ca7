"""How the queue of plans to sign off is said."""

from django import template
from django.utils import timezone

from provision.deadlines import SIGN_OFF_WITHIN
from provision.models import Plan

register = template.Library()


@register.filter
def is_waiting_long(plan: Plan) -> bool:
    """Whether a plan in the queue has waited longer than it should."""
    return plan.state_since + SIGN_OFF_WITHIN < timezone.now()
