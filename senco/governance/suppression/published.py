"""What comes out: figures that are shown or hidden, in tables, with the result of the attack on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import inf
from typing import Any

from django.utils.translation import gettext as _

from senco.governance.suppression.tables import TOTAL, Key, Line, Table, Variable, name_of

FEWEST_VALUES = 4  # counts that must remain possible for every hidden figure
SMALLEST_BASE = 10  # pupils below which no percentage is given


class Mark(StrEnum):
    """How a figure is printed. Each hidden kind tells the reader something, and the attack knows it."""

    SHOWN = "shown"
    SMALL = "small"  # 0 to threshold: "fewer than 6"
    HIDDEN = "hidden"  # more than threshold, hidden to protect another: "–"
    WITHHELD = "withheld"  # nothing is said: "not shown"


@dataclass(frozen=True, slots=True)
class Figure:
    """One count as the reader sees it. `value` is None whenever it is hidden."""

    key: Key
    mark: Mark
    value: int | None
    threshold: int

    @property
    def shown_as(self) -> str:
        """The text in the cell."""
        if self.mark is Mark.SHOWN:
            return str(self.value)
        if self.mark is Mark.SMALL:
            return _("fewer than %(number)s") % {"number": self.threshold + 1}
        return "–" if self.mark is Mark.HIDDEN else _("not shown")

    @property
    def range(self) -> tuple[int, float]:
        """Lowest and highest count that the printed text allows by itself."""
        if self.value is not None:
            return self.value, self.value
        bounds = {Mark.SMALL: (0, self.threshold), Mark.HIDDEN: (self.threshold + 1, inf)}
        return bounds.get(self.mark, (0, inf))


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """One table to print; `cells` has one column if `columns` is None, and None where no cell can exist."""

    name: str
    rows: Variable
    columns: Variable | None
    cells: tuple[tuple[Figure | None, ...], ...]
    row_totals: tuple[Figure, ...]
    column_totals: tuple[Figure, ...]
    total: Figure

    def lines(self) -> Iterator[Line]:
        """The sums that a reader of this table can do."""
        yield Line(TOTAL, tuple(self.rows.groups()))
        if self.columns:
            yield Line(TOTAL, tuple(self.columns.groups()))
            for whole, row in zip(self.rows.groups(), self.cells, strict=True):
                yield Line(whole, tuple(cell.key for cell in row if cell))
            for position, whole in enumerate(self.columns.groups()):
                yield Line(whole, tuple(row[position].key for row in self.cells if row[position]))


@dataclass(frozen=True, slots=True)
class Leak:
    """What a reader can work out although it is hidden: the figure lies between `low` and `high`."""

    key: Key
    where: str
    low: float
    high: float
    why: str


@dataclass(frozen=True, slots=True)
class Audit:
    """The attack on the finished set. `safe` also when protection failed, because then nothing is shown.

    `one_category` names the groups that are all in one category; their figures are hidden or the whole is.
    `failure` says why everything is withheld, for the log.
    """

    leaks: tuple[Leak, ...] = ()
    figures: int = 0
    hidden: int = 0
    one_category: tuple[str, ...] = ()
    failure: str = ""

    @property
    def safe(self) -> bool:
        """Whether the set may be released."""
        return not self.leaks


@dataclass(frozen=True, slots=True)
class ProtectedSet:
    """Tables ready to be released together, and never one by one with other figures beside them."""

    tables: tuple[ProtectedTable, ...]
    figures: dict[Key, Figure]
    threshold: int
    audit: Audit = field(default_factory=Audit)

    @property
    def withheld(self) -> bool:
        """Whether nothing is shown at all."""
        return all(figure.mark is Mark.WITHHELD for figure in self.figures.values())

    def as_data(self) -> dict[str, Any]:
        """What a reader sees, as JSON-ready data: safe to store where governors may read it."""
        tables = [[table.name, _as_data(table.rows), _as_data(table.columns)] for table in self.tables]
        figures = [[sorted(map(list, key)), str(it.mark), it.value] for key, it in self.figures.items()]
        return {"threshold": self.threshold, "tables": tables, "figures": figures}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "ProtectedSet":
        """The set that `as_data` described, without its audit: attack it again if the audit matters."""
        figures = {}
        for pairs, mark, value in data["figures"]:
            key = frozenset((name, category) for name, category in pairs)
            figures[key] = Figure(key, Mark(mark), value, data["threshold"])
        tables = [
            _laid_out(name, _variable_from(rows), _variable_from(columns), figures)
            for name, rows, columns in data["tables"]
        ]
        return cls(tuple(tables), figures, data["threshold"])


def lay_out(tables: Sequence[Table], figures: dict[Key, Figure]) -> tuple[ProtectedTable, ...]:
    """The figures in the shape of the tables that they came from."""
    return tuple(_laid_out(table.name, table.rows, table.columns, figures) for table in tables)


def percentage(part: Figure, whole: Figure) -> Decimal | None:
    """Part of whole in percent to one decimal; None if one is hidden or the whole is under 10 pupils."""
    if part.value is None or whole.value is None or whole.value < SMALLEST_BASE:
        return None
    return (Decimal(part.value) * 100 / whole.value).quantize(Decimal("0.1"), ROUND_HALF_UP)


def describe(line: Line) -> str:
    """A sum in words, for the audit: "status K by year"."""
    across = sorted(next(iter(line.parts)) - line.whole)[0][0]
    return f"{name_of(line.whole)} by {across}"


def _laid_out(
    name: str, rows: Variable, columns: Variable | None, figures: dict[Key, Figure]
) -> ProtectedTable:
    across = columns.groups() if columns else [TOTAL]
    return ProtectedTable(
        name,
        rows,
        columns,
        cells=tuple(tuple(figures.get(row | column) for column in across) for row in rows.groups()),
        row_totals=tuple(figures[row] for row in rows.groups()),
        column_totals=tuple(figures[column] for column in across) if columns else (),
        total=figures[TOTAL],
    )


def _as_data(variable: Variable | None) -> list[Any] | None:
    return [variable.name, list(variable.categories)] if variable else None


def _variable_from(data: list[Any] | None) -> Variable | None:
    return Variable(data[0], tuple(data[1])) if data else None
