"""Which sessions are due."""

import datetime

from provision.expected import Due, Slot, sessions_due

MONDAY = datetime.date(2026, 9, 7)
HALF_NINE = datetime.time(9, 30)


def due(slots, *, first=MONDAY, last=MONDAY + datetime.timedelta(days=27), ends=None, meets=lambda day: True):
    return list(sessions_due(slots, starts=MONDAY, ends=ends or last, first=first, last=last, meets=meets))


def slot(weekday=0, **facts):
    return Slot(weekday, HALF_NINE, 20, **{"starts": MONDAY} | facts)


def test_once_a_week_in_order():
    found = due([slot(2), slot(0)])
    assert found == sorted(found) and len(found) == 8
    assert found[0] == Due(MONDAY, HALF_NINE, 20)


def test_not_where_the_school_does_not_meet():
    assert len(due([slot()], meets=lambda day: day != MONDAY)) == 3


def test_within_the_days_of_the_time_and_of_the_provision():
    assert len(due([slot(starts=MONDAY + datetime.timedelta(days=1))])) == 3
    assert len(due([slot(ends=MONDAY)])) == 1
    assert len(due([slot()], ends=MONDAY + datetime.timedelta(days=7))) == 2


def test_every_other_week_holidays_counted():
    assert [each.day for each in due([slot(weeks="b")])] == [
        MONDAY + datetime.timedelta(weeks=1),
        MONDAY + datetime.timedelta(weeks=3),
    ]
