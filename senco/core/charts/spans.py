import datetime

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from senco.core.charts import svg
from senco.core.charts.figures import Span, Timeline
from senco.core.charts.palette import SERIES, SOFT

ROW, THICK, TOP, FOOT = 32, 20, 30, 26  # px
FULL_WEEKS = (1, 2, 4, 8, 13, 26, 52)


def draw_spans(chart: Timeline, width: int) -> SafeString:
    """Bars over the calendar: full where they have passed, pale with an edge where they are still to come."""
    left = min(max((svg.width_of(span.name) for span in chart.spans), default=0) + 12, width * 0.42)
    days = (chart.ends - chart.starts).days + 1
    a_day = (width - left - 24) / days
    bottom = TOP + ROW * len(chart.spans)

    def at(day: datetime.date) -> float:
        """Where a day begins; days outside the drawing lie on its edge."""
        return left + min(max((day - chart.starts).days, 0), days) * a_day

    rows = (row(chart, index, left, TOP + ROW * index, at) for index in range(len(chart.spans)))
    return svg.svg(
        chart, width, bottom + FOOT, weeks(chart, at, a_day, bottom), *rows, today_line(chart, at, bottom)
    )


def weeks(chart: Timeline, at, a_day: float, bottom: float) -> SafeString:
    """A guide every so many whole weeks, so that the dates over them do not touch."""
    room = 62 / a_day / 7
    step = next((count for count in FULL_WEEKS if count >= room), FULL_WEEKS[-1])
    days = [
        chart.starts + datetime.timedelta(weeks=step * count)
        for count in range(1 + (chart.ends - chart.starts).days // (7 * step))
    ]
    lines = (svg.line(at(day), TOP - 6, at(day), bottom) for day in days)
    words = (svg.text(at(day), 16, date_format(day, "j M"), anchor="middle", quiet=True) for day in days)
    return svg.join([*lines, *words])


def row(chart: Timeline, index: int, left: float, y: float, at) -> SafeString:
    span, middle = chart.spans[index], y + ROW / 2
    name = svg.text(left - 8, middle + 4.5, svg.shortened(span.name, left - 12), anchor="end")
    return name + to_come(span, middle, at) + passed(chart, span, middle, at)


def end_of(span: Span) -> datetime.date:
    return span.ends + datetime.timedelta(days=1)


def to_come(span: Span, middle: float, at) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="{}" class="soft l1"/>',
        svg.number(at(span.starts)), svg.number(middle - THICK / 2), svg.number(at(end_of(span)) - at(span.starts)), THICK, SOFT, SERIES[0],
    )  # fmt: skip


def passed(chart: Timeline, span: Span, middle: float, at) -> SafeString:
    end = end_of(span) if chart.today is None else min(end_of(span), chart.today)
    if end <= span.starts:
        return SafeString("")
    return svg.rect(
        at(span.starts), middle - THICK / 2, at(end) - at(span.starts), THICK, SERIES[0], "s1", round_by=4
    )


def today_line(chart: Timeline, at, bottom: float) -> SafeString:
    if chart.today is None or not chart.starts <= chart.today <= chart.ends:
        return SafeString("")
    x = at(chart.today)
    mark = format_html(
        '<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke="{3}" stroke-width="2" class="l2"/>',
        svg.number(x), TOP - 6, svg.number(bottom + 4), SERIES[1],
    )  # fmt: skip
    return mark + svg.text(x, bottom + 19, _("Today"), anchor="middle", bold=True)
