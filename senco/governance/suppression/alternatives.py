"""Other schools that look exactly the same in print: the proof that a hidden figure could be another.

An alternative is a whole population in which every shown figure is unchanged. Each one is checked in whole
numbers before it counts, so a fault in the solver can make a set less informative, never less safe.
"""

from collections.abc import Sequence
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack

from senco.governance.suppression.published import FEWEST_VALUES
from senco.governance.suppression.rules import Standing
from senco.governance.suppression.tables import Key, Line

TIME_LIMIT = 5.0  # seconds for one question to the solver
FEW = FEWEST_VALUES  # pupils that a stroll moves at most in one figure: enough to prove it movable
FREE = 1e-3  # price of moving a figure that is hidden already: little, but more than not moving it
EXACT = 1e-6  # how near to a whole number the solver's answer must be


class NoAlternative(Exception):
    """No other population fits, or the solver could not say."""


class Alternatives:
    """The figures of a set, which of them are hidden, and how far each is known to be able to move.

    `lowest` and `highest` are the extremes seen in the true population and its alternatives. Hiding more
    figures never takes an alternative away.
    """

    def __init__(self, standings: Sequence[Standing], lines: Sequence[Line], threshold: int) -> None:
        self.keys = [standing.key for standing in standings]
        self.position = {key: number for number, key in enumerate(self.keys)}
        self.count = np.array([standing.count for standing in standings], dtype=np.int64)
        self.low = np.array([standing.low for standing in standings])
        self.high = np.array([standing.high for standing in standings])
        self.hidden = np.array([standing.must_hide for standing in standings], dtype=bool)
        self.fixed = np.array([standing.must_show for standing in standings], dtype=bool)
        self.price = np.array([_price(standing.key, standing.count) for standing in standings])
        self.lowest, self.highest = self.count.copy(), self.count.copy()
        self.threshold = threshold
        self.other_size = (self.count > threshold) | (self.count == 0)
        self.parts = [[self.position[part] for part in line.parts] for line in lines]
        self.sums = self._sums(lines)

    def pinned(self) -> int | None:
        """A hidden figure for which too few counts are known to be possible; None when there is none."""
        movable = self.highest - self.lowest >= FEWEST_VALUES - 1
        return _first(self.hidden & ~movable)

    def certainly_small(self) -> int | None:
        """A hidden figure for which no count outside 1 to threshold is known to be possible, marks apart."""
        return _first(self.hidden & ~self.other_size)

    def one_sided(self) -> list[int] | None:
        """The parts of a group that are known to be empty, where only one other part can hold anybody."""
        possible = np.where(self.hidden, self.highest, self.count) > 0
        for parts in self.parts:
            if len(parts) > 1 and possible[parts].sum() == 1:
                return [part for part in parts if not possible[part]]
        return None

    def stroll(self, direction: np.ndarray) -> None:
        """Go where hidden figures can go in a direction (a weight for each) and remember how far it was."""
        low, high = self._room(self.hidden, heed_marks=True)
        room = Bounds(np.maximum(low, -FEW), np.minimum(high, FEW))
        change = _solve(-direction, [LinearConstraint(self.sums, 0, 0)], room)
        self._check(change, heed_marks=True)
        self.accept(change)

    def move(self, goal: dict[int, int], amount: int, *, heed_marks: bool = True) -> np.ndarray:
        """The cheapest change of the population in which the weighted sum `goal` grows by `amount` or more.

        Shown figures are changed at their price. Without `heed_marks`, the reader is supposed not to know
        what the marks mean. Raises NoAlternative.
        """
        low, high = self._room(~self.fixed, heed_marks=heed_marks)
        weights = np.zeros(len(self.keys))
        weights[list(goal)] = list(goal.values())
        constraints = [
            LinearConstraint(csr_matrix(hstack([self.sums, -self.sums])), 0, 0),
            LinearConstraint(csr_matrix(np.concatenate([weights, -weights])), amount, inf),
        ]
        price = np.where(self.hidden, FREE, self.price)
        room = Bounds(np.zeros(2 * len(price)), np.concatenate([high, -low]))
        rises, falls = np.split(_solve(np.concatenate([price, price]), constraints, room), 2)
        self._check(rises - falls, heed_marks=heed_marks)
        return rises - falls

    def bill(self, plan: Sequence[np.ndarray]) -> float:
        """The price of hiding every shown figure that one of the changes moves."""
        moved = np.any([change != 0 for change in plan], axis=0)
        return float(self.price[moved & ~self.hidden].sum())

    def accept(self, change: np.ndarray, *, heed_marks: bool = True) -> None:
        """Hide what the change moves and remember how far each figure went."""
        self.hidden |= change != 0
        there = self.count + change
        self.other_size |= (there == 0) | (there > self.threshold)
        if heed_marks:
            self.lowest = np.minimum(self.lowest, there)
            self.highest = np.maximum(self.highest, there)

    def _room(self, movable: np.ndarray, *, heed_marks: bool) -> tuple[np.ndarray, np.ndarray]:
        """How far each figure may fall (a negative number) and rise."""
        low = np.where(movable, (self.low if heed_marks else 0) - self.count, 0)
        high = np.where(movable, (self.high if heed_marks else inf) - self.count, 0)
        return low, high

    def _check(self, change: np.ndarray, *, heed_marks: bool) -> None:
        """In whole numbers: every sum holds, no count is negative, every mark tells the truth."""
        there = self.count + change
        marks_hold = not heed_marks or bool(((there >= self.low) & (there <= self.high)).all())
        sums_hold = not (self.sums @ change).any()
        if not (sums_hold and marks_hold and (there >= 0).all()) or change[self.fixed].any():
            raise NoAlternative("The solver gave a population that does not add up.")

    def _sums(self, lines: Sequence[Line]) -> csr_matrix:
        """One row for each line: parts minus whole."""
        matrix = np.zeros((len(lines), len(self.keys)), dtype=np.int64)
        for row, line in enumerate(lines):
            matrix[row, [self.position[part] for part in line.parts]] = 1
            matrix[row, self.position[line.whole]] -= 1
        return csr_matrix(matrix)


def _first(chosen: np.ndarray) -> int | None:
    numbers = np.flatnonzero(chosen)
    return int(numbers[0]) if len(numbers) else None


def _price(key: Key, count: int) -> float:
    """What hiding a figure costs the reader: margins more than cells, large counts more than small ones."""
    return (1 + min(count, 50) / 50) * {0: 12, 1: 4}.get(len(key), 1)


def _solve(price: np.ndarray, constraints: list[LinearConstraint], room: Bounds) -> np.ndarray:
    """The cheapest answer in whole numbers. The plain programme nearly always has one."""
    for whole_numbers in (0, 1):
        answer = milp(
            price,
            constraints=constraints,
            bounds=room,
            integrality=np.full(len(price), whole_numbers),
            options={"time_limit": TIME_LIMIT},
        )
        if answer.x is None or not answer.success:
            raise NoAlternative(answer.message)
        rounded = np.round(answer.x).astype(np.int64)
        if np.abs(answer.x - rounded).max() < EXACT:
            return rounded
    raise NoAlternative("The solver found no population of whole pupils.")
