"""A plan as its readers have it: on paper, frozen in a version, and laid beside another version.

Every part carries its source, so that each printed sentence can say who wrote it and when.
"""

import datetime
from dataclasses import asdict, dataclass, fields
from types import GenericAlias
from typing import get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Source:
    """Who last wrote something, and on which day."""

    who: str = ""
    on: datetime.date | None = None


@dataclass(frozen=True)
class PaperTarget:
    text: str
    measure: str = ""
    by_when: datetime.date | None = None
    source: Source = Source()


@dataclass(frozen=True)
class PaperOutcome:
    """`key` is the row's own, so that the same outcome is found in another version."""

    key: str
    text: str
    area: str = ""
    baseline: str = ""
    measure: str = ""
    target: str = ""
    by_when: datetime.date | None = None
    who: str = ""
    carried: bool = False
    result: str = ""
    targets: tuple[PaperTarget, ...] = ()
    source: Source = Source()


@dataclass(frozen=True)
class PaperItem:
    """A strategy, an adjustment, a resource: `kind` says which."""

    key: str
    kind: str
    text: str
    source: Source = Source()


@dataclass(frozen=True)
class PaperProvision:
    """`often` is the sentence about times, minutes, weeks and group."""

    key: str
    what: str
    who: str = ""
    often: str = ""
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    outcome: str = ""
    source: Source = Source()


@dataclass(frozen=True)
class PaperScore:
    test: str
    result: str
    standardised: int | None = None
    taken_on: datetime.date | None = None
    measured_by: str = ""


@dataclass(frozen=True)
class PaperConcern:
    text: str
    raised_by: str
    raised_on: datetime.date | None = None


@dataclass(frozen=True)
class PaperSection:
    code: str
    kind: str
    title: str
    text: str = ""
    outcomes: tuple[PaperOutcome, ...] = ()
    items: tuple[PaperItem, ...] = ()
    provision: tuple[PaperProvision, ...] = ()
    scores: tuple[PaperScore, ...] = ()
    concerns: tuple[PaperConcern, ...] = ()
    source: Source = Source()

    @property
    def is_empty(self) -> bool:
        rows = (self.outcomes, self.items, self.provision, self.scores, self.concerns)
        return not self.text.strip() and not any(rows)


@dataclass(frozen=True)
class PlanPaper:
    """`plan_type` is the name of the kind of plan as the school reads it, `type_code` its code, `number` the cycle."""

    title: str
    plan_type: str
    pupil: str
    school: str
    number: int
    starts: datetime.date
    review_on: datetime.date
    year: str = ""
    form: str = ""
    lead: str = ""
    sections: tuple[PaperSection, ...] = ()
    type_code: str = ""  # empty in the first versions that were frozen

    def as_json(self) -> dict:
        """As a version keeps it: dates as ISO text."""
        return plain(asdict(self))

    @classmethod
    def from_json(cls, kept: dict) -> "PlanPaper":
        """The paper that `as_json` wrote; a part that is not there yet in an old version has its default."""
        return built(cls, kept)


def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def built(kind: type, kept: dict):
    """A dataclass out of what `plain` made of it."""
    hints = get_type_hints(kind)
    return kind(**{f.name: of_type(hints[f.name], kept[f.name]) for f in fields(kind) if f.name in kept})


def of_type(hint, value):
    if value is None:
        return None
    if get_origin(hint) is tuple or isinstance(hint, GenericAlias):
        return tuple(built(get_args(hint)[0], each) for each in value)
    if hint is Source:
        return built(Source, value)
    is_date = datetime.date in (hint, *get_args(hint))
    return datetime.date.fromisoformat(value) if is_date else value
