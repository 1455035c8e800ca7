"""What is checked: a support plan as plain values, filled by the page that shows it. No table is known here.

Every part has a `key` of the page's own choosing ("outcome-3"); a finding names the key and the field, so that a page can put
it beside the field. Empty text, `None` and empty sets all mean "not said". `plain` is the same in plain words for the family,
who then read it instead.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section of free text is for; rules read them differently."""

    SUPPORT = "support"  # what will be done: every word is a promise
    DESCRIPTION = "description"  # what the pupil is like, what was found out
    VIEWS = "views"  # the pupil's or parents' own words: nobody corrects them


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSection:
    key: str
    title: str
    text: str = ""
    kind: SectionKind = SectionKind.SUPPORT
    shared: bool = False  # parents read it
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedNeed:
    """A need on the register. `area` is a code of `register.choices.BroadArea`, "" where the need belongs to none."""

    key: str
    code: str
    label: str
    area: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTarget:
    key: str
    text: str = ""
    measure: str = ""
    by_when: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOutcome:
    """`target` is the level to be reached, `targets` the shorter steps below the outcome."""

    key: str
    text: str = ""
    plain: str = ""
    baseline: str = ""
    measure: str = ""
    target: str = ""
    by_when: datetime.date | None = None
    adult: str = ""  # the name or role of who sees to it
    areas: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()  # codes
    targets: tuple[CheckedTarget, ...] = ()
    shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedItem:
    """A strategy, an adjustment, a resource or a piece of ICT."""

    key: str
    text: str = ""
    plain: str = ""
    needs: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedProvision:
    """`minutes` is the length of one session. Sessions may be a fraction: one a fortnight is 0.5 a week."""

    key: str
    what: str = ""
    plain: str = ""
    who: str = ""
    sessions_a_week: Decimal | int | None = None
    minutes: int | None = None
    group_size: int | None = None
    weeks: int | None = None
    outcomes: frozenset[str] = frozenset()  # keys
    needs: frozenset[str] = frozenset()  # codes
    shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPlan:
    """A whole plan on the day of the check.

    `pupil_names` are the pupil's own names, whole or in parts ("Amira Khan", "Mimi"); `staff_names` those of adults who may be
    named in it. `other_pupils` are pupils who must not be (the class, the year), `copied_from` the names of the pupil whose plan
    this one was cloned from. What is not given is not looked for. A plan that has no place for outcomes or for provision is not
    asked for them.
    """

    today: datetime.date
    pupil_names: tuple[str, ...] = ()
    staff_names: tuple[str, ...] = ()
    other_pupils: tuple[str, ...] = ()
    copied_from: tuple[str, ...] = ()
    starts_on: datetime.date | None = None
    review_on: datetime.date | None = None
    sections: tuple[CheckedSection, ...] = ()
    needs: tuple[CheckedNeed, ...] = ()
    outcomes: tuple[CheckedOutcome, ...] = ()
    items: tuple[CheckedItem, ...] = ()
    provisions: tuple[CheckedProvision, ...] = ()
    has_outcomes: bool = True
    has_provision: bool = True
