"""Changes, shares and intervals as people read them."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from senco.core.navigation import Link, mark_current

register = template.Library()

TABS = (
    (gettext_lazy("What works"), "provision:impact"),
    (gettext_lazy("To measure"), "provision:measures_due"),
    (gettext_lazy("No progress"), "provision:advice_due"),
    (gettext_lazy("Scales"), "provision:scales"),
)
LOOKS = {"keep": "ok", "stop": "bad", "watch": "warn", "unknown": ""}


@register.filter
def signed(number: float | None) -> str:
    """ "+4.2", "−1", "0"; nothing for what is not known. One decimal at most."""
    if number is None:
        return ""
    words = f"{round(float(number), 1):+.1f}".removesuffix(".0")
    return "0" if words in ("+0", "-0") else words.replace("-", "−")


@register.filter
def share(found) -> str:
    """ "6 of 8 (75%)"; a dash where nobody was asked about."""
    if not found.whole:
        return "–"
    return _("%(part)d of %(whole)d (%(percent)d%%)") % {
        "part": found.part,
        "whole": found.whole,
        "percent": round(100 * found.value),
    }


@register.filter
def between(interval, percent: bool = False) -> str:
    """ "between −0.3 and +5.1"; as whole per cent for shares; nothing where there is none."""
    if not interval:
        return ""
    low, high = (f"{round(100 * end)}%" if percent else signed(end) for end in interval)
    return _("between %(low)s and %(high)s") % {"low": low, "high": high}


@register.filter
def verdict_look(verdict: str) -> str:
    """The colour of a tag, beside which its word stands."""
    return LOOKS[verdict]


@register.simple_tag(takes_context=True)
def impact_tabs(context) -> list[Link]:
    """The pages of impact that the acting role may open."""
    may = context["request"].membership.may
    allowed = [
        (label, name) for label, name in TABS if name == "provision:scales" or may("provision.view_impact")
    ]
    links = [Link(str(label), reverse(name)) for label, name in allowed]
    return mark_current(links, context["request"].path)
