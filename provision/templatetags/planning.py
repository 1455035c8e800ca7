"""The tabs of what a school makes its own about plans, and the ages of an entry in words."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.banks.choices import Age
from provision.choices import Editor, SectionKind
from senco.core.navigation import Link, mark_current

register = template.Library()

TABS = (
    (gettext_lazy("Strategies"), "provision:strategies", "provision.view_plan"),
    (gettext_lazy("Outcome stems"), "provision:stems", "provision.view_plan"),
    (gettext_lazy("Templates"), "provision:templates", "provision.edit_templates"),
    (gettext_lazy("Settings"), "provision:settings", "provision.edit_settings"),
)
FROM = {Age.EARLY: None, Age.KS1: 5, Age.KS2: 7, Age.KS3: 11, Age.KS4: 14, Age.POST16: 16}
UNTIL = {Age.EARLY: 5, Age.KS1: 7, Age.KS2: 11, Age.KS3: 14, Age.KS4: 16, Age.POST16: None}


@register.simple_tag(takes_context=True)
def planning_tabs(context) -> list[Link]:
    """The tabs that the acting role may open."""
    request = context["request"]
    mine = [Link(str(label), reverse(name)) for label, name, needed in TABS if request.membership.may(needed)]
    return mark_current(mine, request.path)


@register.filter
def ages_in_words(ages) -> str:
    """ "5 to 11", "up to 7", "14 and over"; several stretches are joined."""
    return ", ".join(stretch_in_words(first, last) for first, last in stretches(ages))


def stretches(ages) -> list[tuple[Age, Age]]:
    """(first, last) of the bands that follow one another."""
    bands, found = list(Age), []
    for place, band in enumerate(bands):
        if band not in ages:
            continue
        if place and found and found[-1][1] == bands[place - 1]:
            found[-1] = (found[-1][0], band)
        else:
            found.append((band, band))
    return found


def stretch_in_words(first: Age, last: Age) -> str:
    since, until = FROM[first], UNTIL[last]
    if since is None and until is None:
        return _("all ages")
    if since is None:
        return _("up to %(until)d") % {"until": until}
    if until is None:
        return _("%(since)d and over") % {"since": since}
    return _("%(since)d to %(until)d") % {"since": since, "until": until}


@register.filter
def kind_in_words(kind: str) -> str:
    """What a section holds besides its text."""
    return str(SectionKind(kind).label)


@register.filter
def editors_in_words(editors) -> str:
    """ "teachers and the SENCO"; the SENCO may write every section."""
    named = [str(Editor(one).label).lower() for one in editors]
    return _("%(others)s and the SENCO") % {"others": ", ".join(named)} if named else _("the SENCO alone")
