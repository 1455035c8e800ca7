"""The progress of one pupil: a line for each scale and goal, with what keeping pace would be."""

import math
from collections import defaultdict
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _

from provision.impact_choices import ScaleKind
from provision.models import Measurement, Scale
from provision.progress import Reading, expected_line
from senco.core.charts import LineChart, Series

ROUND = 10  # a drawing that does not start at nought starts at a multiple of this


@dataclass(frozen=True)
class ProgressLine:
    """`points` in order of time. `expected` has a value for each; None where time alone lets nothing be expected."""

    scale: Scale
    goal: str
    points: list[Measurement]
    expected: tuple[float, ...] | None

    @property
    def title(self) -> str:
        return f"{self.scale.name}: {self.goal}" if self.goal else self.scale.name

    @property
    def rows(self) -> list[tuple]:
        """(measure, what keeping pace would be, in words)."""
        told = [self.scale.say(value) for value in self.expected or ()] or [""] * len(self.points)
        return list(zip(self.points, told, strict=True))

    @property
    def finding(self) -> str:
        first, last = self.points[0], self.points[-1]
        words = _("From %(first)s on %(from)s to %(last)s on %(until)s.") % {
            "first": first.said,
            "from": formats.date_format(first.taken_on),
            "last": last.said,
            "until": formats.date_format(last.taken_on),
        }
        if self.expected:
            words += f" {self.meaning}: {self.scale.say(self.expected[-1])}."
        return words

    @property
    def meaning(self) -> str:
        """What the second line is."""
        pace = self.scale.kind in (ScaleKind.STANDARD, ScaleKind.AGE)
        return _("Keeping pace would be") if pace else _("What we aim for")

    @property
    def figure(self) -> LineChart | None:
        """None for a single value: there is no line yet."""
        if len(self.points) < 2:
            return None
        days = tuple(formats.date_format(point.taken_on, "SHORT_DATE_FORMAT") for point in self.points)
        lines = [Series(_("Measured"), tuple(as_drawn(point.value) for point in self.points))]
        if self.expected:
            lines.append(Series(self.meaning, tuple(as_drawn(value) for value in self.expected)))
        return LineChart(
            self.title,
            self.finding,
            columns=days,
            series=tuple(lines),
            corner=_("Day"),
            floor=floor_of(lines),
        )


def as_drawn(value) -> int | float:
    """Without decimals that say nothing."""
    number = round(float(value), 1)
    return int(number) if number == int(number) else number


def floor_of(lines: list[Series]) -> int:
    """The foot of the drawing: nought, or lower, or a round number below what would else be squeezed to the top."""
    values = [value for line in lines for value in line.values]
    lowest, highest = min(values), max(values)
    if lowest < 0:
        return math.floor(lowest)
    return 0 if lowest < 2 * (highest - lowest) + ROUND else math.floor(lowest / ROUND) * ROUND


def progress_of(membership, pupil) -> list[ProgressLine]:
    """The line with the newest value first. One query."""
    rows = Measurement.objects.visible_to(membership).kept().filter(pupil=pupil)
    rows = rows.select_related("scale", "place__provision__intervention").order_by("taken_on", "pk")
    found: dict[tuple, list[Measurement]] = defaultdict(list)
    for row in rows:
        found[row.scale_id, row.goal].append(row)
    lines = [line_of(points) for points in found.values()]
    return sorted(lines, key=lambda line: line.points[-1].taken_on, reverse=True)


def line_of(points: list[Measurement]) -> ProgressLine:
    scale, targets = points[0].scale, [point.target for point in points if point.target is not None]
    values = [Reading(float(point.value), point.taken_on) for point in points]
    expected = expected_line(scale.kind, values, float(targets[-1]) if targets else None)
    return ProgressLine(scale, points[0].goal, points, expected)
