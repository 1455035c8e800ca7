"""Periods that money is counted in. Pure."""

import datetime
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MoneyPeriod:
    """First and last day, both included."""

    name: str
    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        return _("%(first)s to %(last)s") % {"first": date_format(self.first), "last": date_format(self.last)}

    def part_of(self, starts: datetime.date, ends: datetime.date | None) -> int:
        """How many of its days lie between two days, both included."""
        return max(0, (min(self.last, ends or self.last) - max(self.first, starts)).days + 1)


def financial_year(day: datetime.date, first_month: int) -> MoneyPeriod:
    """The year from the first of that month (April for an authority's schools, September for academies) that holds the day."""
    begins = day.year if day.month >= first_month else day.year - 1
    first = datetime.date(begins, first_month, 1)
    last = datetime.date(begins + 1, first_month, 1) - DAY
    return MoneyPeriod(f"{begins}/{(begins + 1) % 100:02d}", first, last)
