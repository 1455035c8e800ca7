"""The buttons of a plan: which steps are open to the acting person, and what can still be undone."""

from django import template

from provision.queries import steps

register = template.Library()


@register.simple_tag(takes_context=True)
def open_steps(context, plan) -> list[steps.OpenStep]:
    """`{% open_steps plan as steps %}`; the plan carries its state."""
    return steps.open_steps(plan, context["request"].membership)


@register.simple_tag(takes_context=True)
def last_word(context, plan) -> steps.LastWord | None:
    """`{% last_word plan as word %}`: given back with a reason, or about to go out."""
    return steps.last_word(plan, context["request"].membership)
