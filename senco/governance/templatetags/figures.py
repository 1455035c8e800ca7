"""Drawing a chart whose table stands beside it in full."""

from django import template
from django.utils.html import format_html

from senco.core import charts

register = template.Library()


@register.simple_tag
def drawing(figure, width: int, printed: bool = False) -> str:
    """The drawing alone, `width` pixels wide; for figures that are printed in a table next to it."""
    return format_html(
        '<div class="chart" tabindex="0" role="group" aria-label="{}">{}</div>',
        figure.title,
        charts.draw(figure, width=width) if printed else charts.draw_for_page(figure, width=width),
    )
