"""Cells of the provision map. Drawn here and not in the template: a large school's map has fifteen thousand of them."""

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from provision.templatetags.money import pounds

register = template.Library()

EMPTY = SafeString("<td></td>")
GOOD, FAIR = 85, 60  # per cent delivered


@register.simple_tag
def map_row(line, heads, show) -> SafeString:
    """A row of the grid under `heads`; each cell says on a phone what it is of."""
    head = line.head
    name = format_html('<a href="{}">{}</a>', head.url, head.label) if head.url else escape(head.label)
    note = format_html(" <small>{}</small>", head.note) if head.note else ""
    total = format_html(
        '<td class="number total" data-label="{}">{}</td>', _("Total"), amount(line.total, show)
    )
    return SafeString(f'<tr><th scope="row">{name}{note}</th>{cells_of(line, heads, show)}{total}</tr>')


def cells_of(line, heads, show) -> str:
    shade = shade_of_share if show == "delivered" else None
    return "".join(
        EMPTY if value is None else cell(value, head, shade(value) if shade else f"tier-{head.tier}", show)
        for value, head in zip(line.cells, heads, strict=True)
    )


def cell(value: int, head, shade: str, show: str) -> SafeString:
    return format_html(
        '<td class="number {}" data-label="{}">{}</td>', shade, head.label, amount(value, show)
    )


@register.filter
def tier_word(tier: str, names: dict[str, str]) -> str:
    """What the school calls the tier; `names` are those of queries/tiers.py."""
    return names[tier]


@register.filter
def amount(value: int, show: str) -> str:
    """A number of the grid as it is shown: pence as pounds, shares with their sign, minutes bare."""
    if show == "cost":
        return pounds(value)
    return f"{value}%" if show == "delivered" else str(value)


def shade_of_share(value: int) -> str:
    if value >= GOOD:
        return "share-good"
    return "share-fair" if value >= FAIR else "share-low"


@register.simple_tag
def map_totals(values, heads, show) -> SafeString:
    pairs = ((head.label, amount(value, show)) for value, head in zip(values, heads, strict=True))
    return format_html_join("", '<td class="number" data-label="{}">{}</td>', pairs)
