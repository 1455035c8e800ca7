"""Who is wanted twice: worked cases, and properties that hold for every timetable."""

import datetime
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provision.clashes import Booking, clashes, missed_again
from provision.expected import Slot, sessions_due

MONDAY = datetime.date(2026, 9, 7)
END = datetime.date(2026, 12, 18)


def booking(
    group="a", at="09:30", minutes=20, weekday=0, starts=MONDAY, ends=END, weeks="", who="x", begins=MONDAY
):
    slot = Slot(weekday, datetime.time.fromisoformat(at), minutes, starts, ends, weeks)
    return Booking("adult", who, group, slot, begins)


def test_two_groups_at_one_time():
    [found] = clashes([booking("a"), booking("b", "09:45")])
    assert found.first_day == MONDAY and {found.one.group, found.other.group} == {"a", "b"}


def test_one_that_begins_as_the_other_ends_is_none():
    assert clashes([booking("a", "09:30", 20), booking("b", "09:50", 20)]) == []


def test_other_people_days_and_dates_do_not_clash():
    assert clashes([booking("a"), booking("b", who="y")]) == []
    assert clashes([booking("a"), booking("b", weekday=1)]) == []
    assert (
        clashes([booking("a", ends=MONDAY), booking("b", starts=MONDAY + datetime.timedelta(days=1))]) == []
    )


def test_two_times_of_one_group_are_not_a_clash():
    assert clashes([booking("a"), booking("a", "09:35")]) == []


def test_weeks_a_and_b_take_turns():
    assert clashes([booking("a", weeks="a"), booking("b", weeks="b")]) == []
    [found] = clashes([booking("a", weeks="b"), booking("b")])
    assert found.first_day == MONDAY + datetime.timedelta(weeks=1)
    later = MONDAY + datetime.timedelta(weeks=1)  # a group that begins a week later has its week A then
    [found] = clashes([booking("a", weeks="b"), booking("b", weeks="a", begins=later, starts=later)])
    assert found.first_day == later


calm = settings(
    suppress_health_check=[HealthCheck.too_slow], deadline=None
)  # the first draw of a run is slow
BOOKINGS = st.lists(
    st.builds(
        booking,
        group=st.sampled_from("abcd"),
        at=st.sampled_from(["09:00", "09:10", "09:30", "10:00"]),
        minutes=st.integers(5, 60),
        weekday=st.integers(0, 1),
        starts=st.dates(MONDAY, MONDAY + datetime.timedelta(days=40)),
        ends=st.dates(MONDAY, MONDAY + datetime.timedelta(days=60)),
        weeks=st.sampled_from(["", "a", "b"]),
        who=st.sampled_from("xy"),
    ),
    max_size=9,
)


def keys(found) -> set:
    return {frozenset([(each.one), (each.other)]) for each in found}


@calm
@given(BOOKINGS, st.randoms())
def test_the_order_changes_nothing(bookings, random):
    assert keys(clashes(bookings)) == keys(clashes(random.sample(bookings, len(bookings))))


@calm
@given(BOOKINGS)
def test_a_clash_is_a_day_on_which_both_are_due_and_none_is_missed(bookings):
    """Against the sessions themselves, day by day."""
    expected = set()
    for one in bookings:
        for other in bookings:
            if one.group < other.group and one.who == other.who and meet(one, other):
                expected.add(frozenset([one, other]))
    assert keys(clashes(bookings)) == expected


def meet(one: Booking, other: Booking) -> bool:
    for mine in due(one):
        for theirs in due(other):
            if (
                mine.day == theirs.day
                and minute(mine) < minute(theirs) + theirs.minutes
                and minute(theirs) < minute(mine) + mine.minutes
            ):
                return True
    return False


def due(each: Booking) -> list:
    last = MONDAY + datetime.timedelta(days=80)
    return list(
        sessions_due(
            [each.slot], starts=each.begins, ends=last, first=MONDAY, last=last, meets=lambda day: True
        )
    )


def minute(session) -> int:
    return session.at.hour * 60 + session.at.minute


def missing(lesson, group="a", **fields) -> Booking:
    return replace(booking(group, **fields), kind="pupil", lesson=lesson)


def test_a_lesson_missed_twice_a_week_is_told_once_with_every_time():
    [found] = missed_again([missing("Maths"), missing("maths", "b", weekday=2), missing("Art", weekday=4)])
    assert found.monday == MONDAY and [each.group for each in found.bookings] == ["a", "b"]


def test_once_a_week_other_pupils_and_other_lessons_are_no_clash():
    assert (
        missed_again([missing("Maths"), missing("Art", weekday=2), missing("Maths", weekday=3, who="y")])
        == []
    )
    assert missed_again([missing("", weekday=1), missing("", weekday=2)]) == []


def test_turns_and_dates_are_heeded():
    assert missed_again([missing("Maths", weeks="a"), missing("Maths", weekday=2, weeks="b")]) == []
    later = MONDAY + datetime.timedelta(weeks=3)
    over = missing("Maths", ends=later - datetime.timedelta(days=1))
    assert missed_again([over, missing("Maths", weekday=2, starts=later)]) == []
    [found] = missed_again([missing("Maths"), missing("Maths", weekday=2, starts=later, weeks="a")])
    assert found.monday == later + datetime.timedelta(weeks=1)  # three weeks on it is week B


def test_the_first_day_of_a_clash_is_a_school_day():
    closed = {MONDAY, MONDAY + datetime.timedelta(weeks=1)}
    [found] = clashes([booking("a"), booking("b")], meets=lambda day: day not in closed)
    assert found.first_day == MONDAY + datetime.timedelta(weeks=2)
