"""How the state of a plan is said and coloured; the colour always stands beside the word."""

from django import template

from provision.choices import PlanState
from provision.queries import papers

register = template.Library()

COLOURS = {
    PlanState.DRAFT: "",
    PlanState.READY: "warn",
    PlanState.SHARED: "info",
    PlanState.AGREED: "info",
    PlanState.IN_FORCE: "ok",
    PlanState.REVIEWED: "",
    PlanState.ARCHIVED: "",
}


@register.filter
def state_name(state: str) -> str:
    """What people call the state."""
    return str(PlanState(state).label)


@register.filter
def state_colour(state: str) -> str:
    """The class that colours its tag; plain ones have none."""
    return COLOURS[PlanState(state)]


@register.filter
def how_often(provision) -> str:
    """A line of provision as a sentence: times, minutes, weeks, group."""
    return papers.how_often(provision)
