"""The periods that costs are asked for: financial years and terms."""

import datetime

from django.utils.translation import gettext as _

from provision.financial_year import DAY, MoneyPeriod, financial_year
from provision.models import CostSettings
from senco.core.calendar import SchoolCalendar

THIS_YEAR = "year"


def periods_for(
    settings: CostSettings, calendar: SchoolCalendar, today: datetime.date
) -> dict[str, MoneyPeriod]:
    """Key in an address → period: this financial year first, then the one before, then the terms of the last two years."""
    year = financial_year(today, settings.first_month)
    before = financial_year(year.first - DAY, settings.first_month)
    found = {
        THIS_YEAR: named(_("This financial year, %(name)s"), year),
        "year-before": named(_("Financial year %(name)s"), before),
    }
    terms = [term for term in calendar.terms if before.first <= term.ends and term.starts <= year.last]
    for term in reversed(terms):
        found[f"term-{term.starts}"] = MoneyPeriod(term.name, term.starts, term.ends)
    return found


def named(words: str, period: MoneyPeriod) -> MoneyPeriod:
    return MoneyPeriod(words % {"name": period.name}, period.first, period.last)
