"""What every printed figure rests on, in sentences that stand beside it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.cost_choices import RateCardName, SizeRule
from provision.costing import Rate
from provision.financial_year import MoneyPeriod
from provision.map_choices import AdultRole
from provision.queries.costs.loading import Facts
from provision.templatetags.money import pounds


def assumptions_of(facts: Facts, period: MoneyPeriod, card: str, unpriced) -> list[str]:
    """In the order in which a reader asks."""
    said = [
        _("Period: %(words)s.") % {"words": period.words},
        _("Rates: %(card)s, hourly with on-costs: %(rates)s.")
        % {"card": RateCardName(card).label, "rates": rates_in_words(facts, period) or _("none entered")},
        size_words(facts.settings.size_rule),
        _("Only the minutes of sessions are charged; preparation and travel are not."),
        _("Sessions are due on days on which the school meets, as its terms and closures are entered."),
        _("What every pupil gets (universal) is listed at no cost."),
        _("Things that last cost an equal part of their price on each day of their life."),
    ]
    if any(rate.paid_weeks for rate in facts.card.rates):
        said.append(
            _(
                "Where weeks paid a year are entered, an hour with pupils costs the rate × weeks paid / %(weeks)d taught weeks."
            )
            % {"weeks": facts.settings.taught_weeks}
        )
    if unpriced:
        names = ", ".join(str(AdultRole(role).label) for role in sorted(unpriced))
        said.append(
            _("No rate is entered for: %(names)s. Their time is counted as nothing.") % {"names": names}
        )
    return said


def size_words(rule: str) -> str:
    if rule == SizeRule.ATTENDANCE:
        return _(
            "A session's cost is shared by the pupils who came; a planned one by those who have a place."
        )
    return _("A session's cost is shared by the size its group is meant for; empty places are the school's.")


def rates_in_words(facts: Facts, period: MoneyPeriod) -> str:
    """Those that hold at the beginning of the period and those that come in it."""
    shown = [
        rate_in_words(rate)
        for role, rates in sorted(facts.card.by_role.items())
        for rate in sorted(rates, key=lambda rate: rate.valid_from)
        if rate is facts.card.rate_on(role, period.first) or period.first < rate.valid_from <= period.last
    ]
    return "; ".join(shown)


def rate_in_words(rate: Rate) -> str:
    told = {
        "role": AdultRole(rate.role).label,
        "amount": pounds(rate.pence),
        "day": date_format(rate.valid_from),
    }
    return _("%(role)s %(amount)s from %(day)s") % told
