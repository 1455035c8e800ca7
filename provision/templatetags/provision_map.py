"""Cells of the provision map. Drawn here and not in the template: a large school's map has fifteen thousand of them."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from provision.templatetags.money import pounds

register = template.Library()

EMPTY = SafeString("<td></td>")
GOOD, FAIR = 85, 60  # per cent delivered


@register.simple_tag
def map_cells(line, heads, show) -> SafeString:
    """`heads` as the columns of the grid; each cell says on a phone what it is of."""
    shade = shade_of_share if show == "delivered" else None
    return SafeString(
        "".join(
            EMPTY
            if value is None
            else cell(value, head, shade(value) if shade else f"tier-{head.tier}", show)
            for value, head in zip(line.cells, heads, strict=True)
        )
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
