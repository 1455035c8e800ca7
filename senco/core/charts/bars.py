from django.utils.safestring import SafeString

from senco.core.charts import svg
from senco.core.charts.figures import BarChart, size
from senco.core.charts.palette import SERIES
from senco.core.charts.scale import ticks

ROW, THICK, TOP, FOOT, LEGEND = 32, 21, 34, 26, 22  # px


def draw_bars(chart: BarChart, width: int) -> SafeString:
    """Stacked lying bars with the sum printed at the end of each."""
    left = min(max((svg.width_of(name) for name in chart.columns), default=0) + 12, width * 0.42)
    right = max((svg.width_of(words) for words in map(sum_words, stacks(chart))), default=0) + 14
    lines = legend_lines(chart, left, width) if len(chart.series) > 1 else []
    top = TOP + LEGEND * (len(lines) - 1) if lines else 8
    bottom = top + ROW * len(chart.columns)
    marks = ticks(max((sum(map(size, stack)) for stack in stacks(chart)), default=0))
    scale = (width - left - right) / marks[-1]
    return svg.svg(
        chart, width, bottom + FOOT, svg.hatching(chart), legend(chart, lines), guides(marks, left, scale, top, bottom),
        *(row(chart, index, left, top + ROW * index, scale) for index in range(len(chart.columns))),
    )  # fmt: skip


def stacks(chart: BarChart) -> list[tuple]:
    """The values of each bar, one for each series."""
    return list(zip(*(series.values for series in chart.series), strict=True))


def sum_words(stack) -> str:
    """What is printed at the end of a bar: the sum, or the text where a part is withheld."""
    withheld = next((value for value in stack if isinstance(value, str)), None)
    return withheld or f"{sum(stack):g}"


def legend_lines(chart: BarChart, left: float, width: float) -> list[list[tuple[int, float]]]:
    """The series and where each name begins: over the bars, or from the edge on as many lines as it takes."""
    widths = [svg.width_of(series.name) + 40 for series in chart.series]
    start = left if left + sum(widths) - 20 <= width else 0
    lines, x = [[]], start
    for index, wide in enumerate(widths):
        if lines[-1] and x + wide - 20 > width:
            lines.append([])
            x = start
        lines[-1].append((index, x))
        x += wide
    return lines


def legend(chart: BarChart, lines: list[list[tuple[int, float]]]) -> SafeString:
    parts = []
    for down, line in enumerate(lines):
        for index, x in line:
            y = LEGEND * down
            parts += [
                svg.bar(chart, index, x, y + 6, 14, 14),
                svg.text(x + 20, y + 17.5, chart.series[index].name),
            ]
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
