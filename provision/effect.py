"""What many changes say together, with intervals that say how sure that is. Pure; the statistics are those of scipy.stats.

* *Average change*: the mean, with its 95% interval from Student's t distribution with n − 1 degrees of freedom.
* *Shares* (who gained, who met the target, who kept it): k of n, with the 95% interval of Wilson (1927), which holds for small n.
* Fewer than five pupils get no interval: the pages say so instead. Fewer than ten get one with a warning.
* There is no comparison group: pupils are often chosen at their lowest, and some would have gained without it. The pages say that too.
"""

import statistics
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provision.impact_choices import Verdict
from provision.progress import Change, ratio_gain

SURE = 0.95
FEWEST, FEW = 5, 10  # pupils
CYCLES = 2  # that a verdict rests on
MOST_OF = 0.5  # of the pupils gained: what a keeper shows in each cycle


@dataclass(frozen=True)
class Share:
    """`part` of `whole`; the interval is None for fewer than FEWEST."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        if self.whole < FEWEST:
            return None
        from scipy.stats import binomtest  # a second to load, and most pages need none of it

        found = binomtest(self.part, self.whole).proportion_ci(SURE, method="wilson")
        return float(found.low), float(found.high)

    @classmethod
    def of(cls, answers: Iterable[bool | None]) -> "Share":
        """Of those that have an answer."""
        known = [answer for answer in answers if answer is not None]
        return cls(sum(known), len(known))


@dataclass(frozen=True)
class Effect:
    """Of one intervention on one scale, or of a part of its pupils. `changes` is never empty."""

    changes: tuple[Change, ...]

    @property
    def n(self) -> int:
        return len(self.changes)

    @property
    def few(self) -> bool:
        return self.n < FEW

    @property
    def too_few(self) -> bool:
        return self.n < FEWEST

    @property
    def average(self) -> float:
        return statistics.fmean(each.gain for each in self.changes)

    @property
    def spread(self) -> float | None:
        """Standard deviation of the changes; None for one pupil."""
        return statistics.stdev(each.gain for each in self.changes) if self.n > 1 else None

    @property
    def interval(self) -> tuple[float, float] | None:
        return None if self.too_few else mean_interval([each.gain for each in self.changes])

    @property
    def ratio(self) -> float | None:
        return ratio_gain(self.changes)

    @property
    def gained(self) -> Share:
        return Share.of(each.gained for each in self.changes)

    @property
    def met(self) -> Share:
        return Share.of(each.met for each in self.changes)

    @property
    def kept(self) -> Share:
        return Share.of(each.kept for each in self.changes)


def mean_interval(values: Sequence[float]) -> tuple[float, float]:
    """95% interval of the mean; its ends are the mean where all values are equal."""
    mean, error = statistics.fmean(values), statistics.stdev(values) / len(values) ** 0.5
    if error == 0:
        return mean, mean
    from scipy.stats import t

    low, high = t.interval(SURE, len(values) - 1, loc=mean, scale=error)
    return float(low), float(high)


def no_gain(changes: Iterable[Change]) -> bool:
    """On no scale did pupils gain on average more than time alone would have brought."""
    by_scale: dict[Hashable, list[float]] = {}
    for each in changes:
        by_scale.setdefault(each.scale, []).append(each.beyond_expected)
    return all(statistics.fmean(gains) <= 0 for gains in by_scale.values())


def verdict(cycles: Mapping[Hashable, Sequence[Change]]) -> Verdict:
    """Over the last two cycles in which something was measured; `cycles` in order of time, the changes of each.

    Stop: no gain in either. Keep: a gain in both, most pupils gained in each, and enough pupils to say so. Else watch.
    """
    last = [changes for changes in cycles.values() if changes][-CYCLES:]
    if len(last) < CYCLES:
        return Verdict.UNKNOWN
    if all(no_gain(changes) for changes in last):
        return Verdict.STOP
    most = all(Share.of(each.gained for each in changes).value > MOST_OF for changes in last)
    enough = sum(len(changes) for changes in last) >= FEWEST
    return Verdict.KEEP if most and enough and not any(no_gain(c) for c in last) else Verdict.WATCH
