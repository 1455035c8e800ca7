"""Shares, rates and whole pence: worked examples, and properties that hold for every timetable."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provision.costing import (
    NOBODY,
    Adult,
    Occasion,
    Rate,
    RateCard,
    amortised,
    group_by_group,
    nearest,
    spread,
    staff_costs,
    to_pence,
)

MONDAY = datetime.date(2026, 9, 7)
TA = Rate("ta", 1724, MONDAY)


def occasion(day=MONDAY, minutes=30, pupils="abcd", places=0, carriers="", group="g", adults=("ta",)):
    return Occasion(
        group, day, minutes, tuple(map(Adult, adults)), frozenset(pupils), places, frozenset(carriers)
    )


def weekly(times: int, weeks: int, **facts) -> list[Occasion]:
    days = [
        MONDAY + datetime.timedelta(weeks=week, days=day) for week in range(weeks) for day in range(times)
    ]
    return [occasion(day, **facts) for day in days]


def pence(costs) -> dict:
    return {pupil: whole for (_group, pupil), whole in group_by_group(costs.parts)}


def test_the_worked_example_of_costed_provision_maps():
    """£17.24 an hour, 30 minutes, 3 times a week, 12 weeks, a group of 4: £77.58 each."""
    costs = staff_costs(weekly(3, 12), RateCard((TA,)))
    assert pence(costs) == dict.fromkeys("abcd", 7758)


def test_nine_hours_a_week_one_to_one_are_the_six_thousand_pounds_a_year():
    """£655 for a weekly hour over 38 weeks: £6,000 buys about 9.2 hours a week."""
    hourly = Rate("ta", 1724, MONDAY)
    costs = staff_costs(weekly(1, 38, minutes=552, pupils="a"), RateCard((hourly,)))
    assert abs(pence(costs)["a"] - 6_000_00) < 30_00


def test_an_hour_with_pupils_costs_the_weeks_that_are_paid_but_not_taught():
    paid = Rate("ta", 1500, MONDAY, Decimal("44"))
    assert paid.per_minute(38) * 60 == Fraction(1500 * 44, 38)
    assert Rate("ta", 1500, MONDAY).per_minute(38) * 60 == 1500


def test_empty_places_are_the_schools():
    costs = staff_costs([occasion(pupils="ab", places=4)], RateCard((TA,)))
    assert pence(costs) == {"a": 216, "b": 215, NOBODY: 431}
    assert sum(pence(costs).values()) == 862


def test_those_who_came_share_it_all_where_attendance_decides():
    costs = staff_costs([occasion(pupils="ab", places=0)], RateCard((TA,)))
    assert pence(costs) == {"a": 431, "b": 431}


def test_a_group_set_up_for_one_pupil_is_charged_wholly_to_that_pupil():
    costs = staff_costs([occasion(pupils="abcd", places=4, carriers="c")], RateCard((TA,)))
    assert pence(costs) == {"c": 862}


def test_more_pupils_than_were_agreed_share_it_between_them():
    assert occasion(pupils="abcdef", places=4).shares() == dict.fromkeys("abcdef", Fraction(1, 6))


def test_the_rate_is_that_of_the_day_and_a_rise_begins_on_its_day():
    later = MONDAY + datetime.timedelta(days=7)
    card = RateCard((TA, Rate("ta", 1800, later)))
    assert card.per_minute("ta", later - datetime.timedelta(days=1)) * 60 == 1724
    assert card.per_minute("ta", later) * 60 == 1800
    assert (
        card.per_minute("ta", MONDAY - datetime.timedelta(days=99)) * 60 == 1724
    )  # nobody worked for nothing
    risen = RateCard((TA,), rise=Fraction(4, 100), rises_on=later)
    assert risen.per_minute("ta", later) * 60 == Fraction(1724 * 104, 100)
    assert risen.per_minute("ta", MONDAY) * 60 == 1724


def test_what_no_rate_is_known_for_is_said():
    costs = staff_costs([occasion(adults=("ta", "ep"))], RateCard((TA,)))
    assert costs.unpriced == {"ep"}
    assert costs.minutes == {Adult("ta"): 30, Adult("ep"): 30}


@pytest.mark.parametrize(
    ("bought", "first", "last", "expected"),
    [
        (
            datetime.date(2026, 1, 1),
            datetime.date(2026, 1, 1),
            datetime.date(2026, 12, 31),
            36500,
        ),  # its life
        (datetime.date(2026, 1, 1), datetime.date(2026, 1, 1), datetime.date(2026, 1, 31), 3100),
        (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1), datetime.date(2027, 12, 31), 0),  # worn out
        (
            datetime.date(2026, 1, 1),
            datetime.date(2025, 1, 1),
            datetime.date(2025, 12, 31),
            0,
        ),  # not yet bought
    ],
)
def test_a_thing_costs_an_equal_part_on_every_day_of_its_life(bought, first, last, expected):
    assert amortised(36500, life_months=12, bought_on=bought, first=first, last=last) == expected


def test_what_is_always_replaced_costs_its_price_in_each_life():
    first, last = datetime.date(2024, 1, 1), datetime.date(2027, 12, 31)  # four years, a leap day in them
    assert amortised(1000, life_months=12, bought_on=None, first=first, last=last) == 4000


calm = settings(
    suppress_health_check=[HealthCheck.too_slow], deadline=None
)  # the first draw of a run is slow
SESSIONS = st.lists(
    st.builds(
        occasion,
        day=st.dates(MONDAY, datetime.date(2027, 7, 20)),
        minutes=st.integers(1, 600),
        pupils=st.text("abcdefghij", max_size=8),
        places=st.integers(0, 12),
        carriers=st.text("ab", max_size=2),
        group=st.sampled_from(["g", "h", "i"]),
        adults=st.lists(st.sampled_from(["ta", "hlta", "ep"]), max_size=3).map(tuple),
    ),
    max_size=25,
)
CARDS = st.builds(
    lambda a, b, c, paid: RateCard(
        (
            Rate("ta", a, MONDAY, paid),
            Rate("ta", b, datetime.date(2027, 1, 4)),
            Rate("hlta", c, MONDAY),
        )
    ),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.one_of(st.none(), st.decimals(38, 52, places=2)),
)


def whole_cost(sessions, card) -> dict:
    """What each group costs, without asking who shares it."""
    totals: dict = {}
    for each in sessions:
        amount = sum((card.per_minute(adult.role, each.day) or 0) * each.minutes for adult in each.adults)
        totals[each.group] = totals.get(each.group, 0) + amount
    return totals


@calm
@given(SESSIONS, CARDS)
def test_shares_add_up_to_the_penny_and_are_never_negative(sessions, card):
    shares: dict = {}
    for (group, _pupil), amount in group_by_group(staff_costs(sessions, card).parts):
        assert amount >= 0
        shares[group] = shares.get(group, 0) + amount
    assert shares == {group: nearest(Fraction(total)) for group, total in whole_cost(sessions, card).items()}


@calm
@given(SESSIONS, CARDS, st.randoms())
def test_the_order_of_the_rows_changes_nothing(sessions, card, random):
    shuffled = random.sample(sessions, len(sessions))
    one, other = staff_costs(sessions, card), staff_costs(shuffled, card)
    assert sorted(group_by_group(one.parts), key=str) == sorted(group_by_group(other.parts), key=str)
    assert (one.unpriced, one.minutes) == (other.unpriced, other.minutes)


@calm
@given(st.dictionaries(st.text("abc", min_size=1), st.fractions(0, 1000), max_size=9))
def test_whole_pence_are_within_a_penny_of_each_share(parts):
    whole = to_pence(parts)
    assert sum(whole.values()) == nearest(sum(parts.values(), Fraction(0)))
    assert all(abs(whole[key] - part) <= 1 for key, part in parts.items())


@calm
@given(st.fractions(0, 10_000), st.dictionaries(st.text("abc", min_size=1), st.integers(0, 50), max_size=6))
def test_what_is_spread_is_the_whole(total, weights):
    assert sum(spread(total, weights).values(), Fraction(0)) == total
