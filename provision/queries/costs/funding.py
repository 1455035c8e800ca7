"""What pays for provision: the school's budgets and pupils' top-ups, by the days of each that fall into a period."""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from provision.costing import nearest
from provision.financial_year import MoneyPeriod
from provision.models import Budget, TopUp

YEAR = 365


@dataclass(frozen=True)
class Money:
    """Budgets of the period, each with its part of it in pence, and the sum of all pupils' top-ups."""

    budgets: tuple[tuple[Budget, int], ...]
    top_ups: dict  # pupil → pence
    pupils: int

    @property
    def top_up(self) -> int:
        return sum(self.top_ups.values())

    @property
    def total(self) -> int:
        return sum(pence for _budget, pence in self.budgets) + self.top_up


def money_for(membership, period: MoneyPeriod) -> Money:
    budgets = tuple(
        (budget, part_of_budget(budget, period))
        for budget in Budget.objects.visible_to(membership)
        .kept()
        .filter(starts__lte=period.last, ends__gte=period.first)
    )
    top_ups = top_ups_of(membership, period)
    return Money(budgets, top_ups, len(top_ups))


def part_of_budget(budget: Budget, period: MoneyPeriod) -> int:
    """An equal part for each of its days."""
    days = (budget.ends - budget.starts).days + 1
    return nearest(Fraction(budget.pence * period.part_of(budget.starts, budget.ends), days))


def top_ups_of(membership, period: MoneyPeriod) -> dict[object, int]:
    """Pupil → pence received in the period."""
    found = TopUp.objects.visible_to(membership).kept().filter(starts__lte=period.last)
    received: dict[object, Fraction] = {}
    for each in found.exclude(ends__lt=period.first):
        part = part_of_year(each.pence, each.starts, each.ends, period)
        received[each.pupil_id] = received.get(each.pupil_id, Fraction(0)) + part
    return {pupil: nearest(pence) for pupil, pence in received.items()}


def part_of_year(
    pence: int, starts: datetime.date, ends: datetime.date | None, period: MoneyPeriod
) -> Fraction:
    """Of an amount a year what falls into the period: all of it where the period is a year, leap year or not."""
    return Fraction(pence * period.part_of(starts, ends), period.days if period.days > YEAR else YEAR)
