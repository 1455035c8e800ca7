from django.utils.html import format_html
from django.utils.safestring import SafeString

from senco.core.charts import svg
from senco.core.charts.figures import HeatMap, Series, Value, size
from senco.core.charts.palette import DARK_HEAT_FROM, HEAT, INK, PAPER

ROW, TOP, GAP = 32, 26, 2  # px


def draw_heat(chart: HeatMap, width: int) -> SafeString:
    """A cell for each row and column with its number in it; darker is more, and a withheld number says so in words."""
    left = min(max((svg.width_of(series.name) for series in chart.series), default=0) + 12, width * 0.42)
    across = (width - left) / max(1, len(chart.columns))
    largest = max((size(value) for series in chart.series for value in series.values), default=0)
    heads = [
        svg.text(left + across * (at + 0.5), 17, svg.shortened(name, across), anchor="middle", quiet=True)
        for at, name in enumerate(chart.columns)
    ]
    rows = [row(series, TOP + ROW * at, left, across, largest) for at, series in enumerate(chart.series)]
    return svg.svg(chart, width, TOP + ROW * len(chart.series) + 2, *heads, *rows)


def row(series: Series, y: float, left: float, across: float, largest: float) -> SafeString:
    name = svg.text(left - 8, y + ROW / 2 + 4.5, svg.shortened(series.name, left - 12), anchor="end")
    cells = (cell(value, left + across * at, y, across, largest) for at, value in enumerate(series.values))
    return svg.join([name, *cells])


def cell(value: Value, x: float, y: float, across: float, largest: float) -> SafeString:
    step = step_of(value, largest)
    dark = step >= DARK_HEAT_FROM
    box = svg.rect(x + GAP / 2, y + GAP / 2, across - GAP, ROW - GAP, HEAT[step], f"h{step}", round_by=3)
    words = format_html(
        '<text x="{}" y="{}" text-anchor="middle" fill="{}" class="{}">{}</text>',
        svg.number(x + across / 2), svg.number(y + ROW / 2 + 4.5), PAPER if dark else INK, "t3" if dark else "t1", value,
    )  # fmt: skip
    return box + words


def step_of(value: Value, largest: float) -> int:
    """0 for nothing or a withheld number, else 1 to 4 by quarters of the largest."""
    if not size(value):
        return 0
    return min(4, 1 + int(4 * size(value) / largest - 1e-9))
