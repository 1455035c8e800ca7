"""What an entry of a bank is, and what it must hold to be one.

Texts are translatable and become words when they are shown: `str(entry.text)` is in the reader's language.
"""

import re
from dataclasses import dataclass
from enum import Enum

from provision.banks.choices import AdultLife, Age, Kind
from register.choices import BroadArea, NeedType

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GAP = re.compile(r"\[([^\[\]]+)\]")


def span(first: Age, last: Age) -> tuple[Age, ...]:
    """Every age from the first to the last, both included."""
    bands = list(Age)
    return tuple(bands[bands.index(first) : bands.index(last) + 1])


def gaps(text: str) -> tuple[str, ...]:
    """What a text leaves to be filled in, in order and once each: "[name] will do [task]" → ("name", "task")."""
    return tuple(dict.fromkeys(GAP.findall(str(text))))


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry:
    """What strategies and outcome stems share. ValueError where a code, area, need or age cannot be right.

    `code` is for ever: plans point to it. `needs` may be empty: the entry is then meant for the whole area. `also`
    holds words that people search for and that the texts avoid, such as names of diagnoses.
    """

    code: str
    text: str
    plain: str
    area: BroadArea
    needs: tuple[NeedType, ...] = ()
    ages: tuple[Age, ...]
    also: str = ""

    def __post_init__(self):
        if not CODE.fullmatch(self.code) or len(self.code) > 50:
            raise ValueError(f"{self.code!r} is not a code: small letters, digits and hyphens, at most 50.")
        if not self.ages:
            raise ValueError(f"{self.code}: for no age; the first age of a span comes before the last.")
        self._known(BroadArea, self.area)
        self._known(NeedType, *self.needs)
        self._known(Age, *self.ages)

    def _known(self, vocabulary: type[Enum], *values: str):
        if wrong := [value for value in values if value not in vocabulary]:
            raise ValueError(f"{self.code}: {wrong[0]!r} is not in {vocabulary.__name__}.")


@dataclass(frozen=True, kw_only=True, eq=False)
class Strategy(Entry):
    """Something a teacher can do on Monday.

    `text` is one sentence that says what, when and how; `why` what it helps with; `plain` the same for parents.
    `ordinary`: good practice for a whole class (the Code's high quality teaching), not additional to it.
    """

    why: str
    kind: Kind
    ordinary: bool = False

    def __post_init__(self):
        super().__post_init__()
        self._known(Kind, self.kind)


@dataclass(frozen=True, kw_only=True, eq=False)
class OutcomeStem(Entry):
    """What will be different for the child, with gaps in square brackets: never what adults will provide.

    `measure` says how one would know, `baseline` what to write down first, `plain` the same for parents and pupil.
    `adult_life`: the theme of preparation for adulthood it belongs to, of use from Year 9.
    """

    measure: str
    baseline: str
    adult_life: AdultLife | None = None

    def __post_init__(self):
        super().__post_init__()
        if self.adult_life is not None:
            self._known(AdultLife, self.adult_life)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What has to be filled in before the outcome is about one child."""
        return gaps(self.text)
