"""Charts drawn as SVG by our own hands: the same markup on the page and in the PDF, always with a table of the numbers."""

from senco.core.charts.bars import draw_bars
from senco.core.charts.figures import BarChart, HeatMap, LineChart, Series, Span, Timeline
from senco.core.charts.frame import render_figure
from senco.core.charts.heat import draw_heat
from senco.core.charts.lines import draw_lines
from senco.core.charts.spans import draw_spans

__all__ = ["BarChart", "HeatMap", "LineChart", "Series", "Span", "Timeline", "draw", "render"]

DRAWN_BY = {BarChart: draw_bars, LineChart: draw_lines, HeatMap: draw_heat, Timeline: draw_spans}


def draw(figure, *, width: int):
    """The bare SVG, `width` pixels wide; its text is 13 px at that width, so draw at the width it will be seen at."""
    return DRAWN_BY[type(figure)](figure, width)


def render(figure, *, width: int, printed: bool = False):
    """The drawing and its table: folded under the drawing on a page, in full on paper (`printed`)."""
    return render_figure(figure, draw(figure, width=width), printed=printed)
