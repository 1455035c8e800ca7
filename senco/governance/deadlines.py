"""When the next figures may be released. Pure: dates from dates."""

import datetime

from senco.core.calendar import Closure, SchoolCalendar

HALF_TERM_HOLIDAY = 4  # weekdays a closure lasts at least to divide a term
WITHOUT_TERMS = datetime.timedelta(weeks=6)
DAY = datetime.timedelta(days=1)
GRACE = datetime.timedelta(minutes=1)  # between the button and the governors: the time to take it back


def next_release_on(last: datetime.date | None, calendar: SchoolCalendar) -> datetime.date | None:
    """The first day on which figures may follow those of `last`; None where none were released yet.

    Our own rule, not the law's: one release a half-term. Two releases close together differ by a few children, and a
    governor who holds both can subtract. Protection against that (suppression/rules.py) hides more with each release,
    so fewer of them also show more. Where no later half-term is entered, six weeks count instead.
    """
    if last is None:
        return None
    return next((start for start in half_term_starts(calendar) if start > last), last + WITHOUT_TERMS)


def half_term_starts(calendar: SchoolCalendar) -> list[datetime.date]:
    """The first day of each half-term, in order: of each term, and after each longer closure inside one."""
    starts = [term.starts for term in calendar.terms]
    starts += [closure.ends + DAY for closure in calendar.closures if divides_a_term(closure, calendar)]
    return sorted(starts)


def divides_a_term(closure: Closure, calendar: SchoolCalendar) -> bool:
    weekdays = (closure.ends - closure.starts).days + 1
    return weekdays >= HALF_TERM_HOLIDAY and any(closure.ends in term for term in calendar.terms)
