"""What there is to draw. A value is a number, or a text such as "under 5" that is printed but has no size."""

import datetime
from dataclasses import dataclass, field

from senco.core.charts.palette import SERIES

Value = int | float | str


@dataclass(frozen=True)
class Series:
    """One value for each category, column or point, in their order."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Figure:
    """`finding` is the sentence that somebody who cannot see the drawing hears: what it shows, not what it is."""

    title: str
    finding: str


@dataclass(frozen=True)
class Grid(Figure):
    """Series over named columns; the corner is the heading over the names in the table."""

    columns: tuple[str, ...]
    series: tuple[Series, ...]
    corner: str = ""

    def __post_init__(self):
        wrong = [row.name for row in self.series if len(row.values) != len(self.columns)]
        if wrong:
            raise ValueError(f"{', '.join(wrong)}: needs one value for each of {len(self.columns)} columns")


@dataclass(frozen=True)
class FewSeries(Grid):
    """There are four ways to draw a series that can be told apart in colour, in grey and in print."""

    def __post_init__(self):
        super().__post_init__()
        if len(self.series) > len(SERIES):
            raise ValueError(
                f"{self.title}: {len(self.series)} series, at most {len(SERIES)} can be told apart"
            )


@dataclass(frozen=True)
class BarChart(FewSeries):
    """Lying bars, one for each column, the series stacked; at most four series."""


@dataclass(frozen=True)
class LineChart(FewSeries):
    """A line for each series over the columns, which stand in order of time; at most four series. `floor` is the value at the foot."""

    floor: int = 0


@dataclass(frozen=True)
class HeatMap(Grid):
    """A cell for each series (row) and column, darker for more."""


@dataclass(frozen=True)
class Span:
    """Something that runs from its first to its last day, both included."""

    name: str
    starts: datetime.date
    ends: datetime.date


@dataclass(frozen=True)
class Timeline(Figure):
    """Spans over the days from `starts` to `ends`, with a line at `today` where that lies between them."""

    spans: tuple[Span, ...]
    starts: datetime.date
    ends: datetime.date
    today: datetime.date | None = None
    corner: str = field(default="")


def size(value: Value) -> float:
    """How much a value weighs in a drawing: nothing, where it is a text."""
    return 0 if isinstance(value, str) else value
