"""What governors hold from before, put so that it can be laid beside the figures of another day. Pure.

Within a school year every release binds the next (suppression/rules.py). Over the summer the groups change: years move up
one name, and figures that were hidden in July would otherwise stay hidden for ever, each hiding others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from senco.governance.figures import YEAR, Counted
from senco.governance.suppression import Figure, ProtectedSet
from senco.governance.suppression.tables import Key

Counts = Mapping[Key, int]


def moved_up(held: ProtectedSet, years: int) -> ProtectedSet:
    """The same figures under the names that their year groups have now: Year 8 of July is Year 9 in September."""
    if not years:
        return held
    figures = {}
    for key, figure in held.figures.items():
        moved = frozenset((name, later(code, years) if name == YEAR else code) for name, code in key)
        figures[moved] = replace(figure, key=moved)
    return replace(held, figures=figures)


def later(year: str, years: int) -> str:
    """A year's code some years on; pupils without a year stay without."""
    return str(int(year) + years) if year else year


def still_to_hide(held: ProtectedSet, then: Sequence[Counted], counts: Counts) -> ProtectedSet:
    """A release of last school year without those hidden figures that have moved by more than the threshold since.

    Whoever reads such a figure today learns nothing about July: supposing that little has changed misleads. What was
    counted is counted again for that (`then`), and believed only where it agrees with everything that was printed.
    Figures by year stay: a pupil's year of that day is not kept. They end with the year group.
    """
    recounted = {key: count_of(then, key) for key in held.figures if YEAR not in dict(key)}
    if any(held.figures[key].value not in (None, count) for key, count in recounted.items()):
        return held
    return replace(
        held,
        figures={
            key: figure
            for key, figure in held.figures.items()
            if not has_moved_far(figure, recounted.get(key), counts.get(key))
        },
    )


def count_of(pupils: Sequence[Counted], key: Key) -> int:
    return sum(all(getattr(pupil, name) == code for name, code in key) for pupil in pupils)


def has_moved_far(figure: Figure, then: int | None, now: int | None) -> bool:
    """Whether a hidden figure is another one today, as rules.py calls a shown one new that moved as far."""
    hidden = figure.value is None
    return hidden and then is not None and now is not None and abs(now - then) > figure.threshold
