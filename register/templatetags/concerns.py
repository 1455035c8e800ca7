"""Words and tags of concerns in templates."""

import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from register.choices import ConcernState, Decision, Seen
from register.queries.concerns import own_state, seems_open

register = template.Library()

COLOURS = {
    ConcernState.NEW: "info",
    ConcernState.GATHERING: "info",
    ConcernState.DECIDED: "warn",
    ConcernState.CLOSED: "ok",
    ConcernState.WITHDRAWN: "",
}


@register.filter
def seen_label(chip: str) -> str:
    """What was seen, in words."""
    return Seen(chip).label


@register.simple_tag
def state_tag(state: str) -> str:
    """The state of a concern as a coloured word."""
    return tag(COLOURS[ConcernState(state)], ConcernState(state).label)


@register.simple_tag
def own_state_tag(concern, membership) -> str:
    """The state as whoever raised it reads it."""
    finished = "" if concern.state == ConcernState.WITHDRAWN else "ok"
    return tag("info" if seems_open(concern) else finished, own_state(concern, membership))


def tag(colour: str, words: str) -> str:
    return format_html('<span class="tag {}">{}</span>', colour, words)


@register.filter
def days_ago(moment: datetime.datetime) -> str:
    """How long ago in whole days, as people say it."""
    days = (timezone.localdate() - timezone.localdate(moment)).days
    if days <= 0:
        return _("today")
    return _("yesterday") if days == 1 else _("%(days)d days ago") % {"days": days}


@register.filter
def decision_label(decision: str) -> str:
    """A decision, in words."""
    return Decision(decision).label
