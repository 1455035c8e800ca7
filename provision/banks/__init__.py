"""The starter banks: strategies and outcome stems written for this project, as data.

To correct a sentence open its module, such as `strategy_texts/hearing.py`; only a `code` must stay as it is.
"""

from provision.banks.finding import Fit, find, fit
from provision.banks.outcome_texts import OUTCOME_STEMS
from provision.banks.shape import Entry, OutcomeStem, Strategy
from provision.banks.strategy_texts import STRATEGIES

__all__ = [
    "Fit",
    "find_outcome_stems",
    "find_strategies",
    "fit",
    "outcome_stem",
    "outcome_stems",
    "strategies",
    "strategy",
]


def by_code[AnyEntry: Entry](entries: tuple[AnyEntry, ...]) -> dict[str, AnyEntry]:
    """Entries by their codes, in order. ValueError where two have the same."""
    found: dict[str, AnyEntry] = {}
    for entry in entries:
        if found.setdefault(entry.code, entry) is not entry:
            raise ValueError(f"{entry.code!r} is the code of two entries.")
    return found


_STRATEGIES = by_code(STRATEGIES)
_OUTCOME_STEMS = by_code(OUTCOME_STEMS)


def strategies() -> tuple[Strategy, ...]:
    """Every strategy, area by area."""
    return tuple(_STRATEGIES.values())


def outcome_stems() -> tuple[OutcomeStem, ...]:
    """Every outcome stem, area by area."""
    return tuple(_OUTCOME_STEMS.values())


def strategy(code: str) -> Strategy:
    """The strategy of that code. KeyError where there is none."""
    return _STRATEGIES[code]


def outcome_stem(code: str) -> OutcomeStem:
    """The outcome stem of that code. KeyError where there is none."""
    return _OUTCOME_STEMS[code]


def find_strategies(
    *, words: str = "", area: str = "", need: str = "", age: str | None = None, ordinary: bool | None = None
) -> tuple[Strategy, ...]:
    """Strategies as `find` filters and orders them; `ordinary` keeps only those that are, or are not, for everyone."""
    kept = (each for each in strategies() if ordinary is None or each.ordinary == ordinary)
    return find(kept, words=words, area=area, need=need, age=age)


def find_outcome_stems(
    *, words: str = "", area: str = "", need: str = "", age: str | None = None, adult_life: str = ""
) -> tuple[OutcomeStem, ...]:
    """Outcome stems as `find` filters and orders them; `adult_life` keeps one theme of preparation for adulthood."""
    kept = (each for each in outcome_stems() if not adult_life or each.adult_life == adult_life)
    return find(kept, words=words, area=area, need=need, age=age)
