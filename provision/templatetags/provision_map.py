"""Cells of the provision map. Drawn here and not in the template: a large school's map has fifteen thousand of them."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

EMPTY = SafeString("<td></td>")
GOOD, FAIR = 85, 60  # per cent delivered


@register.simple_tag
def map_cells(line, heads, show) -> SafeString:
    """`heads` as the columns of the grid; each cell says on a phone what it is of."""
    shade = shade_of_share if show == "delivered" else None
    unit = "%" if show == "delivered" else ""
    return SafeString(
        "".join(
            EMPTY
            if value is None
            else cell(value, head, shade(value) if shade else f"tier-{head.tier}", unit)
            for value, head in zip(line.cells, heads, strict=True)
        )
    )


def cell(value: int, head, shade: str, unit: str) -> SafeString:
    return format_html('<td class="number {}" data-label="{}">{}{}</td>', shade, head.label, value, unit)


def shade_of_share(value: int) -> str:
    if value >= GOOD:
        return "share-good"
    return "share-fair" if value >= FAIR else "share-low"


@register.simple_tag
def map_totals(values, heads, show) -> SafeString:
    unit = "%" if show == "delivered" else ""
    pairs = ((head.label, value, unit) for value, head in zip(values, heads, strict=True))
    return format_html_join("", '<td class="number" data-label="{}">{}{}</td>', pairs)
