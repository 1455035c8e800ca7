"""Values, changes and what was to be expected."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.impact_choices import LIMITS, ScaleKind
from provision.progress import (
    Change,
    Reading,
    expected_line,
    ratio_gain,
    read_value,
    spoken,
    t_score,
    written,
)

DAY = datetime.date(2026, 9, 7)
STEPS = ("Not yet", "With help", "Alone")


def change(kind, first, last, *, weeks=12, **more) -> Change:
    return Change(
        kind, "scale", Reading(first, DAY), Reading(last, DAY + datetime.timedelta(weeks=weeks)), **more
    )


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("age", "7:04", 88), ("age", "7.04", 88), ("age", "7y 4m", 88), ("age", "7 years 4 months", 88), ("age", "88", 88),
        ("age", "7y", 84), ("age", "7:00", 84), ("steps", "2", 2), ("steps", "with help", 2), ("steps", "2. With help", 2),
        ("expected", "−2", -2), ("expected", "+1", 1), ("percent", "93.5 %", Decimal("93.5")), ("standard", "85", 85),
        ("own", "3,5", Decimal("3.5")),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(kind, text, value):
    assert read_value(kind, text, STEPS) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [("age", "7.5"), ("age", "seven"), ("steps", "Nowhere"), ("standard", ""), ("standard", "NaN"),
     ("standard", "Infinity"), ("standard", "eighty"), ("own", "1e"), ("percent", "--4")],
)  # fmt: skip
def test_what_is_no_value_is_refused(kind, text):
    with pytest.raises(ValueError):
        read_value(kind, text, STEPS)


@given(st.sampled_from(sorted(LIMITS)), st.data())
def test_what_is_written_is_read_again(kind, data):
    value = data.draw(st.integers(*LIMITS[kind]))
    assert read_value(kind, written(kind, value)) == value


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [("age", 88, "7 years, 4 months"), ("age", 13, "1 year, 1 month"), ("steps", 2, "2. With help"), ("expected", 1, "+1"),
     ("expected", 0, "0"), ("goal", -2, "−2"), ("percent", Decimal("93.50"), "93.5 %"), ("standard", Decimal("85.00"), "85")],
)  # fmt: skip
def test_values_are_said_as_people_say_them(kind, value, words):
    assert spoken(kind, value, STEPS) == words


def test_keeping_pace_is_the_same_score_and_a_month_a_month():
    later = Reading(0, DAY + datetime.timedelta(days=365))
    assert expected_line("standard", [Reading(85, DAY), later]) == (85, 85)
    first, last = expected_line("age", [Reading(88, DAY), later])
    assert first == 88 and last == pytest.approx(100, abs=0.01)
    assert expected_line("steps", [Reading(2, DAY), later]) is None
    assert expected_line("steps", [Reading(2, DAY), later], 4) == (4, 4)
    assert expected_line("goal", [Reading(-2, DAY)]) == (0,)


def test_an_age_is_gained_only_where_it_outgrows_the_pupil():
    assert change("age", 88, 92, weeks=12).gained  # 4 months in 2.8
    assert not change("age", 88, 90, weeks=12).gained
    assert change("age", 88, 90, weeks=12).gain == 2


def test_a_change_counts_from_the_least_that_counts():
    assert not change("standard", 85, 88, least=4).gained
    assert change("standard", 85, 89, least=4).gained
    assert change("own", 20, 17, least=2, better=-1).gained
    assert not change("own", 17, 20, least=2, better=-1).gained


def test_a_target_is_met_from_the_side_that_is_better():
    assert change("standard", 85, 90).met is None
    assert change("standard", 85, 90, goal=90).met and not change("standard", 85, 89, goal=90).met
    assert change("own", 20, 12, better=-1, goal=12).met and not change("own", 20, 13, better=-1, goal=12).met


def test_a_gain_is_kept_where_less_than_counts_was_lost():
    later = Reading(87, DAY)
    assert change("standard", 80, 90).kept is None
    assert change("standard", 80, 90, least=4, later=later).kept
    assert not change("standard", 80, 91, least=4, later=later).kept


def test_ratio_gain_is_months_for_each_month():
    year = change("age", 80, 104, weeks=52)
    assert ratio_gain([year]) == pytest.approx(2, abs=0.01)
    still = change("age", 80, 80, weeks=52)
    assert ratio_gain([year, still]) == pytest.approx(1, abs=0.01)
    assert ratio_gain([change("standard", 80, 90)]) is None
    assert ratio_gain([change("age", 80, 90, weeks=0)]) is None


def test_goal_attainment_by_hand():
    """One goal: 10 a level. Two of equal weight, both at +1: 50 + 20 / √(0.7·2 + 0.3·4) = 62.40."""
    assert [t_score([(x, 1)]) for x in (-2, 0, 1)] == [30, 50, 60]
    assert t_score([(1, 1), (1, 1)]) == pytest.approx(62.40, abs=0.005)
    assert t_score([(2, 3), (-1, 1)]) == pytest.approx(50 + 10 * 5 / (0.7 * 10 + 0.3 * 16) ** 0.5)
    with pytest.raises(ValueError):
        t_score([])


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 5)), min_size=1, max_size=6), st.randoms())
def test_goal_attainment_knows_no_order_and_turns_with_its_sign(goals, dice):
    turned = list(goals)
    dice.shuffle(turned)
    assert t_score(turned) == pytest.approx(t_score(goals))
    assert t_score([(-x, w) for x, w in goals]) == pytest.approx(100 - t_score(goals))


def test_every_kind_is_told_apart():
    assert set(LIMITS) | {ScaleKind.STEPS, ScaleKind.OWN} == set(ScaleKind)
