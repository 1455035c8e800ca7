from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from senco.core.charts import svg
from senco.core.charts.figures import LineChart, Series, size
from senco.core.charts.palette import DASHES, PAPER, SERIES
from senco.core.charts.scale import ticks

HEIGHT, TOP, FOOT = 240, 14, 30  # px
APART = 17  # px: keeps the labels at the ends of the lines from touching
HALF = 4.5  # px: from the middle of a label down to its baseline


def draw_lines(chart: LineChart, width: int) -> SafeString:
    """Lines over time, each named and numbered at its own end; the second and later ones are dashed as well."""
    highest = max((size(value) for series in chart.series for value in series.values), default=0)
    marks = [chart.floor + mark for mark in ticks(highest - chart.floor)]
    left = max(svg.width_of(mark) for mark in marks) + 14
    right = max((svg.width_of(end_words(series)) for series in chart.series), default=0) + 18
    across = (width - left - right) / max(1, len(chart.columns) - 1)
    scale = Upwards(chart.floor, (HEIGHT - TOP - FOOT) / (marks[-1] - chart.floor))
    lines = [curve(series, index, left, across, scale) for index, series in enumerate(chart.series)]
    return svg.svg(
        chart, width, HEIGHT, levels(marks, left, width - right, scale), times(chart, left, across), *lines,
        end_labels(chart, left + across * (len(chart.columns) - 1) + 10, scale),
    )  # fmt: skip


@dataclass(frozen=True)
class Upwards:
    """From a value to pixels: the floor stands at the foot, each unit is so many pixels higher."""

    floor: float
    unit: float

    def __call__(self, value) -> float:
        return HEIGHT - FOOT - (size(value) - self.floor) * self.unit


def levels(marks: list[int], left: float, end: float, scale: Upwards) -> SafeString:
    lines = (svg.line(left, scale(mark), end, scale(mark)) for mark in marks)
    words = (svg.text(left - 8, scale(mark) + 4.5, mark, anchor="end", quiet=True) for mark in marks)
    return svg.join([*lines, *words])


def times(chart: LineChart, left: float, across: float) -> SafeString:
    """Names of the points in time, as many as fit without touching."""
    widest = max((svg.width_of(name) for name in chart.columns), default=0) + 8
    every = max(1, -int(-widest // max(across, 1)))
    shown = [(index, name) for index, name in enumerate(chart.columns) if index % every == 0]
    return svg.join(
        svg.text(
            max(left + across * index, svg.width_of(name) / 2), HEIGHT - 8, name, anchor="middle", quiet=True
        )
        for index, name in shown
    )


def curve(series: Series, index: int, left: float, across: float, scale: Upwards) -> SafeString:
    """The line and a ring at each known value; a withheld value is a gap in the rings, not a zero."""
    known = [
        (left + across * at, scale(value))
        for at, value in enumerate(series.values)
        if not isinstance(value, str)
    ]
    points = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in known)
    path = format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="2.4" stroke-dasharray="{}" class="l{}"/>',
        points, SERIES[index], DASHES[index], index + 1,
    )  # fmt: skip
    return svg.join([path, *(ring(x, y, index) for x, y in known)])


def ring(x: float, y: float, index: int) -> SafeString:
    return format_html(
        '<circle cx="{}" cy="{}" r="3.6" fill="{}" stroke="{}" stroke-width="2" class="hollow l{}"/>',
        svg.number(x), svg.number(y), PAPER, SERIES[index], index + 1,
    )  # fmt: skip


def end_words(series: Series) -> str:
    return f"{series.name} {series.values[-1]}" if series.values else series.name


def end_labels(chart: LineChart, x: float, scale: Upwards) -> SafeString:
    """Labels beside the last points, where lines end close together pushed apart."""
    by_height = sorted(
        (series for series in chart.series if series.values), key=lambda series: -size(series.values[-1])
    )
    places = apart([scale(series.values[-1]) + HALF for series in by_height])
    return svg.join(
        svg.text(x, y, end_words(series), bold=True) for series, y in zip(by_height, places, strict=True)
    )


def apart(wanted: list[float]) -> list[float]:
    """Baselines from the top down that do not touch: first pushed down, then up again from the foot of the drawing."""
    pushed, above = [], 0.0
    for y in wanted:
        above = max(y, above + APART)
        pushed.append(above)
    placed, below = [], HEIGHT - FOOT + HALF + APART
    for y in reversed(pushed):
        below = min(y, below - APART)
        placed.append(below)
    return placed[::-1]
