"""Today's forecast beside that of a scenario; nothing is written."""

from dataclasses import dataclass, replace
from fractions import Fraction

from provision.costing import RateCard
from provision.models import Intervention
from provision.queries.costs.counting import Amounts, Costs, costs_in
from provision.queries.costs.funding import Money, money_for
from provision.queries.costs.loading import Facts, load_facts
from provision.queries.costs.pages import Asked
from provision.what_if import Effects, Scenario, Shape, applied


@dataclass(frozen=True)
class Comparison:
    today: Amounts
    then: Amounts
    money: Money
    effects: Effects

    @property
    def difference(self) -> int:
        """Pence more (or, below nothing, less) by the end of the period."""
        return self.then.forecast - self.today.forecast

    @property
    def left_today(self) -> int:
        return self.money.total - self.today.forecast

    @property
    def left_then(self) -> int:
        return self.money.total - self.then.forecast


def compared(membership, asked: Asked, scenario: Scenario) -> Comparison:
    """The forecast of the period as it stands and as it would be."""
    facts = load_facts(membership, asked.period.first, asked.period.last, card=asked.card)
    joined = (
        Intervention.objects.visible_to(membership).filter(pk=scenario.joins).first()
        if scenario.joins
        else None
    )
    then, effects = imagined(facts, scenario, joined)
    now: Costs = costs_in(facts, asked.period, asked.today)
    return Comparison(
        now.total(),
        costs_in(then, asked.period, asked.today).total(),
        money_for(membership, asked.period),
        effects,
    )


def imagined(facts: Facts, scenario: Scenario, joined: Intervention | None) -> tuple[Facts, Effects]:
    groups, effects = applied(facts.groups, scenario, shape_of(joined) if joined else None)
    card = RateCard(facts.card.rates, facts.card.taught_weeks, scenario.rise, scenario.on)
    known = facts.interventions | ({joined.pk: joined} if joined else {})
    return replace(facts, groups=groups, card=card, interventions=known), effects


def shape_of(intervention: Intervention) -> Shape:
    """What a new group of this intervention looks like."""
    return Shape(
        name=intervention.name,
        tier=intervention.tier,
        role=intervention.adult_role,
        minutes=intervention.minutes,
        sessions_a_week=Fraction(intervention.sessions_a_week),
        weeks=intervention.weeks,
        group_size=intervention.group_size,
    )
