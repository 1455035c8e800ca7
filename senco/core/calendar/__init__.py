"""Dates of school life as pure functions: school years, year groups, terms, school days, statutory
offsets.
"""

from senco.core.calendar.days import (
    CalendarTooShort,
    Closure,
    SchoolCalendar,
    Term,
    add_school_days,
    is_school_day,
    next_school_day,
    next_term,
    school_days_between,
    term_on,
)
from senco.core.calendar.offsets import (
    add_working_days,
    beginning_with,
    is_working_day,
    months_after,
    public_holidays,
    weeks_after,
    working_days_between,
)
from senco.core.calendar.school_year import (
    birth_dates,
    census_days,
    end_of_compulsory_school_age,
    next_census_day,
    school_year_dates,
    school_year_name,
    school_year_of,
    year_group,
    year_groups,
)

__all__ = [
    "CalendarTooShort",
    "Closure",
    "SchoolCalendar",
    "Term",
    "add_school_days",
    "add_working_days",
    "beginning_with",
    "birth_dates",
    "census_days",
    "end_of_compulsory_school_age",
    "is_school_day",
    "is_working_day",
    "months_after",
    "next_census_day",
    "next_school_day",
    "next_term",
    "public_holidays",
    "school_days_between",
    "school_year_dates",
    "school_year_name",
    "school_year_of",
    "term_on",
    "weeks_after",
    "working_days_between",
    "year_group",
    "year_groups",
]
