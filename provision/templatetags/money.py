"""Amounts as people read them."""

from django import template
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

from senco.core.navigation import Link, mark_current

register = template.Library()

TABS = (
    (gettext_lazy("Costs"), "provision:costs"),
    (gettext_lazy("What if"), "provision:what_if"),
    (gettext_lazy("Budgets"), "provision:budgets"),
    (gettext_lazy("Rates"), "provision:rates"),
)


@register.filter
def pounds(pence: int | None) -> str:
    """Whole pence as "£1,234.56"; a debt as "−£5.00"; nothing for what is not known."""
    if pence is None:
        return ""
    amount = number_format(f"{abs(pence) // 100}.{abs(pence) % 100:02d}", use_l10n=True, force_grouping=True)
    return f"{'−' if pence < 0 else ''}£{amount}"


@register.filter
def hours(minutes: int) -> str:
    """Minutes as hours with one decimal."""
    return number_format(minutes / 60, decimal_pos=1)


@register.simple_tag(takes_context=True)
def cost_tabs(context) -> list[Link]:
    """The pages of costs."""
    links = [Link(str(label), reverse(name)) for label, name in TABS]
    return mark_current(links, context["request"].path)
