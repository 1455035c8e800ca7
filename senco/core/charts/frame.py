"""A drawing with its table: nobody needs to see the picture to have the numbers."""

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from senco.core.charts.figures import BarChart, LineChart, Timeline


def render_figure(figure, drawing: SafeString, *, printed: bool) -> SafeString:
    table = table_of(figure)
    if printed:
        return format_html('<div class="chart">{}</div>{}', drawing, table)
    return format_html(
        '<div class="chart" tabindex="0" role="group" aria-label="{}">{}</div><details><summary>{}</summary><div class="table-region wide" tabindex="0" role="group" aria-label="{}">{}</div></details>',
        figure.title, drawing, _("Show the numbers as a table"), figure.title, table,
    )  # fmt: skip


def table_of(figure) -> SafeString:
    """The numbers: bars and lines with a row for each category or time, heat maps as they are drawn."""
    if isinstance(figure, Timeline):
        return table(
            figure,
            (_("First day"), _("Last day")),
            ((span.name, day(span.starts), day(span.ends)) for span in figure.spans),
        )
    if isinstance(figure, BarChart | LineChart):
        turned = zip(figure.columns, *(series.values for series in figure.series), strict=True)
        return table(figure, [series.name for series in figure.series], turned)
    return table(figure, figure.columns, ((series.name, *series.values) for series in figure.series))


def day(date) -> str:
    return date_format(date, "j M Y")


def table(figure, heads, rows) -> SafeString:
    head = format_html_join("", '<th scope="col" class="number">{}</th>', ((name,) for name in heads))
    body = format_html_join(
        "", '<tr><th scope="row">{}</th>{}</tr>', ((name, cells(values)) for name, *values in rows)
    )
    corner = format_html('<th scope="col">{}</th>', figure.corner or _("Name"))
    return format_html(
        '<table class="grid"><caption>{}</caption><thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>',
        figure.title,
        corner,
        head,
        body,
    )


def cells(values) -> SafeString:
    return format_html_join("", '<td class="number">{}</td>', ((value,) for value in values))
