"""Whatever is done in whatever order, the timeline is whole and says what a simple book of days would say."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from register.actions.status import change_status
from register.actions.status_history import insert_period
from register.models import Pupil, SenStatus
from register.queries.pupils import status_line
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

    def change(self, provision, starts, *, opened):
        """From a day on; as a correction, the status that holds already gets another first day instead.

        On the day on which the open period began (`opened`) the change is about that period alone: no day changes its status.
        """
        since = self.since()
        if since and since < starts != opened and self.days[since] == provision:
            self.write(self.days.get(since - DAY), since, starts)
        self.write(provision, starts, LAST)

    def since(self):
        """The first of the days up to the last one on which nothing but the last day's status held."""
        day = LAST - DAY
        while day in self.days and self.days.get(day - DAY) == self.days[LAST - DAY]:
            day -= DAY
        return day if day in self.days else None

    def write(self, provision, starts, ends):
        day = starts
        while day < ends:
            if provision is None:
                self.days.pop(day, None)
            else:
                self.days[day] = provision
            day += DAY


DAY = datetime.timedelta(days=1)
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
@example(
    steps=[
        ("change", each, START + DAY * later, START)
        for each, later in (("K", 0), ("N", 1), ("K", 1), ("K", 1))
    ]
)
def test_every_sequence_leaves_a_whole_timeline_that_the_book_agrees_with(senco_of_all, steps):
    child = pupil(at=senco_of_all.school, date_of_birth=datetime.date(2015, 1, 1))
    book = Book()
    periods: list[SenStatus] = []
    for step in steps:
        opened = periods[-1].starts if periods else None
        with acting_as(senco_of_all):
            taken = perform(step, child, senco_of_all)
            periods = list(SenStatus.objects.filter(pupil=child).order_by("starts"))
        if taken:
            verb, provision, starts, ends = step
            if verb == "change":
                book.change(provision, starts, opened=opened)
            else:
                book.write(provision, starts, ends)
        assert_whole(periods)
        assert days_of(periods) == book.days


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(changes, insertions), min_size=1, max_size=6), day=dates)
def test_the_register_of_any_day_is_what_the_book_says(senco_of_all, steps, day):
    child = pupil(at=senco_of_all.school)
    book = Book()
    with acting_as(senco_of_all):
        for step in steps:
            opened = child.statuses.filter(ends__isnull=True).values_list("starts", flat=True).first()
            if perform(step, child, senco_of_all) and step[0] == "change":
                book.change(step[1], step[2], opened=opened)
            elif step[0] == "insert" and SenStatus.objects.filter(pupil=child).exists():
                book.days = days_of(SenStatus.objects.filter(pupil=child))
        shown = Pupil.objects.visible_to(senco_of_all).for_register(day).get(pk=child.pk)
        last = Pupil.objects.visible_to(senco_of_all).for_register(LAST).get(pk=child.pk)
    assert shown.provision == book.days.get(day)
    assert last.status_since == book.since()


def test_a_correction_on_the_day_the_open_period_began_is_about_that_period_alone(senco_of_all):
    child = pupil(at=senco_of_all.school)
    renewed = START + 10 * DAY
    with acting_as(senco_of_all):
        for starts, provision in ((START, "K"), (renewed, "N"), (renewed, "K")):
            perform(("change", provision, starts, None), child, senco_of_all)
        about = WHY | {"criteria": "What was seen, in better words"}
        change_status(pupil=child, provision="K", starts=renewed, by=senco_of_all, **about)
        periods = list(SenStatus.objects.filter(pupil=child).order_by("starts"))
    assert [(period.provision, period.starts) for period in periods if period.starts >= START] == [
        ("K", START),
        ("K", renewed),
    ]
    assert [period.criteria for period in periods][-2:] == [WHY["criteria"], about["criteria"]]


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


def test_the_same_status_before_the_present_one_moves_its_start_back(child, senco_of_all):
    """Recorded from 10 January, begun on 1 November: one period, one start, the parent told as before."""
    with as_owner():
        SenStatus.objects.filter(pupil=child).update(provision="N", stage="no_sen")
    with acting_as(senco_of_all):
        change_status(pupil=child, provision="K", starts=day(20), by=senco_of_all, reason="less_progress", criteria="Slow.",
                      parent_told_on=day(20), parent_told_how="phone")  # fmt: skip
    insert(child, senco_of_all, "K", day(8), day(20), criteria="Found in the old file.")
    assert timeline(child) == [("N", START, day(8)), ("K", day(8), None)]
    with as_owner():
        held = SenStatus.objects.get(pupil=child, ends=None)
        assert (held.parent_told_on, held.reason) == (day(20), "less_progress")
        assert "Slow." in held.criteria and "old file" in held.criteria


@pytest.mark.parametrize(("starts", "left"), [(-30, []), (6, [("N", START, 6)]), (12, [("N", START, 12)])])
def test_a_correction_moves_the_first_day_of_the_present_status(senco_of_all, starts, left):
    child = pupil(at=senco_of_all.school, joined_on=START if left else None)
    on_status(child, "K", since=day(9))
    if left:
        insert(child, senco_of_all, "N", START, day(9))
    with acting_as(senco_of_all):
        change_status(pupil=child, provision="K", starts=day(starts), by=senco_of_all, **WHY)
    assert timeline(child) == [*((p, s, day(e)) for p, s, e in left), ("K", day(starts), None)]


def test_a_start_moved_over_a_whole_period_is_refused(child, senco_of_all):
    insert(child, senco_of_all, "N", day(5), day(9))
    with pytest.raises(ValidationError, match="covered whole"), acting_as(senco_of_all):
        change_status(pupil=child, provision="K", starts=day(2), by=senco_of_all, **WHY)


def test_a_status_holds_since_the_first_of_its_periods(child, senco_of_all):
    """Where a period between was corrected to the same status, two periods say one thing."""
    insert(child, senco_of_all, "N", day(5), day(9))
    with as_owner():
        SenStatus.objects.filter(pupil=child, ends=None).update(start_known=False)
    insert(child, senco_of_all, "K", day(5), day(9))
    with acting_as(senco_of_all):
        assert SenStatus.objects.get(pupil=child, ends=None).start_known
        shown = Pupil.objects.visible_to(senco_of_all).for_register(day(30)).get(pk=child.pk)
        assert shown.status_since == START and len(timeline(child)) == 3
        assert "1 Jan 2025" in status_line(shown)


def test_a_start_that_only_stands_in_is_called_so_until_it_is_corrected(child, senco_of_all):
    with as_owner():
        SenStatus.objects.filter(pupil=child).update(start_known=False)
    with acting_as(senco_of_all):
        assert "start not known, on record since 1 Jan 2025" in status_line(child)
        change_status(pupil=child, provision="K", starts=day(-60), by=senco_of_all, **WHY)
        assert "since 2 Nov 2024" in status_line(child) and "not known" not in status_line(child)


def test_the_same_day_again_confirms_a_start_and_keeps_that_the_parent_was_told(child, senco_of_all):
    with as_owner():
        SenStatus.objects.filter(pupil=child).update(
            start_known=False, parent_told_on=START, parent_told_how="phone"
        )
    with acting_as(senco_of_all):
        change_status(pupil=child, provision="K", starts=START, by=senco_of_all, **WHY)
        held = SenStatus.objects.get(pupil=child)
    assert (held.start_known, held.parent_told_on, held.parent_told_how) == (True, START, "phone")


def test_the_end_of_support_on_the_same_day_was_not_told_yet(child, senco_of_all):
    with as_owner():
        SenStatus.objects.filter(pupil=child).update(parent_told_on=START, parent_told_how="phone")
    with acting_as(senco_of_all):
        change_status(pupil=child, provision="N", starts=START, by=senco_of_all, **WHY)
        assert SenStatus.objects.get(pupil=child).parent_told_on is None


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
        (day(9), datetime.date(2999, 1, 1), "future"),
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
