"""Hiding: small counts first, then the cheapest other figures, until no hidden one can be worked out.

Instead of hiding a neighbour and attacking again, each step asks for the cheapest other population in which
the figure in question is different enough, and hides exactly the shown figures that differ there. The
populations found are the proof of protection (alternatives.py); `attack` tries the finished set once more.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

import numpy as np

from senco.governance.suppression.alternatives import Alternatives, NoAlternative
from senco.governance.suppression.attack import attack
from senco.governance.suppression.published import (
    FEWEST_VALUES,
    Audit,
    Figure,
    Mark,
    ProtectedSet,
    describe,
    lay_out,
)
from senco.governance.suppression.rules import mark_of, standings
from senco.governance.suppression.tables import Key, Line, Population, Table, join

STROLLS = 12  # directions tried at the start; each settles many figures at once


class Exposed(Exception):
    """The finished tables do not keep their secret."""


def protect_tables(
    tables: Sequence[Table], threshold: int = 5, earlier: Sequence[ProtectedSet] = ()
) -> ProtectedSet:
    """The tables with few figures hidden, and those well; see the package's docstring for the promise.

    Counts from 1 to `threshold` (3 or more) are hidden. `earlier` are the releases that the same readers hold
    already, oldest first. Where there are too few pupils, all hidden figures are marked "not shown". If even
    so protection cannot be reached or proved, every figure is, and `audit.failure` says why. Raises
    ValueError for tables that contradict each other.
    """
    if threshold < FEWEST_VALUES - 1:
        raise ValueError(f"The threshold must be at least {FEWEST_VALUES - 1}, not {threshold}.")
    population = join(tables)
    failure = ""
    for marked in (True, False):
        try:
            figures = _protect(population, threshold, earlier, marked=marked)
            _attack_once_more(ProtectedSet(lay_out(tables, figures), figures, threshold), population, earlier)
            return _released(tables, population, figures, threshold)
        except Exception as reason:  # whatever goes wrong here, nothing may be shown
            logging.getLogger(__name__).info("figures not protected, marked=%s", marked, exc_info=reason)
            failure = str(reason)
    return _released(tables, population, _withheld(population, threshold), threshold, failure)


def _attack_once_more(
    protected: ProtectedSet, population: Population, earlier: Sequence[ProtectedSet]
) -> None:
    """Raise Exposed if the finished tables give a figure away. A wrong guess of the reader is no leak."""
    for leak in attack(protected, earlier):
        if leak.low <= population.counts[leak.key] <= leak.high:
            raise Exposed(f"The attack on the finished tables worked out: {leak.where}.")


def _protect(
    population: Population, threshold: int, earlier: Sequence[ProtectedSet], *, marked: bool
) -> dict[Key, Figure]:
    """The figures of the set, shown or hidden; raises NoAlternative.

    Without `marked`, hidden figures do not say whether they are small: more room where there are few pupils.
    """
    ranged = standings(population, threshold, earlier, marked=marked)
    search = Alternatives(ranged, population.lines, threshold)
    while (empty := search.one_sided()) is not None:
        _blur(search, empty)
    _stroll_about(search)
    while True:
        if (empty := search.one_sided()) is not None:
            _blur(search, empty)
        elif (number := search.pinned()) is not None:
            _make_movable(search, number)
        elif (number := search.certainly_small()) is not None:
            _make_uncertain(search, number)
        else:
            return _figures(search, threshold, marked=marked)


def _blur(search: Alternatives, empty: list[int]) -> None:
    """Let somebody of a group that is all in one category be in another one."""
    search.accept(search.move(dict.fromkeys(empty, 1), 1))


def _stroll_about(search: Alternatives) -> None:
    """Far corners in a few directions, always the same ones: most figures are movable already."""
    if search.hidden.any():
        directions = np.random.default_rng(STROLLS).choice([-1.0, 1.0], (STROLLS, len(search.keys)))
        for direction in directions:
            search.stroll(direction * search.hidden)


def _make_movable(search: Alternatives, number: int) -> None:
    """Let a hidden figure take FEWEST_VALUES counts: for nothing if possible, else at the lowest price."""
    for sign in (1, -1):
        search.stroll(sign * np.eye(1, len(search.keys), number)[0])
        if search.pinned() != number:
            return
    _accept_cheapest(search, _spreads(search, number))


def _spreads(search: Alternatives, number: int) -> Iterator[list[np.ndarray]]:
    """Every pair of changes, one up and one down, that together make a figure movable enough."""
    wide = FEWEST_VALUES - 1
    for up in range(wide + 1):
        down = wide - up
        wishes = []
        if search.highest[number] < search.count[number] + up:
            wishes.append(({number: 1}, up))
        if search.lowest[number] > search.count[number] - down:
            wishes.append(({number: -1}, down))
        with suppress(NoAlternative):
            yield [search.move(goal, amount) for goal, amount in wishes]


def _make_uncertain(search: Alternatives, number: int) -> None:
    """Let the figures alone, without the marks, allow a count outside 1 to threshold."""
    count = int(search.count[number])
    wishes = [({number: -1}, count), ({number: 1}, search.threshold + 1 - count)]
    changes = []
    for goal, amount in wishes:
        with suppress(NoAlternative):
            changes.append([search.move(goal, amount, heed_marks=False)])
    _accept_cheapest(search, changes, heed_marks=False)


def _accept_cheapest(
    search: Alternatives, plans: Iterable[list[np.ndarray]], *, heed_marks: bool = True
) -> None:
    """Carry out the plan with the lowest bill; raises NoAlternative if there is no plan."""
    plan = min(plans, key=search.bill, default=None)
    if plan is None:
        raise NoAlternative("There are too few pupils to hide one among them.")
    for change in plan:
        search.accept(change, heed_marks=heed_marks)


def _one_category(population: Population) -> list[Line]:
    """The groups whose pupils are all in one of several categories."""
    return [
        line
        for line in population.lines
        if len(line.parts) > 1 and sum(population.counts[part] > 0 for part in line.parts) == 1
    ]


def _figures(search: Alternatives, threshold: int, *, marked: bool) -> dict[Key, Figure]:
    figures = {}
    for key, count, hidden in zip(search.keys, search.count.tolist(), search.hidden, strict=True):
        if hidden:
            mark = mark_of(count, threshold) if marked else Mark.WITHHELD
            figures[key] = Figure(key, mark, None, threshold)
        else:
            figures[key] = Figure(key, Mark.SHOWN, count, threshold)
    return figures


def _withheld(population: Population, threshold: int) -> dict[Key, Figure]:
    return {key: Figure(key, Mark.WITHHELD, None, threshold) for key in population.counts}


def _released(
    tables: Sequence[Table],
    population: Population,
    figures: dict[Key, Figure],
    threshold: int,
    failure: str = "",
) -> ProtectedSet:
    audit = Audit(
        figures=len(figures),
        hidden=sum(figure.value is None for figure in figures.values()),
        one_category=tuple(describe(line) for line in _one_category(population)),
        failure=failure,
    )
    return ProtectedSet(lay_out(tables, figures), figures, threshold, audit)
