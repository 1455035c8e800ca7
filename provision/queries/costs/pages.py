"""What the pages of costs show, put together once for screen, spreadsheet and paper."""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from provision.cost_choices import RateCardName
from provision.costing import nearest
from provision.financial_year import MoneyPeriod
from provision.queries.costs.assumptions import assumptions_of
from provision.queries.costs.counting import Amounts, Costs, costs_in
from provision.queries.costs.funding import Money, money_for
from provision.queries.costs.loading import Facts, cost_settings_of, load_facts
from provision.queries.costs.periods import THIS_YEAR, periods_for
from provision.queries.costs.pupil import CostLine, lines_for
from provision.queries.costs.tables import (
    AdultLine,
    Breakdown,
    PupilLine,
    adult_lines,
    breakdowns,
    needs_of,
    pupil_lines,
    pupils_of,
    unpriced_words,
)
from senco.accounts.queries import calendar_of

DAYS_OF_A_YEAR = 365


@dataclass(frozen=True)
class Asked:
    """What was asked for: the period, out of which, and the rate card."""

    period: MoneyPeriod
    key: str
    periods: dict[str, MoneyPeriod]
    card: str
    today: datetime.date


def asked_for(membership, query, today: datetime.date) -> Asked:
    """From an address; what it does not know, or does not say, is this financial year and the school's choice of card."""
    settings = cost_settings_of(membership.school)
    periods = periods_for(settings, calendar_of(membership.school), today)
    key = query.get("period", "") if query.get("period", "") in periods else THIS_YEAR
    card = query.get("card", "") if query.get("card", "") in RateCardName else settings.card
    return Asked(periods[key], key, periods, card, today)


@dataclass(frozen=True)
class SchoolCosts:
    asked: Asked
    total: Amounts
    money: Money
    tables: list[Breakdown]
    adults: list[AdultLine]
    pupils: list[PupilLine]
    expected: int
    assumptions: list[str]
    unpriced: list[str]

    @property
    def left(self) -> int:
        """Money of the period less what it will have cost."""
        return self.money.total - self.total.forecast


def school_costs(membership, asked: Asked) -> SchoolCosts:
    """Everything on the page of a school's costs. Pence throughout; the number of queries does not grow with pupils."""
    facts, costs, money = reckoned(membership, asked)
    pupils = pupils_of(membership, costs, money)
    needs = needs_of(membership, pupils)
    expected = expected_in(facts, asked.period)
    return SchoolCosts(
        asked=asked,
        total=costs.total(),
        money=money,
        tables=breakdowns(costs, facts, pupils, needs),
        adults=adult_lines(costs),
        pupils=pupil_lines(costs, pupils, needs, money, expected),
        expected=expected,
        assumptions=assumptions_of(facts, asked.period, asked.card, costs.unpriced),
        unpriced=unpriced_words(costs),
    )


def reckoned(membership, asked: Asked) -> tuple[Facts, Costs, Money]:
    facts = load_facts(membership, asked.period.first, asked.period.last, card=asked.card)
    return facts, costs_in(facts, asked.period, asked.today), money_for(membership, asked.period)


def expected_in(facts: Facts, period: MoneyPeriod) -> int:
    """What is expected of the school for a pupil in the period: the amount of a year, or its part by days."""
    return nearest(facts.settings.expectation_pence * min(Fraction(1), Fraction(period.days, DAYS_OF_A_YEAR)))


@dataclass(frozen=True)
class PupilCosts:
    """`beyond` is what is planned above what is expected of the school: information, and no condition of anything."""

    asked: Asked
    lines: list[CostLine]
    total: Amounts
    expected: int
    top_up: int
    assumptions: list[str]
    unpriced: list[str]

    @property
    def beyond(self) -> int:
        return max(0, self.total.planned - self.expected)

    @property
    def borne_by_school(self) -> int:
        """What the school pays itself once the top-up is taken off."""
        return self.total.planned - self.top_up


def pupil_costs(membership, pupil, asked: Asked) -> PupilCosts:
    """Everything on a pupil's page of costs, from the same cells as the school's."""
    facts, costs, money = reckoned(membership, asked)
    lines = lines_for(pupil, costs, facts, membership)
    return PupilCosts(
        asked=asked,
        lines=lines,
        total=costs.by(lambda cell: cell.pupil).get(pupil.pk, Amounts()),
        expected=expected_in(facts, asked.period),
        top_up=money.top_ups.get(pupil.pk, 0),
        assumptions=assumptions_of(facts, asked.period, asked.card, costs.unpriced),
        unpriced=unpriced_words(costs),
    )
