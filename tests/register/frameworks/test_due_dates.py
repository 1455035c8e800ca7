"""When duties fall due, from the day on which a stage was entered."""

from datetime import date

import pytest

from register.deadlines import (
    EachTerm,
    EachTermOfYear,
    EachYear,
    Rule,
    WithinTerms,
    WithinWeeks,
    terms_of,
)
from senco.core.calendar import SchoolCalendar, Term

AUTUMN = Term("Autumn", date(2026, 9, 3), date(2026, 12, 18))
SPRING = Term("Spring", date(2027, 1, 4), date(2027, 3, 25))
SUMMER = Term("Summer", date(2027, 4, 12), date(2027, 7, 21))
YEAR = SchoolCalendar("ENG", (AUTUMN, SPRING, SUMMER))
EMPTY = SchoolCalendar("ENG", ())
OCTOBER = date(2026, 10, 5)


def due(rule, entered, on=None, calendar=YEAR):
    return [
        (each.key, each.opens_on, each.due_on, each.nth)
        for each in rule.occurrences(entered, on or entered, calendar)
    ]


def test_weeks_run_through_holidays():
    assert due(WithinWeeks(4), date(2026, 12, 14)) == [("", date(2026, 12, 14), date(2027, 1, 11), 1)]
    assert due(WithinWeeks(0), OCTOBER) == [("", OCTOBER, OCTOBER, 1)]


@pytest.mark.parametrize(
    ("entered", "by"),
    [
        (OCTOBER, AUTUMN.ends),
        (date(2026, 11, 20), AUTUMN.ends),  # four weeks are left
        (date(2026, 11, 21), SPRING.ends),
        (date(2027, 7, 1), date(2027, 12, 31)),  # the next year's terms are not entered yet: the usual thirds
    ],
)
def test_within_a_term_leaves_four_weeks_at_least(entered, by):
    assert due(WithinTerms(), entered)[0][2] == by


def test_two_cycles_are_two_terms():
    assert due(WithinTerms(2), OCTOBER)[0][2] == SPRING.ends


def test_each_term_comes_with_its_term():
    assert due(EachTerm(), OCTOBER) == [("2026-1", OCTOBER, AUTUMN.ends, 1)]
    assert due(EachTerm(), OCTOBER, on=date(2027, 1, 20)) == [("2026-2", SPRING.starts, SPRING.ends, 1)]
    assert due(EachTerm(), OCTOBER, on=date(2026, 12, 27)) == [], "between two terms nothing begins"
    assert due(EachTerm(), date(2026, 12, 14)) == [], "with a few days left it waits for the next term"


def test_three_meetings_a_year_count_from_its_beginning_whenever_they_are():
    year = due(EachTermOfYear(), date(2026, 1, 9), on=OCTOBER)
    assert year == [
        (f"2026-{n}", date(2026, 9, 1), term.ends, n) for n, term in enumerate((AUTUMN, SPRING, SUMMER), 1)
    ]


def test_whoever_comes_in_spring_has_the_two_meetings_that_are_left():
    spring = date(2027, 1, 20)
    assert due(EachTermOfYear(), spring) == [
        ("2026-2", spring, SPRING.ends, 1),
        ("2026-3", spring, SUMMER.ends, 2),
    ]


def test_each_year_goes_on_and_the_papers_come_before():
    entered = date(2024, 2, 29)
    assert due(EachYear(), entered) == [("1", entered, date(2025, 2, 28), 1)]
    keys = [each[0] for each in due(EachYear(), entered, on=date(2026, 3, 1))]
    assert keys[-1] == "3" and due(EachYear(), entered, on=date(2026, 3, 1))[-1][1:3] == (
        date(2026, 2, 28),
        date(2027, 2, 28),
    )
    assert due(EachYear(before=4), OCTOBER)[0][2] == date(2027, 9, 7)


def test_half_terms_are_put_together_and_missing_terms_are_the_usual_thirds():
    halves = tuple(
        Term(str(n), date(2026 + (n > 2), month, 3), date(2026 + (n > 2), month + 1, 20))
        for n, month in enumerate((9, 11, 1, 3, 5, 6), 1)
    )
    assert terms_of(2026, SchoolCalendar("ENG", halves))[0] == (date(2026, 9, 3), date(2026, 12, 20))
    assert terms_of(2026, EMPTY)[2] == (date(2027, 4, 1), date(2027, 7, 20))
    assert terms_of(2026, SchoolCalendar("NIR", ()))[2][1] == date(2027, 6, 30)


@pytest.mark.parametrize(
    "rule", [WithinWeeks(2), WithinWeeks(0), WithinTerms(2), EachTerm(), EachTermOfYear(), EachYear(2)]
)
def test_every_rule_can_say_when_it_is(rule):
    assert rule.words and not rule.words[0].isupper()


@pytest.mark.parametrize("ask", [lambda: Rule().words, lambda: Rule().occurrences(OCTOBER, OCTOBER, YEAR)])
def test_control_a_rule_without_dates_is_a_mistake(ask):
    with pytest.raises(TypeError):
        ask()
