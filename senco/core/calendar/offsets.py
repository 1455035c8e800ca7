"""Offsets in weeks, months, calendar days and working days.

Statutory weeks and months run through school holidays; only "school days" and "working days" stop. A limit
counts from the day after the event, unless the law says "beginning with" a day, which makes that day the
first.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import holidays

DAY = timedelta(days=1)
NATIONS = ("ENG", "WLS", "NIR", "SCT")
SATURDAY = 5


def weeks_after(start: date, weeks: int) -> date:
    """The day `weeks` times seven days after `start`; negative looks back (papers go 2 weeks before)."""
    return start + timedelta(weeks=weeks)


def months_after(start: date, months: int) -> date:
    """The same day number `months` later, or the last day of a month that has no such day. Negative is back.

    The corresponding-date rule (Dodds v Walker [1981] UKHL): one month from 31 January is 28 or 29 February.
    """
    year, month_index = divmod(start.year * 12 + start.month - 1 + months, 12)
    month = month_index + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def beginning_with(start: date, days: int) -> date:
    """The last of `days` calendar days of which `start` itself is day 1.

    SEND Regulations 2014 reg 13(1)(a): 15 days "beginning with the day on which the draft plan was served".
    """
    if days < 1:
        raise ValueError(f"A period that begins with a day has at least that day, not {days}.")
    return start + timedelta(days=days - 1)


@lru_cache(maxsize=256)
def public_holidays(nation: str, year: int) -> dict[date, str]:
    """Public holidays of one UK nation in a calendar year, by date; substitute days are listed as well.

    `nation` is one of ENG, WLS, NIR, SCT. Scottish schools follow their council's holiday list, which need
    not contain these days: enter them as closures.
    """
    if nation not in NATIONS:
        raise ValueError(f"{nation!r} is not one of {', '.join(NATIONS)}.")
    return dict(holidays.country_holidays("GB", subdiv=nation, years=year, language="en_GB"))


def is_working_day(day: date, nation: str) -> bool:
    """Monday to Friday and not a public holiday (so Bills of Exchange Act 1882 s.92 and most regulations)."""
    return day.weekday() < SATURDAY and day not in public_holidays(nation, day.year)


def add_working_days(start: date, count: int, nation: str) -> date:
    """The `count`-th working day after `start` (before it, when negative). Zero gives `start` back."""
    step = DAY if count > 0 else -DAY
    day = start
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, nation):
            day += step
    return day


def working_days_between(start: date, end: date, nation: str) -> int:
    """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
    if end < start:
        return -working_days_between(end, start, nation)
    days = (start + DAY * number for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, nation) for day in days)
