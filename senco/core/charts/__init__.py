"""Charts drawn as SVG by our own hands: the same markup on the page and in the PDF, always with a table of the numbers."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from senco.core.charts import svg
from senco.core.charts.bars import draw_bars
from senco.core.charts.figures import BarChart, HeatMap, LineChart, Series, Span, Timeline
from senco.core.charts.frame import render_figure
from senco.core.charts.heat import draw_heat
from senco.core.charts.lines import draw_lines
from senco.core.charts.spans import draw_spans

__all__ = [
    "BarChart",
    "HeatMap",
    "LineChart",
    "Series",
    "Span",
    "Timeline",
    "draw",
    "draw_for_page",
    "render",
]

ON_A_PHONE = 290  # px
DRAWN_BY = {BarChart: draw_bars, LineChart: draw_lines, HeatMap: draw_heat, Timeline: draw_spans}


def draw(figure, *, width: int):
    """The bare SVG, `width` pixels wide; its text is 13 px at that width, so draw at the width it will be seen at."""
    return DRAWN_BY[type(figure)](figure, width)


def draw_for_page(figure, *, width: int) -> SafeString:
    """The drawing at its width, and where a phone has no room for that once more for a phone; the style sheet shows one."""
    if not isinstance(figure, BarChart | LineChart):
        return draw(figure, width=width)
    key = svg.key(figure)
    small = SafeString(draw(figure, width=ON_A_PHONE).replace(key, f"{key}s"))  # ids are for one drawing each
    return format_html(
        '<div class="roomy">{}</div><div class="small-one">{}</div>', draw(figure, width=width), small
    )


def render(figure, *, width: int, printed: bool = False):
    """The drawing and its table: folded under the drawing on a page, in full on paper (`printed`)."""
    drawing = draw(figure, width=width) if printed else draw_for_page(figure, width=width)
    return render_figure(figure, drawing, printed=printed)
