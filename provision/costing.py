"""What provision costs, exactly. Pure: amounts are fractions of a penny until `to_pence` makes whole pence that add up.

The general formula (shared by costed provision maps: hourly cost with on-costs × hours a week × weeks / group size) is applied session
by session, so that changes of rate, group and timetable fall on the day they happen. The rules:

* An adult's time is charged for the minutes of the session; preparation and travel are not.
* `SizeRule.AGREED`: each pupil of the group pays one share of the size it is meant for; places that stand empty are the school's.
  `SizeRule.ATTENDANCE`: those who came share it all; where nobody's name is known it is the school's.
* A group set up for one pupil is charged wholly to that pupil (`Occasion.carriers`), whoever sits with them.
* What is provided for everybody (tier 1) is on the map for information, at nil cost.
* A thing that lasts costs an equal part of its price on every day of its life.
"""

import datetime
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from senco.core.calendar import months_after

DAY = datetime.timedelta(days=1)
NOBODY = None  # in the place of a pupil: the school's own share
Parts = dict[Hashable, Fraction]


@dataclass(frozen=True, slots=True)
class Rate:
    """Pence an hour of one kind of adult, with on-costs, from a day on. `paid_weeks`: see StaffRate."""

    role: str
    pence: int
    valid_from: datetime.date
    paid_weeks: Decimal | None = None

    def per_minute(self, taught_weeks: int) -> Fraction:
        """Pence that a minute with pupils costs."""
        spread = Fraction(self.paid_weeks) / taught_weeks if self.paid_weeks else Fraction(1)
        return Fraction(self.pence, 60) * spread


@dataclass(frozen=True)
class RateCard:
    rates: tuple[Rate, ...]
    taught_weeks: int = 38
    rise: Fraction = Fraction(0)  # of every rate, from `rises_on`: 4 % is 1/25
    rises_on: datetime.date = datetime.date.max

    @cached_property
    def by_role(self) -> dict[str, list[Rate]]:
        found: dict[str, list[Rate]] = {}
        for rate in sorted(self.rates, key=lambda rate: rate.valid_from, reverse=True):
            found.setdefault(rate.role, []).append(rate)
        return found

    @cached_property
    def changes(self) -> list[datetime.date]:
        """The days on which any rate may become another."""
        return sorted({*(rate.valid_from for rate in self.rates), self.rises_on})

    def stretch(self, day: datetime.date) -> int:
        """A number that two days share where every rate is the same on both."""
        return bisect_right(self.changes, day)

    def rate_on(self, role: str, day: datetime.date) -> Rate | None:
        """The newest that held by that day; before the first of them the first, for nobody worked for nothing."""
        known = self.by_role.get(role, ())
        return next((rate for rate in known if rate.valid_from <= day), known[-1] if known else None)

    def per_minute(self, role: str, day: datetime.date) -> Fraction | None:
        """Pence a minute; None where the card has no rate for that kind of adult."""
        rate = self.rate_on(role, day)
        if rate is None:
            return None
        risen = 1 + self.rise if day >= self.rises_on else 1
        return rate.per_minute(self.taught_weeks) * risen


class Adult(NamedTuple):
    """A kind of adult, and who it is where that is known."""

    role: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One session to be paid for by `adults`. `pupils` those who share it; `places` the size the group is meant for
    (0: those who share it pay it all); `carriers` those it was set up for, if it was."""

    group: Hashable
    day: datetime.date
    minutes: int
    adults: tuple[Adult, ...]
    pupils: frozenset
    places: int = 0
    carriers: frozenset = frozenset()

    def shares(self) -> Parts:
        """Who pays which part of it; the parts add up to one."""
        payers = self.carriers or self.pupils
        places = len(payers) if self.carriers else max(self.places, len(payers))
        if not payers:
            return {NOBODY: Fraction(1)}
        shares: Parts = dict.fromkeys(payers, Fraction(1, places))
        if empty := places - len(payers):
            shares[NOBODY] = Fraction(empty, places)
        return shares


@dataclass
class StaffCosts:
    """(group, pupil) → pence; kinds of adult that no rate is known for; adult → minutes and pence."""

    parts: Parts = field(default_factory=dict)
    unpriced: set[str] = field(default_factory=set)
    minutes: dict[Adult, int] = field(default_factory=dict)
    by_adult: dict[Adult, Fraction] = field(default_factory=dict)

    def add(self, occasion: Occasion, minutes: int, card: RateCard) -> None:
        """`minutes` of as many occasions as are alike and fall under the same rates."""
        total = sum((self.paid(adult, occasion, minutes, card) for adult in occasion.adults), Fraction(0))
        for pupil, share in occasion.shares().items():
            key = (occasion.group, pupil)
            self.parts[key] = self.parts.get(key, Fraction(0)) + total * share

    def paid(self, adult: Adult, occasion: Occasion, minutes: int, card: RateCard) -> Fraction:
        rate = card.per_minute(adult.role, occasion.day)
        if rate is None:
            self.unpriced.add(adult.role)
        amount = (rate or Fraction(0)) * minutes
        self.minutes[adult] = self.minutes.get(adult, 0) + minutes
        self.by_adult[adult] = self.by_adult.get(adult, Fraction(0)) + amount
        return amount

    def __add__(self, other: "StaffCosts") -> "StaffCosts":
        return StaffCosts(
            added(self.parts, other.parts),
            self.unpriced | other.unpriced,
            added(self.minutes, other.minutes),
            added(self.by_adult, other.by_adult),
        )


def added(one: Mapping, other: Mapping) -> dict:
    """The sum of each key of either."""
    return {key: one.get(key, 0) + other.get(key, 0) for key in {**one, **other}}


def staff_costs(occasions: Iterable[Occasion], card: RateCard) -> StaffCosts:
    """What adults cost, by group and pupil, whatever the order of the sessions.

    Sessions of a group that differ in their day and length alone are priced in one sum: a term of them costs hardly more than one.
    """
    alike: dict[tuple, list] = {}
    for each in occasions:
        key = (each.group, card.stretch(each.day), each.adults, each.pupils, each.places, each.carriers)
        alike.setdefault(key, [each, 0])[1] += each.minutes
    costs = StaffCosts()
    for occasion, minutes in alike.values():
        costs.add(occasion, minutes, card)
    return costs


def amortised(
    pence: int,
    *,
    life_months: int,
    bought_on: datetime.date | None,
    first: datetime.date,
    last: datetime.date,
) -> Fraction:
    """What something that lasts costs within a period, both days included: an equal part for each day of its life.

    Without a day on which it was bought it is taken to be replaced whenever it is worn out.
    """
    if bought_on is None:
        days, life = (
            (last - first).days + 1,
            Fraction(life_months) * Fraction(1461, 48),
        )  # days of an average month
        return pence * Fraction(days) / life
    worn_out = months_after(bought_on, life_months)
    shared = (min(last, worn_out - DAY) - max(first, bought_on)).days + 1
    return Fraction(pence * max(shared, 0), (worn_out - bought_on).days)


def spread(total: Fraction, weights: Mapping[Hashable, int]) -> Parts:
    """A total over those who used it, in proportion; the school's where nobody did."""
    whole = sum(weights.values())
    if not whole:
        return {NOBODY: total} if total else {}
    return {key: total * Fraction(weight, whole) for key, weight in weights.items() if weight}


def to_pence(parts: Mapping[Hashable, Fraction]) -> dict[Hashable, int]:
    """Whole pence that add up to the rounded total: what rounding down leaves goes to the largest remainders, ties by the key's text."""
    whole = {key: int(part) for key, part in parts.items()}
    left = nearest(sum(parts.values(), Fraction(0))) - sum(whole.values())
    order = sorted(parts, key=lambda key: (whole[key] - parts[key], str(key)))
    for key in order[:left]:
        whole[key] += 1
    return whole


def nearest(amount: Fraction) -> int:
    """The nearest penny, half a penny up."""
    return int((amount * 2 + 1) // 2)


def group_by_group(parts: Mapping[tuple, Fraction]) -> Iterator[tuple[tuple, int]]:
    """Whole pence for each (group, pupil) such that every group's shares add up to that group's own total."""
    groups: dict[Hashable, Parts] = {}
    for (group, pupil), part in parts.items():
        groups.setdefault(group, {})[pupil] = part
    for group, shares in groups.items():
        for pupil, pence in to_pence(shares).items():
            yield (group, pupil), pence
