"""The reader's side: work out hidden figures from what is printed. Knows nothing of how they were hidden.

For every hidden figure the lowest and highest count is sought by linear programming over all tables at once,
first with the meaning of the marks ("fewer than 6"), then from the figures alone. Pupils are whole, so the
ends of a range are rounded inwards.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, inf

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from senco.governance.suppression.published import FEWEST_VALUES, Figure, Leak, ProtectedSet, describe
from senco.governance.suppression.tables import Key, Line, name_of

ROUNDING = 1e-6
DIRECTIONS = 10
UNBOUNDED = 3  # the solver's word for "no limit in this direction"


class AttackFailed(Exception):
    """The solver gave no answer about a question that has one."""


def attack(protected: ProtectedSet, earlier: Sequence[ProtectedSet] = ()) -> list[Leak]:
    """Everything that the printed set lets a reader work out although it is hidden; empty when it is safe.

    With `earlier` releases the reader also tries the guess that nothing moved by more than the threshold;
    where the guess is wrong, so may be what follows from it. Raises AttackFailed if the solver fails.
    """
    reader = Reader(protected, heed_marks=True)
    reader.look_around()
    leaks = [*_pinned(reader), *_all_in_one(reader, protected)]
    leaks += _proved_small(reader, Reader(protected, heed_marks=False))
    guess = Reader(protected, heed_marks=True, earlier=earlier) if earlier else None
    return leaks + list(_pinned(guess)) if guess and guess.is_possible() else leaks


class Reader:
    """What one reader knows: the shown figures, the sums, and ranges of the hidden figures."""

    def __init__(
        self, protected: ProtectedSet, *, heed_marks: bool, earlier: Sequence[ProtectedSet] = ()
    ) -> None:
        self.hidden = [figure for figure in protected.figures.values() if figure.value is None]
        self.threshold = protected.threshold
        self.number = {figure.key: number for number, figure in enumerate(self.hidden)}
        self.ranges = [_range(figure, heed_marks, earlier) for figure in self.hidden]
        self.sums, self.known = self._equations(protected)
        self.seen_low = np.full(len(self.hidden), inf)
        self.seen_high = np.full(len(self.hidden), -inf)

    def is_possible(self) -> bool:
        """Whether any population at all fits what the reader supposes."""
        return self._optimum(np.zeros(len(self.hidden))) is not None

    def look_around(self) -> None:
        """Far corners in a few directions, which show most figures to be open without a question for each."""
        random = np.random.default_rng(DIRECTIONS)
        for direction in random.choice([-1.0, 1.0], (DIRECTIONS, len(self.hidden))):
            self._optimum(direction)

    def extremes(self, number: int, enough: int = FEWEST_VALUES) -> tuple[float, float]:
        """Lowest and highest count of a hidden figure; stops once `enough` counts are possible."""
        for sign in (1, -1):
            if self._values(number) >= enough:
                break
            direction = np.zeros(len(self.hidden))
            direction[number] = sign
            if self._optimum(direction) is None:
                raise AttackFailed(name_of(self.hidden[number].key))
        return ceil(self.seen_low[number] - ROUNDING), _floor(self.seen_high[number])

    def may_be_more_than(self, key: Key, count: int) -> bool:
        """Whether more pupils than `count` are possible for a hidden figure."""
        number = self.number[key]
        return self.seen_high[number] > count or self.extremes(number, enough=10**9)[1] > count

    def _values(self, number: int) -> float:
        low, high = self.seen_low[number], self.seen_high[number]
        return 0 if low > high else _floor(high) - ceil(low - ROUNDING) + 1

    def _optimum(self, direction: np.ndarray) -> np.ndarray | None:
        """The population furthest down the direction; None if none fits. Remembers how far figures went."""
        if not self.hidden:
            return direction
        answer = linprog(direction, A_eq=self.sums, b_eq=self.known, bounds=self.ranges, method="highs")
        if answer.status == UNBOUNDED:
            if np.count_nonzero(direction) == 1:
                self.seen_high[np.flatnonzero(direction)] = inf  # counts have a floor, so it is the top
            return direction
        if answer.status != 0:
            return None
        self.seen_low = np.minimum(self.seen_low, answer.x)
        self.seen_high = np.maximum(self.seen_high, answer.x)
        return answer.x

    def _equations(self, protected: ProtectedSet) -> tuple[csr_matrix, np.ndarray]:
        """One row for each sum that holds a hidden figure: hidden parts - hidden whole = known remainder."""
        rows, remainders = [], []
        for line in _lines(protected):
            row = np.zeros(len(self.hidden))
            remainder = 0
            for key, sign in [(line.whole, -1), *((part, 1) for part in line.parts)]:
                figure = protected.figures[key]
                if figure.value is None:
                    row[self.number[key]] += sign
                else:
                    remainder -= sign * figure.value
            if row.any():
                rows.append(row)
                remainders.append(remainder)
        return csr_matrix(np.array(rows).reshape(len(rows), len(self.hidden))), np.array(remainders)


def _pinned(reader: Reader) -> Iterator[Leak]:
    for number, figure in enumerate(reader.hidden):
        low, high = reader.extremes(number)
        if high - low + 1 < FEWEST_VALUES:
            yield Leak(figure.key, name_of(figure.key), low, high, "fewer counts are possible than promised")


def _proved_small(reader: Reader, naive: Reader) -> Iterator[Leak]:
    """Figures that must be 1 to threshold even for a reader who does not know what the marks mean."""
    for number, figure in enumerate(naive.hidden):
        if reader.seen_low[number] < 1 - ROUNDING or naive.may_be_more_than(figure.key, naive.threshold):
            continue
        low, high = naive.extremes(number, enough=10**9)
        if low >= 1:
            yield Leak(figure.key, name_of(figure.key), low, high, "it is certain that there are a few")


def _all_in_one(reader: Reader, protected: ProtectedSet) -> Iterator[Leak]:
    """Groups of which it is certain that all are in one category."""
    for line in _lines(protected):
        possible = [part for part in line.parts if _may_hold_somebody(reader, protected.figures[part])]
        if len(line.parts) > 1 and len(possible) == 1:
            figure = protected.figures[possible[0]]
            yield Leak(
                figure.key,
                describe(line),
                *figure.range,
                f"everybody is in one category: {name_of(figure.key)}",
            )


def _may_hold_somebody(reader: Reader, figure: Figure) -> bool:
    return bool(figure.value) if figure.value is not None else reader.may_be_more_than(figure.key, 0)


def _lines(protected: ProtectedSet) -> list[Line]:
    """Every sum in the tables once."""
    return list(dict.fromkeys(line for table in protected.tables for line in table.lines() if line.parts))


def _range(figure: Figure, heed_marks: bool, earlier: Sequence[ProtectedSet]) -> tuple[float, float]:
    """What the print allows for a hidden figure, narrowed by the guess that it moved little since."""
    low, high = figure.range if heed_marks else (0, inf)
    for release in earlier:
        if old := release.figures.get(figure.key):
            low, high = max(low, old.range[0] - figure.threshold), min(high, old.range[1] + figure.threshold)
    return (low, high) if low <= high else figure.range


def _floor(value: float) -> float:
    return value if value == inf else floor(value + ROUNDING)
