"""Cells of the provision map. Drawn here and not in the template: a large school's map has fifteen thousand of them."""

from collections.abc import Callable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from provision.templatetags.money import pounds

register = template.Library()

EMPTY = SafeString("<td></td>")
GOOD, FAIR = 85, 60  # per cent delivered
SHARES = ("share-good", "share-fair", "share-low")


@register.simple_tag
def map_rows(grid, show) -> SafeString:
    """The rows of the grid; each cell says on a phone what it is of. What a column's cells have in common is made once."""
    begin = [beginnings(head, show) for head in grid.columns]
    total = format_html('<td class="number total" data-label="{}">', _("Total"))
    return SafeString("".join(row(line, begin, total, show) for line in grid.lines))


def row(line, begin: list, total: str, show: str) -> str:
    head = line.head
    name = format_html('<a href="{}">{}</a>', head.url, head.label) if head.url else escape(head.label)
    note = format_html(" <small>{}</small>", head.note) if head.note else ""
    cells = (
        EMPTY if value is None else f"{opening(value)}{amount(value, show)}</td>"
        for value, opening in zip(line.cells, begin, strict=True)
    )
    return f'<tr><th scope="row">{name}{note}</th>{"".join(cells)}{total}{amount(line.total, show)}</td></tr>'


def beginnings(head, show: str) -> Callable[[int], str]:
    """Value → the opening tag of its cell in the column."""
    shades = SHARES if show == "delivered" else (f"tier-{head.tier}",)
    tags = {
        shade: format_html('<td class="number {}" data-label="{}">', shade, head.label) for shade in shades
    }
    if show == "delivered":
        return lambda value: tags[shade_of_share(value)]
    return lambda _value: tags[shades[0]]


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
    good, fair, low = SHARES
    if value >= GOOD:
        return good
    return fair if value >= FAIR else low


@register.simple_tag
def map_totals(values, heads, show) -> SafeString:
    pairs = ((head.label, amount(value, show)) for value, head in zip(values, heads, strict=True))
    return format_html_join("", '<td class="number" data-label="{}">{}</td>', pairs)
