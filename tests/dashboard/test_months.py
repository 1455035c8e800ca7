"""Months as pure dates."""

import datetime

import pytest

from senco.dashboard.months import Month


@pytest.mark.parametrize(
    ("text", "last", "before", "after"),
    [
        ("2026-11", 30, "2026-10", "2026-12"),
        ("2026-12", 31, "2026-11", "2027-01"),
        ("2027-01", 31, "2026-12", "2027-02"),
        ("2028-02", 29, "2028-01", "2028-03"),
        ("2000-01", 31, None, "2000-02"),
        ("2099-12", 31, "2099-11", None),
    ],
)
def test_a_month_its_days_and_those_beside_it(text, last, before, after):
    month = Month.written(text)
    assert str(month) == text and month.first.day == 1 and month.last.day == last
    assert (month.before and str(month.before), month.after and str(month.after)) == (before, after)


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_weeks_begin_on_monday_and_hold_every_day_once(year):
    for number in range(1, 13):
        month = Month(year, number)
        weeks = month.weeks()
        days = [day for week in weeks for day in week if day]
        assert days == [month.first + datetime.timedelta(days=n) for n in range(month.last.day)]
        assert all(len(week) == 7 for week in weeks)
        assert all(day is None or day.weekday() == place for week in weeks for place, day in enumerate(week))
