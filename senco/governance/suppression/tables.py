"""The tables that go in: counts of pupils by one or two characteristics, joined by the margins they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Key = frozenset[tuple[str, str]]  # characteristics of the pupils counted: {("status", "K"), ("year", "3")}
TOTAL: Key = frozenset()


@dataclass(frozen=True, slots=True)
class Variable:
    """A characteristic and its categories, in the order in which they are printed."""

    name: str
    categories: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "categories", tuple(self.categories))
        if len(set(self.categories)) < len(self.categories):
            raise ValueError(f"A category of “{self.name}” is listed twice.")

    def groups(self) -> list[Key]:
        """One key for each category."""
        return [frozenset({(self.name, category)}) for category in self.categories]


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of pupils: `counts[row][column]`, or `counts[row]` when `columns` is None.

    None as a count says that the cell cannot exist (a need for pupils without SEN), as everybody knows.
    Margins are not given: they are the sums.
    """

    name: str
    rows: Variable
    columns: Variable | None
    counts: Sequence[Sequence[int | None]] | Sequence[int | None]

    def __post_init__(self) -> None:
        if len(self.counts) != len(self.rows.categories):
            raise ValueError(
                f"“{self.name}” names {len(self.rows.categories)} rows but has counts for {len(self.counts)}."
            )
        for row in self.counts if self.columns else ():
            if len(row) != (named := len(self.columns.categories)):
                raise ValueError(f"“{self.name}” names {named} columns but a row has {len(row)} counts.")
        for key, count in self.cells():
            if count < 0 or count != int(count):
                raise ValueError(f"“{self.name}” counts {count} for {name_of(key)}: not a number of pupils.")

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The one or two characteristics of the table."""
        return (self.rows, self.columns) if self.columns else (self.rows,)

    def cells(self) -> Iterator[tuple[Key, int]]:
        """Key and count of every cell that can exist."""
        for row_key, row in zip(self.rows.groups(), self.counts, strict=True):
            columns = zip(self.columns.groups(), row, strict=True) if self.columns else [(TOTAL, row)]
            for column_key, count in columns:
                if count is not None:
                    yield row_key | column_key, count


@dataclass(frozen=True, slots=True)
class Line:
    """A sum that every reader can do: the parts make up the whole."""

    whole: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Population:
    """All figures of a set of tables, each once, and the sums that tie them together."""

    counts: dict[Key, int]
    lines: tuple[Line, ...]


def join(tables: Sequence[Table]) -> Population:
    """The figures of all tables over one population.

    Raises ValueError when the tables disagree about a margin they share, name different categories for one
    characteristic, or form a ring (status by year, year by need, need by status). In a ring the tables pin
    down more than their margins say; without one, the sums in `lines` are all that can be known.
    """
    _refuse_rings(tables)
    counts: dict[Key, int] = {}
    for table in tables:
        _add(counts, table)
    return Population(counts, tuple(_lines(tables, counts)))


def name_of(key: Key) -> str:
    """A figure in words, for messages: "status K, year 3"."""
    return ", ".join(f"{name} {category}" for name, category in sorted(key)) or "all pupils"


def _refuse_rings(tables: Sequence[Table]) -> None:
    variables: dict[str, Variable] = {}
    group: dict[str, str] = {}
    for table in tables:
        for variable in table.variables:
            if variables.setdefault(variable.name, variable) != variable:
                raise ValueError(f"Two tables list different categories for “{variable.name}”.")
            group.setdefault(variable.name, variable.name)
        ends = {group[variable.name] for variable in table.variables}
        if table.columns and len(ends) == 1:
            raise ValueError(f"“{table.name}” closes a ring with the other tables: leave it out of this set.")
        group.update({name: min(ends) for name, of in group.items() if of in ends})


def _add(counts: dict[Key, int], table: Table) -> None:
    """Add cells and margins; a margin that another table has brought already must be the same."""
    own = dict.fromkeys([TOTAL, *(key for variable in table.variables for key in variable.groups())], 0)
    for key, count in table.cells():
        for part in {TOTAL, key, *(frozenset({characteristic}) for characteristic in key)}:
            own[part] = own.get(part, 0) + int(count)
    for key, count in own.items():
        if (other := counts.setdefault(key, count)) != count:
            where = f"“{table.name}” counts {count} for {name_of(key)}"
            raise ValueError(f"The tables disagree: {where}, another table {other}.")


def _lines(tables: Sequence[Table], counts: dict[Key, int]) -> Iterator[Line]:
    variables = {variable.name: variable for table in tables for variable in table.variables}
    for variable in variables.values():
        if variable.categories:
            yield Line(TOTAL, tuple(variable.groups()))
    for table in tables:
        if table.columns:
            yield from _crossed(table.rows, table.columns, counts)
            yield from _crossed(table.columns, table.rows, counts)


def _crossed(along: Variable, across: Variable, counts: dict[Key, int]) -> Iterator[Line]:
    for whole in along.groups():
        parts = tuple(whole | part for part in across.groups() if whole | part in counts)
        if parts:
            yield Line(whole, parts)
