"""Released figures as people read them: tables with words, a chart beside each, and rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from senco.core.charts import BarChart, Series
from senco.governance.labels import TITLES, VARIABLES, category_name, total_name
from senco.governance.suppression import Figure, ProtectedSet, ProtectedTable
from senco.governance.suppression.published import Mark


@dataclass(frozen=True)
class Cell:
    """What is printed, and the heading of its column."""

    head: str
    text: str


@dataclass(frozen=True)
class Row:
    """A line of a table; `is_sum` marks the last one."""

    name: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class FigureSheet:
    """One table with its chart. `corner` stands over the names of the rows."""

    title: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: BarChart


def sheets_of(protected: ProtectedSet) -> list[FigureSheet]:
    """The tables of one release, in the order in which they are read."""
    return [
        needs_sheet(table) if table.name == "area_need" else status_sheet(table) for table in protected.tables
    ]


def status_sheet(table: ProtectedTable) -> FigureSheet:
    """Categories down, SEN Support and EHC plan across: as people ask, "how many in Year 9"."""
    statuses = [category_name(table.rows.name, code) for code in table.rows.categories]
    figures = [(*cells, whole) for *cells, whole in zip(*table.cells, table.column_totals, strict=True)]
    sums = (*table.row_totals, table.total)
    series = tuple(
        Series(status, tuple(drawn(cell) for cell in cells))
        for status, cells in zip(statuses, table.cells, strict=True)
    )
    return sheet_of(table, (*statuses, total_name()), figures, sums, series)


def needs_sheet(table: ProtectedTable) -> FigureSheet:
    """Needs in the order of their broad areas, whose sums stand in the table by area."""
    series = (Series(_("Pupils"), tuple(drawn(figure) for figure in table.column_totals)),)
    figures = [(figure,) for figure in table.column_totals]
    return sheet_of(table, (_("Pupils"),), figures, (table.total,), series)


def sheet_of(table: ProtectedTable, heads, figures, sums, series) -> FigureSheet:
    """The table's columns as rows, `heads` over them; `figures` holds the figures of each row."""
    names = tuple(category_name(table.columns.name, code) for code in table.columns.categories)
    rows = [Row(name, cells(heads, of_row)) for name, of_row in zip(names, figures, strict=True)]
    rows.append(Row(total_name(), cells(heads, sums), is_sum=True))
    title, corner = str(TITLES[table.name]), str(VARIABLES[table.columns.name])
    chart = BarChart(title, finding(names, table.column_totals), names, series, corner)
    return FigureSheet(title, corner, heads, tuple(rows), chart)


def cells(heads: Sequence[str], figures: Sequence[Figure]) -> tuple[Cell, ...]:
    return tuple(Cell(head, figure.shown_as) for head, figure in zip(heads, figures, strict=True))


def drawn(figure: Figure) -> int | str:
    """A hidden figure has no bar; what stands in the table stands there too."""
    return figure.value if figure.mark is Mark.SHOWN else figure.shown_as


def finding(names: Sequence[str], figures: Sequence[Figure]) -> str:
    """What the chart shows, in a sentence: from shown figures only."""
    shown = [(figure.value, name) for name, figure in zip(names, figures, strict=True) if figure.value]
    if not shown:
        return _("No figure is large enough to be shown.")
    count, name = max(shown)
    return _("The largest group shown is %(name)s with %(count)d pupils.") % {"name": name, "count": count}


def lines_of(sheets: list[FigureSheet]) -> Iterator[tuple[str, str, str, str]]:
    """(table, row, column, figure) for each cell: one flat list that any spreadsheet can filter."""
    for sheet in sheets:
        for row in sheet.rows:
            for cell in row.cells:
                yield sheet.title, row.name, cell.head, cell.text
