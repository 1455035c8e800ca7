"""Terms, closures and the counting of school days.

A school day is a weekday inside a term that is neither a closure nor a public holiday: a day on which the
school meets (Education Act 1996 s.579(1)). Used for "15 school days" limits such as sending the transfer file
after a pupil leaves (Education (Pupil Information) (England) Regulations 2005).
"""

from dataclasses import dataclass
from datetime import date

from senco.core.calendar.offsets import DAY, is_working_day


class CalendarTooShort(ValueError):
    """The entered terms end before the count does; the text says which dates are missing."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included."""

    name: str
    starts: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError(
                f"“{self.name}” ends on {self.ends:%d %B %Y}, before it starts on {self.starts:%d %B %Y}."
            )

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True)
class Term(Period):
    """A term or half-term in which the school is open to pupils."""


@dataclass(frozen=True, slots=True)
class Closure(Period):
    """Days inside a term without pupils: half-term, staff training, snow."""


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """One school's terms and closures. `nation` (ENG, WLS, NIR, SCT) decides the public holidays."""

    nation: str
    terms: tuple[Term, ...]
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", tuple(sorted(self.terms, key=lambda term: term.starts)))
        object.__setattr__(self, "closures", tuple(self.closures))

    @property
    def first_day(self) -> date | None:
        """First day of the earliest term entered."""
        return self.terms[0].starts if self.terms else None

    @property
    def last_day(self) -> date | None:
        """Last day of the latest term entered."""
        return max((term.ends for term in self.terms), default=None)


def term_on(day: date, calendar: SchoolCalendar) -> Term | None:
    """The term that contains the day; None in the holidays and outside the entered terms."""
    return next((term for term in calendar.terms if day in term), None)


def next_term(day: date, calendar: SchoolCalendar) -> Term | None:
    """The first term that starts after the day; None when none is entered."""
    return next((term for term in calendar.terms if term.starts > day), None)


def is_school_day(day: date, calendar: SchoolCalendar) -> bool:
    """Whether the school meets on that day."""
    if not term_on(day, calendar) or any(day in closure for closure in calendar.closures):
        return False
    return is_working_day(day, calendar.nation)


def add_school_days(start: date, count: int, calendar: SchoolCalendar) -> date:
    """The `count`-th school day after `start` (before it, when negative). Zero gives `start` back.

    Raises CalendarTooShort when the entered terms do not reach that far, rather than guess the dates of a
    term.
    """
    day, left = start, abs(count)
    while left:
        day = _stepped(day, start, count, calendar)
        left -= is_school_day(day, calendar)
    return day


def next_school_day(day: date, calendar: SchoolCalendar) -> date:
    """The day itself if the school meets on it, else the next day on which it does."""
    return day if is_school_day(day, calendar) else add_school_days(day, 1, calendar)


def school_days_between(start: date, end: date, calendar: SchoolCalendar) -> int:
    """School days after `start` up to and including `end`; negative when `end` lies before `start`.

    Days outside the entered terms count as holidays.
    """
    if end < start:
        return -school_days_between(end, start, calendar)
    days = (start + DAY * number for number in range(1, (end - start).days + 1))
    return sum(is_school_day(day, calendar) for day in days)


def _stepped(day: date, start: date, count: int, calendar: SchoolCalendar) -> date:
    """The next day in the direction of the count, as long as a term can still follow."""
    first, last = calendar.first_day, calendar.last_day
    if first is None or last is None or (day >= last if count > 0 else day <= first):
        raise CalendarTooShort(_missing_terms(start, count, calendar))
    return day + DAY if count > 0 else day - DAY


def _missing_terms(start: date, count: int, calendar: SchoolCalendar) -> str:
    wanted = f"{abs(count)} school days {'after' if count > 0 else 'before'} {start:%d %B %Y}"
    if not calendar.terms:
        return f"No term dates are entered, so {wanted} cannot be counted. Add the school's term dates."
    return (
        f"Term dates are entered from {calendar.first_day:%d %B %Y} to {calendar.last_day:%d %B %Y} only, "
        f"so {wanted} cannot be counted. Add the missing term dates."
    )
