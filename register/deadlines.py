"""Dates by which something about a pupil should be done. Pure: dates from dates.

A duty of a stage has a `Rule`: from the day on which the stage was entered it works out the occurrences that should be on record
on a day. Nothing counts days anywhere else.
"""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from senco.core.calendar import (
    SchoolCalendar,
    add_working_days,
    months_after,
    school_year_dates,
    school_year_of,
    weeks_after,
)

URGENT_DAYS, ORDINARY_DAYS = 5, 10  # working days
TERMS_A_YEAR = 3
SHORTEST_TERM = datetime.timedelta(weeks=4)  # with less of it left, what is due in a term waits for the next
DAY = datetime.timedelta(days=1)


def concern_answer_due(raised_on: datetime.date, *, urgent: bool, nation: str) -> datetime.date:
    """By when the person who raised a concern should have an answer.

    The school's own promise, not a legal limit: the form says "needs an answer this week" for urgent ones; two weeks
    for the others. Working days of the nation (ENG, WLS, NIR, SCT); school holidays do not stop the count.
    """
    return add_working_days(raised_on, URGENT_DAYS if urgent else ORDINARY_DAYS, nation)


Span = tuple[datetime.date, datetime.date]  # first and last day, both included


def terms_of(school_year: int, calendar: SchoolCalendar) -> list[Span]:
    """The three terms of a school year.

    Those that the school entered, half terms put together in pairs; without three or six of them the usual thirds: up to 31
    December, up to 31 March, and up to 20 July (Northern Ireland: 30 June).
    """
    first, last = school_year_dates(school_year, calendar.nation)
    entered = [(term.starts, term.ends) for term in calendar.terms if first <= term.starts <= last]
    if len(entered) == 2 * TERMS_A_YEAR:
        entered = [(entered[place][0], entered[place + 1][1]) for place in range(0, len(entered), 2)]
    return entered if len(entered) == TERMS_A_YEAR else usual_thirds(first, calendar.nation)


def usual_thirds(first: datetime.date, nation: str) -> list[Span]:
    year = first.year + 1
    summer = datetime.date(year, 6, 30) if nation == "NIR" else datetime.date(year, 7, 20)
    new_year, april = datetime.date(year, 1, 1), datetime.date(year, 4, 1)
    return [(first, new_year - DAY), (new_year, april - DAY), (april, summer)]


def counted_terms(
    entered: datetime.date, school_year: int, calendar: SchoolCalendar
) -> list[tuple[int, Span]]:
    """(1 to 3, term) of a school year: those of which enough was left on the day of entering."""
    numbered = enumerate(terms_of(school_year, calendar), 1)
    return [(number, term) for number, term in numbered if term[1] - entered >= SHORTEST_TERM]


@dataclass(frozen=True)
class Occurrence:
    """One time that a duty is to be done. `key` stays the same however often it is worked out.

    What fulfils it is the `nth` record from `opens_on` on.
    """

    key: str
    opens_on: datetime.date
    due_on: datetime.date
    nth: int = 1


class Rule:
    """When a duty falls due. `repeats`: it comes again as long as the stage lasts."""

    repeats = False

    def occurrences(
        self, entered: datetime.date, on: datetime.date, calendar: SchoolCalendar
    ) -> list[Occurrence]:
        """What should be on record on a day, for a stage entered on an earlier one."""
        raise TypeError(f"{type(self).__name__} says nothing about dates.")

    @property
    def words(self) -> str:
        """For people: "within 2 weeks"."""
        raise TypeError(f"{type(self).__name__} has no words.")


@dataclass(frozen=True)
class WithinWeeks(Rule):
    """Once, so many weeks after entering the stage. Calendar weeks: holidays do not stop them. 0 weeks: on the day itself."""

    weeks: int

    def occurrences(self, entered, on, calendar):
        return [Occurrence("", entered, weeks_after(entered, self.weeks))]

    @property
    def words(self) -> str:
        if not self.weeks:
            return _("at once")
        return ngettext("within %(n)d week", "within %(n)d weeks", self.weeks) % {"n": self.weeks}


@dataclass(frozen=True)
class WithinTerms(Rule):
    """Once, by the end of the first (second, …) term of which at least four weeks are left after entering the stage."""

    terms: int = 1

    def occurrences(self, entered, on, calendar):
        year = school_year_of(entered, calendar.nation)
        coming = [
            term for each in (year, year + 1) for _number, term in counted_terms(entered, each, calendar)
        ]
        return [Occurrence("", entered, coming[self.terms - 1][1])]

    @property
    def words(self) -> str:
        return ngettext("within a term", "within %(n)d terms", self.terms) % {"n": self.terms}


@dataclass(frozen=True)
class EachTerm(Rule):
    """In each term, by its last day."""

    repeats = True

    def occurrences(self, entered, on, calendar):
        year = school_year_of(on, calendar.nation)
        return [
            Occurrence(f"{year}-{number}", max(entered, term[0]), term[1])
            for number, term in counted_terms(entered, year, calendar)
            if term[0] <= on <= term[1]
        ]

    @property
    def words(self) -> str:
        return _("each term")


@dataclass(frozen=True)
class EachTermOfYear(Rule):
    """As many times in a school year as it has terms, whenever they are: the n-th by the end of the n-th term.

    Whoever comes in the course of a year has those of the terms that are left.
    """

    repeats = True

    def occurrences(self, entered, on, calendar):
        year = school_year_of(on, calendar.nation)
        opens_on = max(entered, school_year_dates(year, calendar.nation)[0])
        terms = counted_terms(entered, year, calendar)
        return [
            Occurrence(f"{year}-{number}", opens_on, term[1], nth)
            for nth, (number, term) in enumerate(terms, 1)
        ]

    @property
    def words(self) -> str:
        return _("three times a school year")


@dataclass(frozen=True)
class EachYear(Rule):
    """Within every twelve months from entering the stage (`before` weeks earlier, for what has to be ready by then)."""

    before: int = 0

    repeats = True

    def occurrences(self, entered, on, calendar):
        past = max(0, (on.year - entered.year) * 12 + on.month - entered.month) // 12
        numbers = [n for n in range(max(1, past), past + 2) if months_after(entered, 12 * (n - 1)) <= on]
        return [
            Occurrence(
                str(number),
                months_after(entered, 12 * (number - 1)),
                weeks_after(months_after(entered, 12 * number), -self.before),
            )
            for number in numbers
        ]

    @property
    def words(self) -> str:
        if self.before:
            return _("each year, %(n)d weeks before the year is over") % {"n": self.before}
        return _("each year")


SIXTEEN = 16
FRIDAY = 4


def rights_pass_from(date_of_birth: datetime.date, nation: str) -> datetime.date | None:
    """The first day on which a young person may decide about their own support: after compulsory school age.

    England and Wales: that ends on the last Friday in June of the school year in which somebody turns 16 (Education Act 1996 s.8;
    Children and Families Act 2014 s.83). Elsewhere the day is the school's to judge: None.
    """
    if nation not in ("ENG", "WLS"):
        return None
    turns_in = school_year_of(months_after(date_of_birth, 12 * SIXTEEN), nation)
    last = datetime.date(turns_in + 1, 6, 30)
    return last - datetime.timedelta(days=(last.weekday() - FRIDAY) % 7)
