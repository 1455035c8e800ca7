"""What the plan check says, for the pages of a plan and of its steps."""

from django import template

from provision.queries.hints import OfRule, PlanHints

register = template.Library()


@register.filter
def hints_of(check: PlanHints, section) -> tuple[OfRule, ...]:
    """What is said about one section and its rows."""
    return check.of(section)


@register.filter
def chooses_rules(membership) -> bool:
    """Whether this role says which rules the school wants."""
    return membership.may("provision.edit_settings")


@register.filter
def hint_count(rules: tuple[OfRule, ...]) -> int:
    """How many hints these rules give together."""
    return sum(len(one.hints) for one in rules)
