"""What the plan check says, for the pages of a plan and of its steps."""

from django import template

from provision.queries.hints import OfRule, PlanHints, findings_of

register = template.Library()


@register.simple_tag(takes_context=True)
def plan_check(context, plan) -> PlanHints:
    """`{% plan_check plan as check %}`, then `provision/check/summary.html`; the plan carries its state."""
    return findings_of(plan, context["request"].membership)


@register.filter
def hints_of(check: PlanHints, section) -> tuple[OfRule, ...]:
    """What is said about one section and its rows."""
    return check.of(section)


@register.filter
def hint_count(rules: tuple[OfRule, ...]) -> int:
    """How many hints these rules give together."""
    return sum(len(one.hints) for one in rules)
