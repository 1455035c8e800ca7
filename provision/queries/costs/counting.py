"""From facts to whole pence: one cell for each group and pupil, so that every total is a sum of the same cells."""

import datetime
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from provision.cost_choices import CostKind
from provision.costing import (
    NOBODY,
    StaffCosts,
    amortised,
    group_by_group,
    nearest,
    spread,
    staff_costs,
    to_pence,
)
from provision.financial_year import MoneyPeriod
from provision.occasions import Group, delivered, planned, planned_minutes
from provision.queries.costs.loading import Facts

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    """Pence of one pupil (None: the school's own share) in one group, or for a thing that belongs to an intervention.

    `planned` is for the whole period, `to_date` what was planned until today, `delivered` what took place until today, and
    `forecast` what took place and what is still planned.
    """

    kind: str
    intervention: Hashable
    pupil: Hashable
    group: Group | None = None
    thing: str = ""
    planned: int = 0
    to_date: int = 0
    delivered: int = 0
    forecast: int = 0


AMOUNTS = ("planned", "to_date", "delivered", "forecast")


@dataclass(frozen=True)
class Amounts:
    """The sum of some cells, and how many pupils they are about."""

    planned: int = 0
    to_date: int = 0
    delivered: int = 0
    forecast: int = 0
    pupils: int = 0


@dataclass(frozen=True)
class Costs:
    """Every cell of a school, and by adult what was planned and what took place."""

    period: MoneyPeriod
    cells: tuple[Cell, ...]
    unpriced: frozenset[str]
    adults: tuple[tuple, ...]  # (Adult, minutes planned, pence planned, minutes delivered, pence delivered)

    def total(self) -> Amounts:
        return summed(self.cells)

    def of_pupil(self, pupil: Hashable) -> list[Cell]:
        return [cell for cell in self.cells if cell.pupil == pupil]

    def by(self, label: Callable[[Cell], Hashable]) -> dict[Hashable, Amounts]:
        """Sums under the label of each cell; their total is that of all."""
        sorted_in: dict[Hashable, list[Cell]] = {}
        for cell in self.cells:
            sorted_in.setdefault(label(cell), []).append(cell)
        return {key: summed(cells) for key, cells in sorted_in.items()}


def summed(cells: Iterable[Cell]) -> Amounts:
    cells = list(cells)
    sums = {name: sum(getattr(cell, name) for cell in cells) for name in AMOUNTS}
    return Amounts(**sums, pupils=len({cell.pupil for cell in cells} - {NOBODY}))


@dataclass
class Reckoning:
    """What adults cost in a period, each part of it counted when it is first asked for."""

    facts: Facts
    period: MoneyPeriod
    today: datetime.date

    @property
    def until(self) -> datetime.date:
        return min(self.period.last, self.today)

    @cached_property
    def to_date(self) -> StaffCosts:
        return counted(self.facts, self.period.first, self.until)

    @cached_property
    def ahead(self) -> StaffCosts:
        return counted(self.facts, max(self.period.first, self.today + DAY), self.period.last)

    @cached_property
    def delivered(self) -> StaffCosts:
        return counted(self.facts, self.period.first, self.until, took_place=True)

    @property
    def planned(self) -> StaffCosts:
        return self.to_date + self.ahead

    @property
    def forecast(self) -> StaffCosts:
        return self.delivered + self.ahead


def costs_in(
    facts: Facts, period: MoneyPeriod, today: datetime.date, *, only: Collection[str] = AMOUNTS
) -> Costs:
    """What is planned in the period, what took place in it until today, and what it will come to.

    `only` names the amounts that are wanted: counting takes time, and those of staff that are not named stay 0.
    """
    reckoned = Reckoning(facts, period, today)
    amounts = {name: getattr(reckoned, name) for name in only}
    plan, done = (amounts.get(name, StaffCosts()) for name in ("planned", "delivered"))
    cells = [*staff_cells(facts, amounts), *resource_cells(facts, period, reckoned.until)]
    return Costs(period, tuple(cells), frozenset(plan.unpriced | done.unpriced), adults_of(plan, done))


def counted(
    facts: Facts, first: datetime.date, last: datetime.date, *, took_place: bool = False
) -> StaffCosts:
    """What adults cost from the first day to the last, both included: as planned, or as it took place."""
    rule, occasions = facts.settings.size_rule, []
    for group in facts.groups:
        if took_place:
            occasions += delivered(group, first, last, rule=rule)
        else:
            occasions += planned(group, first, last, rule=rule, meets=facts.meets)
    return staff_costs(occasions, facts.card)


def staff_cells(facts: Facts, amounts: dict[str, StaffCosts]) -> list[Cell]:
    """Whole pence, group by group, for each of the amounts by itself."""
    pence = {name: dict(group_by_group(costs.parts)) for name, costs in amounts.items()}
    groups = {group.key: group for group in facts.groups}
    keys = sorted({key for whole in pence.values() for key in whole}, key=str)
    return [
        Cell(
            CostKind.STAFF, groups[group].intervention, pupil, groups[group],
            **{name: of.get((group, pupil), 0) for name, of in pence.items()},
        )
        for group, pupil in keys
    ]  # fmt: skip


def resource_cells(facts: Facts, period: MoneyPeriod, until: datetime.date) -> list[Cell]:
    """Things cost the same whether a session ran or not; their price is shared by the minutes planned in the period."""
    weights = minutes_of_interventions(facts, period)
    cells = []
    for thing in facts.resources:
        users = weights.get(thing.intervention_id, {})
        whole, so_far = (
            priced(thing, period.first, last, copies_of(thing, facts)) for last in (period.last, until)
        )
        shares, to_date = to_pence(spread(whole, users)), to_pence(spread(so_far, users))
        cells += [
            Cell(
                CostKind.RESOURCE, thing.intervention_id, pupil, None, thing.name,
                shares.get(pupil, 0), to_date.get(pupil, 0), to_date.get(pupil, 0), shares.get(pupil, 0),
            )
            for pupil in sorted({*shares, *to_date}, key=str)
        ]  # fmt: skip
    return cells


def copies_of(thing, facts: Facts) -> int:
    """How many of it there are: one for all groups, or one for each."""
    if thing.shared:
        return 1
    return sum(group.intervention == thing.intervention_id for group in facts.groups)


def priced(thing, first: datetime.date, last: datetime.date, copies: int) -> Fraction:
    if last < first:
        return Fraction(0)
    one = amortised(
        thing.pence, life_months=thing.life_months, bought_on=thing.bought_on, first=first, last=last
    )
    return one * copies


def minutes_of_interventions(facts: Facts, period: MoneyPeriod) -> dict[Hashable, dict[Hashable, int]]:
    """Intervention → pupil → minutes planned in the period."""
    wanted = {thing.intervention_id for thing in facts.resources}
    found: dict[Hashable, dict[Hashable, int]] = {}
    for group in facts.groups:
        if group.intervention in wanted:
            minutes = planned_minutes(group, period.first, period.last, meets=facts.meets)
            users = found.setdefault(group.intervention, {})
            for pupil, count in minutes.items():
                users[pupil] = users.get(pupil, 0) + count
    return found


def adults_of(plan: StaffCosts, done: StaffCosts) -> tuple[tuple, ...]:
    """Each adult with minutes and pence, planned and delivered; the busiest first."""
    return tuple(
        (
            adult,
            plan.minutes.get(adult, 0),
            nearest(plan.by_adult.get(adult, Fraction(0))),
            done.minutes.get(adult, 0),
            nearest(done.by_adult.get(adult, Fraction(0))),
        )
        for adult in sorted(
            {*plan.minutes, *done.minutes}, key=lambda adult: (-plan.minutes.get(adult, 0), adult)
        )
    )
