from django.utils.safestring import SafeString

from senco.core.charts import svg
from senco.core.charts.figures import BarChart, size
from senco.core.charts.palette import SERIES
from senco.core.charts.scale import ticks

ROW, THICK, TOP, FOOT = 32, 21, 34, 26  # px


def draw_bars(chart: BarChart, width: int) -> SafeString:
    """Stacked lying bars with the sum printed at the end of each."""
    left = min(max((svg.width_of(name) for name in chart.columns), default=0) + 12, width * 0.42)
    right = max((svg.width_of(words) for words in map(sum_words, stacks(chart))), default=0) + 14
    top = TOP if len(chart.series) > 1 else 8
    bottom = top + ROW * len(chart.columns)
    marks = ticks(max((sum(map(size, stack)) for stack in stacks(chart)), default=0))
    scale = (width - left - right) / marks[-1]
    return svg.svg(
        chart, width, bottom + FOOT, svg.hatching(chart), legend(chart, left), guides(marks, left, scale, top, bottom),
        *(row(chart, index, left, top + ROW * index, scale) for index in range(len(chart.columns))),
    )  # fmt: skip


def stacks(chart: BarChart) -> list[tuple]:
    """The values of each bar, one for each series."""
    return list(zip(*(series.values for series in chart.series), strict=True))


def sum_words(stack) -> str:
    """What is printed at the end of a bar: the sum, or the text where a part is withheld."""
    withheld = next((value for value in stack if isinstance(value, str)), None)
    return withheld or f"{sum(stack):g}"


def legend(chart: BarChart, left: float) -> SafeString:
    if len(chart.series) < 2:
        return SafeString("")
    parts, x = [], left
    for index, series in enumerate(chart.series):
        parts += [svg.bar(chart, index, x, 6, 14, 14), svg.text(x + 20, 17.5, series.name)]
        x += svg.width_of(series.name) + 40
    return svg.join(parts)


def guides(marks: list[int], left: float, scale: float, top: float, bottom: float) -> SafeString:
    lines = (svg.line(left + mark * scale, top, left + mark * scale, bottom) for mark in marks)
    words = (svg.text(left + mark * scale, bottom + 18, mark, anchor="middle", quiet=True) for mark in marks)
    return svg.join([*lines, *words])


def row(chart: BarChart, index: int, left: float, y: float, scale: float) -> SafeString:
    parts, x = [], left
    middle, stack = y + ROW / 2, stacks(chart)[index]
    for number, value in enumerate(stack[: len(SERIES)]):
        if size(value):
            parts.append(svg.bar(chart, number, x, middle - THICK / 2, size(value) * scale, THICK))
        x += size(value) * scale
    name = svg.text(left - 8, middle + 4.5, svg.shortened(chart.columns[index], left - 12), anchor="end")
    return svg.join([name, *parts, svg.text(x + 6, middle + 4.5, sum_words(stack), bold=True)])
