"""Whatever is done in whatever order, the timeline is whole and says what a simple book of days would say."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from register.actions.status import change_status
from register.actions.status_history import insert_period
from register.models import Pupil, SenStatus
from senco.access.context import acting_as
from tests.factories import as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
START = datetime.date(2025, 1, 1)
DAYS = 40
dates = st.integers(0, DAYS - 1).map(lambda number: START + datetime.timedelta(days=number))
provisions = st.sampled_from(["N", "K", "E", "S"])
changes = st.tuples(st.just("change"), provisions, dates, dates)
insertions = st.tuples(st.just("insert"), provisions, dates, dates)
WHY = {"reason": "correction", "criteria": "Because."}


class Book:
    """The oracle: the status of each day written down one by one, and on which day the open period began."""

    def __init__(self):
        self.days: dict[datetime.date, str] = {}

    def write(self, provision, starts, ends):
        day = starts
        while day < ends:
            self.days[day] = provision
            day += datetime.timedelta(days=1)


LAST = START + datetime.timedelta(days=DAYS)


def perform(step, child, senco) -> bool:
    """Whether the action took it."""
    verb, provision, starts, ends = step
    try:
        if verb == "change":
            change_status(pupil=child, provision=provision, starts=starts, by=senco, **WHY)
        else:
            insert_period(pupil=child, provision=provision, starts=starts, ends=ends, by=senco, **WHY)
    except ValidationError as refused:
        assert refused.messages and all(len(message) > 20 for message in refused.messages)
        return False
    return True


def assert_whole(periods):
    """Gap-free, without overlaps, one open period at the end."""
    assert [period.ends for period in periods].count(None) == (1 if periods else 0)
    for before, after in zip(periods, periods[1:], strict=False):
        assert before.ends == after.starts


def days_of(periods) -> dict:
    book = Book()
    for period in periods:
        book.write(period.provision, period.starts, min(period.ends or LAST, LAST))
    return book.days


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(changes, insertions), min_size=1, max_size=8))
def test_every_sequence_leaves_a_whole_timeline_that_the_book_agrees_with(senco_of_all, steps):
    child = pupil(at=senco_of_all.school, date_of_birth=datetime.date(2015, 1, 1))
    book = Book()
    for step in steps:
        with acting_as(senco_of_all):
            taken = perform(step, child, senco_of_all)
            periods = list(SenStatus.objects.filter(pupil=child).order_by("starts"))
        if taken:
            verb, provision, starts, ends = step
            book.write(provision, starts, LAST if verb == "change" else ends)
        assert_whole(periods)
        assert days_of(periods) == book.days


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(changes, insertions), min_size=1, max_size=6), day=dates)
def test_the_register_of_any_day_is_what_the_book_says(senco_of_all, steps, day):
    child = pupil(at=senco_of_all.school)
    book = Book()
    with acting_as(senco_of_all):
        for step in steps:
            if perform(step, child, senco_of_all):
                book.write(step[1], step[2], LAST if step[0] == "change" else step[3])
        shown = Pupil.objects.visible_to(senco_of_all).for_register(day).get(pk=child.pk)
    assert shown.provision == book.days.get(day)


@pytest.fixture
def senco_of_all():
    return person("senco")


def test_control_a_torn_timeline_would_be_noticed():
    child = pupil(at=person("senco").school)
    torn = [
        SenStatus(pupil=child, provision="N", starts=START, ends=START + datetime.timedelta(days=3)),
        SenStatus(pupil=child, provision="K", starts=START + datetime.timedelta(days=5), ends=None),
    ]
    with pytest.raises(AssertionError):
        assert_whole(torn)


# Inserting a past period --------------------------------------------------------------------------------------------------


@pytest.fixture
def child(senco_of_all):
    made = pupil(at=senco_of_all.school)
    on_status(made, "K", since=START)
    return made


def insert(child, senco, provision="S", starts=START, ends=START, **given):
    with acting_as(senco):
        return insert_period(
            pupil=child, provision=provision, starts=starts, ends=ends, by=senco, **WHY | given
        )


def day(number):
    return START + datetime.timedelta(days=number)


def timeline(child):
    with as_owner():
        return list(SenStatus.objects.filter(pupil=child).values_list("provision", "starts", "ends"))


def test_a_statement_before_the_history_may_stand_there(child, senco_of_all):
    insert(child, senco_of_all, starts=day(-400))
    assert timeline(child) == [("S", day(-400), START), ("K", START, None)]


def test_a_period_in_the_middle_splits_the_one_it_falls_into(child, senco_of_all):
    insert(child, senco_of_all, "N", day(5), day(9))
    assert timeline(child) == [("K", START, day(5)), ("N", day(5), day(9)), ("K", day(9), None)]


def test_the_same_dates_correct_the_period_that_stands_there(child, senco_of_all):
    insert(child, senco_of_all, "N", day(5), day(9))
    insert(child, senco_of_all, "E", day(5), day(9))
    assert ("E", day(5), day(9)) in timeline(child) and len(timeline(child)) == 3


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (day(-9), day(-2), "begins on 1 Jan 2025"),
        (day(9), day(9), "after the first"),
        (day(9), datetime.date.today() + datetime.timedelta(days=5), "future"),
        (day(4), day(10), "covered whole"),
    ],
)
def test_what_cannot_be_is_refused_in_words(child, senco_of_all, starts, ends, said):
    insert(child, senco_of_all, "N", day(5), day(9))
    before = timeline(child)
    with pytest.raises(ValidationError) as refused:
        insert(child, senco_of_all, "E", starts, ends)
    assert said in " ".join(refused.value.messages)
    assert timeline(child) == before


def test_without_any_status_the_present_one_comes_first(senco_of_all):
    with pytest.raises(ValidationError, match="present status first"):
        insert(pupil(at=senco_of_all.school), senco_of_all, ends=day(3))
