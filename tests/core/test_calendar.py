"""School years, terms, school days and statutory offsets: worked examples and properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senco.core.calendar import (
    CalendarTooShort,
    Closure,
    SchoolCalendar,
    Term,
    add_school_days,
    add_working_days,
    beginning_with,
    birth_dates,
    census_days,
    end_of_compulsory_school_age,
    is_school_day,
    is_working_day,
    months_after,
    next_census_day,
    next_school_day,
    next_term,
    public_holidays,
    school_days_between,
    school_year_dates,
    school_year_name,
    school_year_of,
    term_on,
    weeks_after,
    working_days_between,
    year_group,
    year_groups,
)

NATIONS = ("ENG", "WLS", "NIR", "SCT")
nations = st.sampled_from(NATIONS)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))

YEAR_2026 = SchoolCalendar(
    "ENG",
    terms=(
        Term("Summer", date(2027, 4, 12), date(2027, 7, 21)),
        Term("Autumn", date(2026, 9, 2), date(2026, 12, 18)),
        Term("Spring", date(2027, 1, 4), date(2027, 3, 24)),
    ),
    closures=(
        Closure("Training day", date(2026, 9, 2), date(2026, 9, 2)),
        Closure("Autumn half-term", date(2026, 10, 26), date(2026, 10, 30)),
        Closure("Spring half-term", date(2027, 2, 15), date(2027, 2, 19)),
        Closure("Summer half-term", date(2027, 5, 31), date(2027, 6, 4)),
    ),
)
school_time = st.dates(date(2026, 9, 2), date(2027, 7, 21))


# Offsets -----------
@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(6, date(2026, 10, 19)), (12, date(2026, 11, 30)), (16, date(2026, 12, 28)), (20, date(2027, 1, 25))],
)
def test_clock_of_a_request_received_on_7_september_2026(weeks, expected):
    assert weeks_after(date(2026, 9, 7), weeks) == expected


def test_papers_go_out_two_weeks_before_the_meeting():
    assert weeks_after(date(2027, 3, 15), -2) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 10), -13, date(2025, 12, 10)),
    ],
)
def test_months_keep_the_day_number_or_take_the_last_day(start, months, expected):
    assert months_after(start, months) == expected


@given(days, st.integers(-60, 60))
def test_months_land_in_the_right_month(start, months):
    end = months_after(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def test_fifteen_days_beginning_with_service_end_on_the_fourteenth_day_after():
    assert beginning_with(date(2026, 12, 28), 15) == date(2027, 1, 11)
    assert beginning_with(date(2026, 12, 28), 1) == date(2026, 12, 28)
    with pytest.raises(ValueError, match="at least that day"):
        beginning_with(date(2026, 12, 28), 0)


# Public holidays and working days -----------
def test_public_holidays_differ_by_nation():
    boyne, andrew, easter_monday = date(2026, 7, 13), date(2026, 11, 30), date(2026, 4, 6)
    assert [boyne in public_holidays(nation, 2026) for nation in NATIONS] == [False, False, True, False]
    assert [andrew in public_holidays(nation, 2026) for nation in NATIONS] == [False, False, False, True]
    assert [easter_monday in public_holidays(nation, 2026) for nation in NATIONS] == [True, True, True, False]


def test_an_unknown_nation_is_named_in_the_error():
    with pytest.raises(ValueError, match="'FRA' is not one of ENG, WLS, NIR, SCT"):
        public_holidays("FRA", 2026)
    with pytest.raises(ValueError, match="'FRA'"):
        school_year_of(date(2026, 9, 1), "FRA")


def test_substitute_day_after_boxing_day_is_no_working_day():
    assert not is_working_day(date(2026, 12, 28), "ENG")
    assert is_working_day(date(2026, 12, 29), "ENG")
    assert add_working_days(date(2026, 12, 24), 1, "ENG") == date(2026, 12, 29)
    assert add_working_days(date(2026, 12, 29), -1, "ENG") == date(2026, 12, 24)


@given(days, st.integers(1, 60), nations)
def test_working_days_added_can_be_counted_back(start, count, nation):
    end = add_working_days(start, count, nation)
    assert is_working_day(end, nation)
    assert working_days_between(start, end, nation) == count
    assert working_days_between(end, start, nation) == -count


@given(days, st.integers(1, 60), nations)
def test_from_a_working_day_forth_and_back_is_the_same_day(start, count, nation):
    start = add_working_days(start, 1, nation)
    assert add_working_days(add_working_days(start, count, nation), -count, nation) == start


# Terms and school days -----------
def test_terms_are_found_whatever_order_they_were_entered_in():
    assert [term.name for term in YEAR_2026.terms] == ["Autumn", "Spring", "Summer"]
    assert term_on(date(2026, 12, 18), YEAR_2026).name == "Autumn"
    assert term_on(date(2026, 12, 19), YEAR_2026) is None
    assert next_term(date(2026, 12, 19), YEAR_2026).name == "Spring"
    assert next_term(date(2027, 4, 12), YEAR_2026) is None


def test_a_term_that_ends_before_it_starts_is_refused():
    with pytest.raises(
        ValueError, match="“Odd” ends on 01 September 2026, before it starts on 02 September 2026"
    ):
        Term("Odd", date(2026, 9, 2), date(2026, 9, 1))


@pytest.mark.parametrize(
    ("day", "meets"),
    [
        (date(2026, 9, 1), False),  # holidays
        (date(2026, 9, 2), False),  # training day
        (date(2026, 9, 3), True),
        (date(2026, 9, 5), False),  # Saturday
        (date(2026, 10, 28), False),  # half-term
        (date(2027, 5, 3), False),  # May Day, inside the term
        (date(2027, 7, 21), True),
    ],
)
def test_school_days(day, meets):
    assert is_school_day(day, YEAR_2026) is meets


def test_transfer_file_is_due_fifteen_school_days_after_leaving_across_half_term():
    assert add_school_days(date(2026, 10, 16), 15, YEAR_2026) == date(2026, 11, 13)


def test_school_days_across_christmas():
    assert add_school_days(date(2026, 12, 17), 2, YEAR_2026) == date(2027, 1, 4)
    assert add_school_days(date(2027, 1, 4), -1, YEAR_2026) == date(2026, 12, 18)
    assert add_school_days(date(2026, 12, 25), 0, YEAR_2026) == date(2026, 12, 25)


def test_next_school_day_may_be_the_day_itself():
    assert next_school_day(date(2026, 9, 3), YEAR_2026) == date(2026, 9, 3)
    assert next_school_day(date(2026, 12, 19), YEAR_2026) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("calendar", "start", "count", "message"),
    [
        (
            YEAR_2026,
            date(2027, 7, 20),
            15,
            "02 September 2026 to 21 July 2027 only, so 15 school days after 20 July 2027",
        ),
        (YEAR_2026, date(2026, 9, 3), -1, "1 school days before 03 September 2026"),
        (SchoolCalendar("ENG", ()), date(2026, 9, 3), 1, "No term dates are entered"),
    ],
)
def test_counting_past_the_entered_terms_says_what_is_missing(calendar, start, count, message):
    with pytest.raises(CalendarTooShort, match=message):
        add_school_days(start, count, calendar)


@given(school_time, st.integers(1, 30))
def test_school_days_added_can_be_counted_back(start, count):
    try:
        end = add_school_days(start, count, YEAR_2026)
    except CalendarTooShort:
        assert school_days_between(start, date(2027, 7, 21), YEAR_2026) < count
        return
    assert is_school_day(end, YEAR_2026)
    assert school_days_between(start, end, YEAR_2026) == count
    assert school_days_between(end, start, YEAR_2026) == -count


@given(school_time, school_time, school_time)
def test_school_days_between_add_up(one, two, three):
    one, two, three = sorted((one, two, three))
    whole = school_days_between(one, three, YEAR_2026)
    assert whole == school_days_between(one, two, YEAR_2026) + school_days_between(two, three, YEAR_2026)


def test_overlapping_terms_do_not_count_a_day_twice():
    doubled = SchoolCalendar(
        "ENG", (*YEAR_2026.terms, Term("Autumn 1", date(2026, 9, 2), date(2026, 10, 23)))
    )
    assert add_school_days(date(2026, 9, 3), 20, doubled) == add_school_days(date(2026, 9, 3), 20, YEAR_2026)


# School years and year groups -----------
@pytest.mark.parametrize(
    ("day", "nation", "year"),
    [
        (date(2026, 8, 31), "ENG", 2025),
        (date(2026, 9, 1), "ENG", 2026),
        (date(2026, 8, 31), "WLS", 2025),
        (date(2026, 7, 31), "SCT", 2025),
        (date(2026, 8, 1), "SCT", 2026),
        (date(2026, 8, 1), "NIR", 2026),
        (date(2027, 2, 1), "ENG", 2026),
    ],
)
def test_school_year_starts_on_the_nations_own_day(day, nation, year):
    assert school_year_of(day, nation) == year


def test_school_year_names():
    assert [school_year_name(year) for year in (2026, 1999, 2009)] == ["2026/27", "1999/00", "2009/10"]


@given(days, nations)
def test_every_day_lies_in_its_school_year(day, nation):
    first, last = school_year_dates(school_year_of(day, nation), nation)
    assert first <= day <= last
    assert school_year_of(last + timedelta(days=1), nation) == school_year_of(day, nation) + 1


@pytest.mark.parametrize(
    ("born", "nation", "group"),
    [
        (date(2022, 8, 31), "ENG", "R"),
        (date(2021, 9, 1), "ENG", "R"),
        (date(2021, 8, 31), "ENG", "1"),
        (date(2015, 9, 1), "WLS", "6"),
        (date(2014, 9, 1), "ENG", "7"),
        (date(2022, 7, 1), "NIR", "P1"),
        (date(2021, 7, 1), "NIR", "P2"),
        (date(2022, 2, 28), "SCT", "P1"),
        (date(2014, 3, 1), "SCT", "S1"),
        (date(2014, 2, 28), "SCT", "S2"),
        (date(2026, 1, 1), "ENG", None),
        (date(1990, 1, 1), "ENG", None),
    ],
)
def test_year_groups_of_2026(born, nation, group):
    assert year_group(born, 2026, nation) == group


@given(
    nations.flatmap(lambda nation: st.tuples(st.just(nation), st.sampled_from(year_groups(nation)))),
    st.integers(2015, 2035),
)
def test_birth_dates_are_the_inverse_of_year_group(nation_and_group, school_year):
    nation, group = nation_and_group
    first, last = birth_dates(group, school_year, nation)
    assert year_group(first, school_year, nation) == year_group(last, school_year, nation) == group
    assert year_group(first - timedelta(days=1), school_year, nation) != group
    assert year_group(last + timedelta(days=1), school_year, nation) != group


@given(st.dates(date(2008, 1, 1), date(2022, 12, 31)), nations, st.integers(2024, 2030))
def test_everybody_moves_up_one_group_a_year(born, nation, school_year):
    groups = year_groups(nation)
    now, then = year_group(born, school_year, nation), year_group(born, school_year + 1, nation)
    if now in groups[:-1]:
        assert then == groups[groups.index(now) + 1]


def test_an_unknown_year_group_is_refused():
    with pytest.raises(ValueError, match="'P1' is not a year group: one of N1, N2, R, 1"):
        birth_dates("P1", 2026, "ENG")


def test_census_days_of_2026_to_2027():
    assert census_days(2026) == {
        "autumn": date(2026, 10, 1),
        "spring": date(2027, 1, 21),
        "summer": date(2027, 5, 20),
    }


def test_next_census_day_includes_today_and_reaches_into_the_next_year():
    assert next_census_day(date(2026, 10, 1)) == ("autumn", date(2026, 10, 1))
    assert next_census_day(date(2026, 10, 2)) == ("spring", date(2027, 1, 21))
    assert next_census_day(date(2027, 5, 21)) == ("autumn", date(2027, 10, 7))


@given(st.integers(2015, 2060))
def test_census_days_are_thursdays_in_the_right_week(school_year):
    for name, earliest, latest in (("autumn", 1, 7), ("spring", 15, 21), ("summer", 15, 21)):
        day = census_days(school_year)[name]
        assert day.weekday() == 3
        assert earliest <= day.day <= latest


@pytest.mark.parametrize(
    ("born", "nation", "last_day"),
    [
        (date(2010, 9, 1), "ENG", date(2027, 6, 25)),  # turns 16 in September 2026
        (date(2011, 8, 31), "ENG", date(2027, 6, 25)),  # still 15 on that day
        (date(2011, 9, 1), "WLS", date(2028, 6, 30)),
        (date(2011, 7, 1), "NIR", date(2027, 6, 30)),
        (date(2011, 7, 2), "NIR", date(2028, 6, 30)),
        (date(2011, 3, 1), "SCT", date(2027, 5, 31)),
        (date(2010, 9, 30), "SCT", date(2026, 5, 31)),
        (date(2010, 10, 1), "SCT", date(2026, 12, 21)),
        (date(2011, 2, 28), "SCT", date(2026, 12, 21)),
    ],
)
def test_end_of_compulsory_school_age(born, nation, last_day):
    assert end_of_compulsory_school_age(born, nation) == last_day


@given(st.dates(date(2000, 1, 1), date(2025, 12, 31)))
def test_in_england_everybody_of_year_11_leaves_on_the_same_last_friday_of_june(born):
    last_day = end_of_compulsory_school_age(born)
    assert (last_day.weekday(), last_day.month) == (4, 6)
    assert last_day.day > 23
    assert year_group(born, school_year_of(last_day)) == "11"
