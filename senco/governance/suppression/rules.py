"""What is hidden before any attack, and what a reader may suppose about a hidden figure.

Differencing between releases. A reader who holds an earlier release compares it with the new one, so a figure
* that was hidden before stays hidden: two releases never show the two halves of one sum;
* that was shown and has changed by 1 to `threshold` pupils is hidden: the change would be a small count;
* that was shown and has not changed is shown again: hiding it would protect nothing, as it is known;
* that has changed by more is treated like a new one.
The reader may also suppose, where that is true, that a figure moved by no more than `threshold` since. In a
quiet term the new release therefore equals the old one. `earlier` must hold every release that the same
readers have about these pupils, with year groups under the names they have now: here those of the present
and the last school year (senco/governance/held.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from senco.governance.suppression.published import Figure, Mark, ProtectedSet
from senco.governance.suppression.tables import Key, Population


@dataclass(frozen=True, slots=True)
class Standing:
    """One figure before protection: its count, and whether it must be hidden or shown.

    `low` and `high` are the range that a reader may suppose if the figure is hidden.
    """

    key: Key
    count: int
    low: float
    high: float
    must_hide: bool
    must_show: bool


def standings(
    population: Population, threshold: int, earlier: Sequence[ProtectedSet], *, marked: bool = True
) -> list[Standing]:
    """The standing of every figure, in a fixed order. Without `marked`, hidden figures tell nothing."""
    known = [release.figures for release in earlier if not release.withheld]
    found = []
    for key, count in population.counts.items():
        mark = mark_of(count, threshold) if marked else Mark.WITHHELD
        before = [figures[key] for figures in known if key in figures]
        found.append(_standing(Figure(key, mark, None, threshold), count, before))
    return found


def mark_of(count: int, threshold: int) -> Mark:
    """The mark that a hidden count gets."""
    return Mark.SMALL if count <= threshold else Mark.HIDDEN


def _standing(hidden: Figure, count: int, before: list[Figure]) -> Standing:
    """`hidden` is the figure as it would be printed if it were hidden."""
    threshold = hidden.threshold
    must_hide = 1 <= count <= threshold or any(_reveals(figure, count, threshold) for figure in before)
    low, high = hidden.range
    for figure in before:
        supposed_low, supposed_high = figure.range[0] - threshold, figure.range[1] + threshold
        if supposed_low <= count <= supposed_high:
            low, high = max(low, supposed_low), min(high, supposed_high)
    must_show = not must_hide and bool(before) and before[-1].value == count
    return Standing(hidden.key, count, low, high, must_hide, must_show)


def _reveals(figure: Figure, count: int, threshold: int) -> bool:
    """Whether showing the count now would tell something about this earlier figure or the change since."""
    return figure.value is None or 0 < abs(count - figure.value) <= threshold
