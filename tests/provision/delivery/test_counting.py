"""What was specified and what became of it: each rule, and what holds for every history."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provision.delivery import CUT_SHORT, Marked, Stay, Taken, counted, day_by_day
from provision.expected import Due

MONDAY = datetime.date(2026, 9, 7)
AT = datetime.time(9, 30)
ALL_TERM = [Stay(MONDAY)]


def due(week: int = 0, minutes: int = 20) -> Due:
    return Due(MONDAY + datetime.timedelta(weeks=week), AT, minutes)


def taken(
    week: int = 0, state: str = "ran", mark: str = "present", minutes: int = 20, had: int = 0, **facts
) -> Taken:
    marks = {"ada": Marked(mark, had)} if state == "ran" else {}
    facts.setdefault("planned", 20)
    return Taken(MONDAY + datetime.timedelta(weeks=week), AT, state, minutes=minutes, marks=marks, **facts)


def result(*said, sessions=None, stays=ALL_TERM, until=MONDAY + datetime.timedelta(weeks=9)):
    return counted("ada", stays, sessions or [due()], said, until)


def test_present_is_all_of_it():
    found = result(taken())
    assert (found.specified, found.delivered, found.shortfall, found.share) == (20, 20, 0, 100)


def test_a_session_that_ended_early_is_cut_short_for_everybody():
    found = result(taken(minutes=15))
    assert (found.delivered, found.missed) == (15, {CUT_SHORT: 5})


def test_shortened_is_what_was_had():
    found = result(taken(mark="short", had=12))
    assert (found.delivered, found.missed) == (12, {CUT_SHORT: 8})


def test_absent_and_refused_are_reasons_of_the_pupil():
    assert result(taken(mark="absent")).missed == {"pupil": 20}
    assert result(taken(mark="refused")).missed == {"refused": 20}


def test_a_session_that_did_not_run_says_why():
    assert result(taken(state="not_run", reason="room")).missed == {"room": 20}


def test_what_nobody_said_anything_about_is_unaccounted_for():
    assert result().unaccounted == 20
    assert result(taken(state="expected")).unaccounted == 20  # cover was arranged, and nobody recorded it
    others = Taken(MONDAY, AT, "ran", 20, minutes=20, marks={"ben": Marked("present")})
    assert result(others).unaccounted == 20  # it ran, and this pupil was not marked


def test_nothing_is_missed_before_its_day():
    assert result(until=MONDAY - datetime.timedelta(days=1)).specified == 0
    assert result(until=MONDAY).specified == 0  # the day is not over
    assert result(taken(), until=MONDAY).delivered == 20  # and was recorded


def test_what_was_recorded_stays_when_the_timetable_changes():
    """The time left the timetable, the school was closed afterwards, or the session is longer now."""
    never = Due(MONDAY + datetime.timedelta(weeks=1), AT, 20)
    assert result(taken(), sessions=[never], until=MONDAY).delivered == 20
    longer = [due(minutes=40)]
    assert (result(taken(), sessions=longer).specified, result(taken(), sessions=longer).all_missed) == (
        20,
        0,
    )


def test_an_extra_session_after_the_place_has_ended_is_not_the_pupils():
    more = taken(week=2, extra=True)
    assert result(more, stays=[Stay(MONDAY, MONDAY)]).extra == 0


def test_only_the_days_of_the_place_count():
    stays = [Stay(MONDAY, MONDAY), Stay(MONDAY + datetime.timedelta(weeks=2))]
    assert result(sessions=[due(0), due(1), due(2)], stays=stays).specified == 40


def test_an_extra_session_makes_up_for_a_missed_one():
    more = Taken(
        MONDAY + datetime.timedelta(days=1), AT, "ran", 15, 15, extra=True, marks={"ada": Marked("present")}
    )
    found = result(taken(state="not_run", reason="adult"), more)
    assert (found.delivered, found.extra, found.shortfall, found.all_missed) == (0, 15, 5, 20)


SAID = st.lists(
    st.builds(
        taken,
        week=st.integers(0, 8),
        state=st.sampled_from(["ran", "not_run", "expected"]),
        mark=st.sampled_from(["present", "absent", "short", "refused"]),
        minutes=st.integers(1, 60),
        had=st.integers(0, 60),
        reason=st.sampled_from(["adult", "room"]),
        extra=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda each: (each.day, each.extra),
)
WEEKS = st.lists(st.integers(0, 8), unique=True, max_size=9)
calm = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@calm
@given(SAID, WEEKS, st.integers(0, 9))
def test_specified_is_delivered_missed_or_unaccounted(said, weeks, until):
    found = result(
        *said, sessions=[due(week) for week in weeks], until=MONDAY + datetime.timedelta(weeks=until)
    )
    assert found.specified == found.delivered + found.all_missed + found.unaccounted
    assert min(found.delivered, found.unaccounted, found.extra, *found.missed.values(), 0) == 0
    assert 0 <= found.shortfall <= found.specified


@calm
@given(SAID, WEEKS, st.randoms())
def test_the_order_changes_nothing_and_days_add_up(said, weeks, random):
    sessions, until = [due(week) for week in weeks], MONDAY + datetime.timedelta(weeks=9)
    one = result(*said, sessions=sessions)
    other = result(*random.sample(said, len(said)), sessions=random.sample(sessions, len(sessions)))
    assert one == other
    parts = [part for _day, part in day_by_day("ada", ALL_TERM, sessions, said, until)]
    assert sum(part.delivered for part in parts) == one.delivered
