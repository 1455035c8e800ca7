"""School years, year groups, census days and the end of compulsory school age, by UK nation.

A school year is named by the calendar year in which it starts: 2026 is 2026/27. Nations are ENG, WLS, NIR and
SCT.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from senco.core.calendar.offsets import DAY, months_after, weeks_after

THURSDAY, FRIDAY = 3, 4


@dataclass(frozen=True, slots=True)
class AgeRule:
    """When a nation's school year starts and which birthdays make its entry class.

    The entry class of school year Y (Reception or P1) was born in the twelve months from `cohort_starts` of
    the calendar year Y - 5.
    """

    year_starts: tuple[int, int]
    cohort_starts: tuple[int, int]
    groups: tuple[str, ...]
    entry_group: str


# England and Wales: cohorts run from 1 September (Education Act 1996 s.579 "school year"; codes as
# NCyearActual in the common transfer file). Northern Ireland: aged 4 on or before 1 July (Education and
# Libraries (NI) Order 1986 art 46A), year from 1 August. Scotland: five between 1 March and the end of
# February (Education (Scotland) Act 1980 s.32), year from 1 August.
ENGLAND_AND_WALES = AgeRule((9, 1), (9, 1), ("N1", "N2", "R", *(str(year) for year in range(1, 15))), "R")
NORTHERN_IRELAND = AgeRule(
    (8, 1), (7, 2), ("N", *(f"P{year}" for year in range(1, 8)), *(str(year) for year in range(8, 15))), "P1"
)
SCOTLAND = AgeRule(
    (8, 1), (3, 1), ("N", *(f"P{year}" for year in range(1, 8)), *(f"S{year}" for year in range(1, 7))), "P1"
)
RULES = {"ENG": ENGLAND_AND_WALES, "WLS": ENGLAND_AND_WALES, "NIR": NORTHERN_IRELAND, "SCT": SCOTLAND}


def _rule(nation: str) -> AgeRule:
    try:
        return RULES[nation]
    except KeyError:
        raise ValueError(f"{nation!r} is not one of {', '.join(RULES)}.") from None


def school_year_of(day: date, nation: str = "ENG") -> int:
    """The school year a day lies in. Starts on 1 September (ENG, WLS) or 1 August (NIR, SCT)."""
    return day.year if (day.month, day.day) >= _rule(nation).year_starts else day.year - 1


def school_year_dates(school_year: int, nation: str = "ENG") -> tuple[date, date]:
    """First and last day of a school year."""
    month, day = _rule(nation).year_starts
    return date(school_year, month, day), date(school_year + 1, month, day) - DAY


def school_year_name(school_year: int) -> str:
    """2026 → "2026/27"."""
    return f"{school_year}/{(school_year + 1) % 100:02d}"


def year_groups(nation: str = "ENG") -> tuple[str, ...]:
    """From the youngest: N1, N2, R, 1 … 14 (ENG, WLS); N, P1 … P7, 8 … 14 (NIR); N, P1 … S6 (SCT)."""
    return _rule(nation).groups


def year_group(date_of_birth: date, school_year: int, nation: str = "ENG") -> str | None:
    """The year group of pupils of that age; None for those too young or too old for school.

    A default only: a pupil may be taught out of their age group, so the school's own record goes first.
    """
    rule = _rule(nation)
    born_in_cohort = date_of_birth.year - ((date_of_birth.month, date_of_birth.day) < rule.cohort_starts)
    position = rule.groups.index(rule.entry_group) + school_year - 5 - born_in_cohort
    return rule.groups[position] if 0 <= position < len(rule.groups) else None


def birth_dates(group: str, school_year: int, nation: str = "ENG") -> tuple[date, date]:
    """First and last date of birth of a year group in a school year: the inverse of `year_group`."""
    rule = _rule(nation)
    if group not in rule.groups:
        raise ValueError(f"{group!r} is not a year group: one of {', '.join(rule.groups)}.")
    born_in = school_year - 5 - (rule.groups.index(group) - rule.groups.index(rule.entry_group))
    month, day = rule.cohort_starts
    return date(born_in, month, day), date(born_in + 1, month, day) - DAY


def census_days(school_year: int) -> dict[str, date]:
    """The three school census days (England): keys autumn, spring, summer.

    First Thursday of October, third Thursday of January, third Thursday of May (DfE, Complete the school
    census).
    """
    return {
        "autumn": _nth_weekday(school_year, 10, THURSDAY, 1),
        "spring": _nth_weekday(school_year + 1, 1, THURSDAY, 3),
        "summer": _nth_weekday(school_year + 1, 5, THURSDAY, 3),
    }


def next_census_day(day: date) -> tuple[str, date]:
    """Name and date of the census on or after a day (England)."""
    year = school_year_of(day)
    upcoming = [item for start in (year, year + 1) for item in census_days(start).items() if item[1] >= day]
    return upcoming[0]


def end_of_compulsory_school_age(date_of_birth: date, nation: str = "ENG") -> date:
    """The last day of compulsory school age. In England the pupil's own rights begin after it (CFA 2014
    s.83).

    ENG, WLS: last Friday in June of the school year in which they turn 16 (Education Act 1996 s.8; School
    Leaving Date Order 1997). NIR: 30 June, for birthdays from 2 July to 1 July (1986 Order art 46). SCT: 31
    May for birthdays from March to September, otherwise 21 December, or the first day of the Christmas
    holidays where that is earlier (1980 Act s.33).
    """
    _rule(nation)
    sixteenth = months_after(date_of_birth, 16 * 12)
    if nation == "SCT":
        return _scottish_leaving_date(sixteenth)
    if nation == "NIR":
        return date(sixteenth.year + ((sixteenth.month, sixteenth.day) >= (7, 2)), 6, 30)
    return _last_weekday(school_year_of(sixteenth) + 1, 6, FRIDAY)


def _scottish_leaving_date(sixteenth: date) -> date:
    if 3 <= sixteenth.month <= 9:
        return date(sixteenth.year, 5, 31)
    return date(sixteenth.year - (sixteenth.month < 3), 12, 21)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return weeks_after(first + timedelta(days=(weekday - first.weekday()) % 7), number - 1)


def _last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
