"""The school's terms and closures around today: two school years back, this one and the next."""

from collections.abc import Iterator
from datetime import date, timedelta

from senco.core.calendar import Closure, SchoolCalendar, Term, is_working_day, public_holidays, school_year_of

MONDAY, FRIDAY = 0, 4
DAY = timedelta(days=1)


def calendar_around(today: date) -> SchoolCalendar:
    """Dates as most English schools have them: three terms, each with a week of half-term, and five training days."""
    this_year = school_year_of(today)
    years = range(this_year - 2, this_year + 2)
    terms = tuple(term for year in years for term in terms_of(year))
    return SchoolCalendar("ENG", terms, tuple(closure for year in years for closure in closures_of(year)))


def terms_of(year: int) -> Iterator[Term]:
    good_friday = good_friday_of(year + 1)
    yield Term(f"Autumn {year}", first_day(year), on_or_before(date(year, 12, 20), FRIDAY))
    yield Term(f"Spring {year + 1}", on_or_after(date(year + 1, 1, 3), MONDAY), good_friday - 7 * DAY)
    yield Term(f"Summer {year + 1}", good_friday + 10 * DAY, working_day_up_to(date(year + 1, 7, 21)))


def closures_of(year: int) -> Iterator[Closure]:
    """Half-terms are the weeks of 28 October, of 17 February and of the last Monday in May."""
    opening = first_day(year)
    yield Closure("Staff training", opening, opening)
    for name, day in (
        ("October half-term", date(year, 10, 28)),
        ("February half-term", date(year + 1, 2, 17)),
        ("May half-term", on_or_before(date(year + 1, 5, 31), MONDAY)),
    ):
        monday = on_or_before(day, MONDAY)
        yield Closure(name, monday, monday + 4 * DAY)
        yield Closure("Staff training", monday + 7 * DAY, monday + 7 * DAY)
    last = working_day_up_to(date(year + 1, 7, 21))
    yield Closure("Staff training", last, last)


def first_day(year: int) -> date:
    """The first weekday from 2 September."""
    day = date(year, 9, 2)
    while not is_working_day(day, "ENG"):
        day += DAY
    return day


def good_friday_of(year: int) -> date:
    return next(day for day, name in public_holidays("ENG", year).items() if name == "Good Friday")


def on_or_before(day: date, weekday: int) -> date:
    return day - (day.weekday() - weekday) % 7 * DAY


def on_or_after(day: date, weekday: int) -> date:
    return day + (weekday - day.weekday()) % 7 * DAY


def working_day_up_to(day: date) -> date:
    while not is_working_day(day, "ENG"):
        day -= DAY
    return day
