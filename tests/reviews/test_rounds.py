"""A round puts a review of everybody on the list; times are given to many at once, and nobody is booked twice."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from reviews.models import Contribution, MeetingInvitation, Review, ReviewRound
from reviews.slots import Span, free_times
from senco.messages.models import OutboxMessage
from tests.days import in_days
from tests.factories import access, as_owner, group, on_status, person, pupil, school
from tests.factories.plans import plan as bare_plan
from tests.factories.reviews import person_at, review
from tests.reviews.pages import fresh, state, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(cast):
    """Two of Year 7 and one of Year 8 on the register, one who is not; one has a plan in force with a lead of its own."""
    made = {}
    for name, year, listed in (("Abel", 7, True), ("Bose", 7, True), ("Cole", 8, True), ("Dunn", 7, False)):
        made[name] = pupil(at=cast.here, legal_surname=name, year_group=year, form=f"{year}A")
        if listed:
            on_status(made[name])
    bare_plan(made["Abel"], by=cast.senco, steps=("begun", "in_force"), lead=cast.teacher)
    return made


def begin(browser, **more):
    answers = {
        "name": "Year 7, autumn",
        "starts": in_days(7).isoformat(),
        "ends": in_days(7).isoformat(),
    } | more
    return browser.post(reverse("reviews:new_round"), answers)


def times(browser, round_, reviews, **more):
    answers = {
        "selected": [each.pk for each in reviews], "day": in_days(7).isoformat(), "first": "15:30", "last": "16:30", "minutes": 20, "pause": 5,
        "manner": "person", "place": "Room 4",
    } | more  # fmt: skip
    return browser.post(round_.get_absolute_url(), answers)


def reviews_by_name() -> dict[str, Review]:
    with as_owner():
        return {
            each.pupil.legal_surname: each for each in Review.objects.select_related("pupil", "lead", "plan")
        }


def test_a_round_of_a_year(acting, cast, register):
    browser = acting(cast.senco)
    assert "3 pupils are on the register" in browser.get(reverse("reviews:new_round")).content.decode()
    answer = begin(browser, years=["7"])
    [made] = stored(ReviewRound)
    assert answer.url == made.get_absolute_url() and made.about == "Year 7"
    found = reviews_by_name()
    assert set(found) == {"Abel", "Bose"}
    assert (found["Abel"].lead, found["Bose"].lead) == (cast.teacher, cast.senco) and found["Abel"].plan
    page = browser.get(made.get_absolute_url())
    assert page.context["progress"].waiting == 2 and "2 have no day yet" in page.content.decode()


def test_a_round_of_everybody_takes_in_what_is_on_its_way(acting, cast, register):
    there = review(register["Cole"], by=cast.senco)
    begin(acting(cast.senco), lead=str(cast.teacher.pk))
    [made] = stored(ReviewRound)
    found = reviews_by_name()
    assert set(found) == {"Abel", "Bose", "Cole"} and found["Cole"].pk == there.pk
    assert {each.round_id for each in found.values()} == {made.pk} and found["Bose"].lead == cast.teacher


def test_nobody_is_in_two_rounds_at_once(acting, cast, register):
    browser = acting(cast.senco)
    begin(browser, years=["8"])
    again = begin(browser, years=["8"])
    assert again.status_code == 422 and "in another round" in again.content.decode()
    begin(browser, name="All")
    assert (
        len(stored(ReviewRound)) == 2
        and set(reviews_by_name()) == {"Abel", "Bose", "Cole"}
        and len(stored()) == 3
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"form_group": "8A", "years": ["7"]}, "no pupil on the register fits"),
        ({"name": " "}, "name"),
        ({"ends": "2020-01-01"}, "lies before the first"),
        ({"years": ["99"]}, "99"),
    ],
)
def test_what_cannot_be_is_sent_back(acting, cast, register, answers, words):
    answer = begin(acting(cast.senco), **answers)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert stored(ReviewRound) == [] and stored() == []


def test_times_one_after_the_other_and_nobody_is_booked_twice(acting, cast, register):
    browser = acting(cast.senco)
    begin(browser)
    [made], found = stored(ReviewRound), reviews_by_name()
    other = review(
        register["Dunn"],
        by=cast.senco,
        steps=("begun", "arranged"),
        day=in_days(7),
        at=datetime.time(15, 40),
        lead=cast.teacher,
    )
    answer = browser.post(made.get_absolute_url(), {"day": in_days(7).isoformat()})
    assert answer.status_code == 422
    assert times(browser, made, found.values(), lead=str(cast.teacher.pk)).status_code == 302
    at = {name: fresh(each).at for name, each in found.items()}
    assert at == {
        "Abel": datetime.time(16, 5),
        "Bose": None,
        "Cole": None,
    }  # 15:30 runs into the other meeting
    assert other.at == datetime.time(15, 40)
    told = " ".join(str(each) for each in browser.get(made.get_absolute_url()).context["messages"])
    assert "1 review has a time now" in told and "2 did not fit" in told
    times(browser, made, [found["Bose"], found["Cole"]], place="Hall", lead=str(cast.senco.pk))
    assert [fresh(found[name]).at for name in ("Bose", "Cole")] == [
        datetime.time(15, 30),
        datetime.time(15, 55),
    ]
    assert state(found["Bose"]) == "arranged"


def test_the_same_room_is_not_given_twice(acting, cast, register):
    browser = acting(cast.senco)
    begin(browser)
    [made], found = stored(ReviewRound), reviews_by_name()
    times(browser, made, [found["Abel"]], lead=str(cast.teacher.pk))
    times(browser, made, [found["Bose"]], lead=str(cast.senco.pk))
    assert fresh(found["Abel"]).at == datetime.time(15, 30) and fresh(found["Bose"]).at == datetime.time(
        15, 55
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"selected": []}, "Tick at least one"),
        ({"last": "15:00"}, "not after the beginning"),
        ({"day": "2020-01-01"}, "has passed"),
        ({"minutes": "0"}, "greater than or equal to 5"),
        ({"first": "noon"}, "valid time"),
    ],
)
def test_times_that_cannot_be_are_sent_back(acting, cast, register, answers, words):
    browser = acting(cast.senco)
    begin(browser)
    [made] = stored(ReviewRound)
    answer = times(browser, made, reviews_by_name().values(), **answers)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not [each for each in stored() if each.day]


def test_everybody_who_has_a_time_is_asked(acting, cast, register):
    browser = acting(cast.senco)
    begin(browser)
    [made], found = stored(ReviewRound), reviews_by_name()
    times(browser, made, found.values(), last="18:00")
    person_at(found["Abel"], cast.head.name, kind="staff", presence="", membership=cast.head)
    browser.post(reverse("reviews:invite_all", args=[made.pk]))
    assert {each.membership for each in stored(MeetingInvitation)} == {cast.head}
    assert browser.get(made.get_absolute_url()).context["progress"].invited == 1


def test_a_round_is_taken_back_but_not_what_is_under_way(acting, cast, register):
    browser = acting(cast.senco)
    begin(browser)
    [made], found = stored(ReviewRound), reviews_by_name()
    times(browser, made, [found["Abel"]])
    browser.post(reverse("reviews:undo_round", args=[made.pk]))
    assert [state(found[name]) for name in ("Abel", "Bose", "Cole")] == ["arranged", "left_out", "left_out"]
    assert made.name not in browser.get(reverse("reviews:rounds")).content.decode()


def test_who_runs_rounds(acting, cast, register):
    begin(acting(cast.senco))
    [made] = stored(ReviewRound)
    admin = person("admin", at=cast.here)
    for who, status in (
        (admin, 200),
        (cast.head, 200),
        (cast.teacher, 403),
        (cast.ta, 403),
        (cast.parent, 403),
    ):
        for address in (reverse("reviews:rounds"), reverse("reviews:new_round"), made.get_absolute_url()):
            assert acting(who).get(address).status_code == status
    assert acting(person("senco", at=school())).get(made.get_absolute_url()).status_code == 404
    assert acting(cast.senco).get(reverse("reviews:undo_round", args=[made.pk])).status_code == 405


def test_a_round_of_many_is_begun_in_as_many_queries_as_one_of_few(
    acting, cast, register, django_assert_max_num_queries
):
    browser = acting(cast.senco)

    def cost(year: int) -> int:
        with django_assert_max_num_queries(120) as asked:
            assert begin(browser, years=[str(year)]).status_code == 302
        turns = [each for each in asked.captured_queries if "pg_advisory_xact_lock" in each["sql"]]
        return len(asked.captured_queries) - len(turns)

    for _number in range(9):
        child = pupil(at=cast.here, year_group=9)
        on_status(child)
        bare_plan(child, by=cast.senco, steps=("begun", "in_force"))
    for_one = cost(8)
    many = cost(9)
    assert many <= for_one + 4  # rows of each kind, none for each pupil
    assert len(stored()) == 10


def test_the_page_asks_as_much_of_few_as_of_many(acting, cast, register, django_assert_max_num_queries):
    browser = acting(cast.senco)
    begin(browser)
    [made] = stored(ReviewRound)

    def cost() -> int:
        browser.get(made.get_absolute_url())
        with django_assert_max_num_queries(60) as asked:
            assert browser.get(made.get_absolute_url()).status_code == 200
        return len(asked.captured_queries)

    few = cost()
    for _number in range(6):
        review(pupil(at=cast.here), by=cast.senco, round=made)
    assert cost() == few


# The times themselves -----------------------------------------------------------------------------------------------------

minute = some.integers(0, 23 * 60)
spans = some.builds(
    lambda start, minutes: Span(datetime.time(*divmod(start, 60)), minutes), minute, some.integers(5, 90)
)


@given(minute, minute, some.integers(5, 120), some.integers(0, 30), some.lists(spans, max_size=6))
def test_times_are_in_order_within_the_stretch_and_run_into_nothing(first, last, minutes, pause, taken):
    begins, ends = datetime.time(*divmod(first, 60)), datetime.time(*divmod(last, 60))
    found = [Span(at, minutes) for at in free_times(begins, ends, minutes, pause, taken)]
    assert all(first <= each.begins and each.ends <= last for each in found)
    assert all(not each.meets(other) for each in found for other in taken)
    assert all(later.begins - each.ends >= pause for each, later in itertools.pairwise(found))


def test_an_afternoon_without_anything_else():
    found = list(free_times(datetime.time(15, 30), datetime.time(16, 45), 20, 5, []))
    assert found == [datetime.time(15, 30), datetime.time(15, 55), datetime.time(16, 20)]


def test_everybody_around_a_round_is_asked_for_views_with_one_letter_each(acting, cast, register):
    begin(acting(cast.senco), years=["7"])
    [made] = stored(ReviewRound)
    group(at=cast.here, teachers=[cast.teacher], pupils=[register["Abel"], register["Bose"]])
    for name in ("Abel", "Bose"):
        access(cast.teacher, register[name])
    browser, address = acting(cast.senco), reverse("reviews:ask_round", args=[made.pk])
    assert "2 reviews are still to come" in browser.get(address).content.decode()
    answers = {"who": ["teacher", "pupil"], "due_on": in_days(7).isoformat()}
    assert browser.post(address, answers).status_code == 302
    given = stored(Contribution)
    assert sorted(each.kind for each in given) == ["pupil", "pupil", "teacher", "teacher"]
    assert {each.level for each in given if each.kind == "pupil"} == {"words"}
    [to_teacher] = [each for each in stored(OutboxMessage) if each.to == cast.teacher.email]
    assert reverse("dashboard:home") in to_teacher.text
    assert "0 of 4" in browser.get(made.get_absolute_url()).content.decode()
    browser.post(address, answers)
    assert len(stored(Contribution)) == 4
    acting(cast.teacher)
    assert (
        browser.get(reverse("dashboard:home")).content.decode().count("Before the meeting: your views") == 2
    )


def test_asking_a_round_takes_as_many_queries_for_many_pupils_as_for_one(acting, cast, register):
    """Everybody asked in both rounds is the same teacher and the same SENCO: only the pupils grow."""
    counts = []
    bare_plan(register["Cole"], by=cast.senco, steps=("begun", "in_force"))
    for year, others in ((8, ()), (7, [f"More{number}" for number in range(5)])):
        children = [register["Cole"]] if year == 8 else [register["Abel"], register["Bose"]]
        for name in others:
            children.append(pupil(at=cast.here, legal_surname=name, year_group=year))
            on_status(children[-1])
        begin(acting(cast.senco), years=[str(year)])
        group(at=cast.here, teachers=[cast.teacher], pupils=children)
        for child in children:
            access(cast.teacher, child)
        [made] = [each for each in stored(ReviewRound) if each.about == f"Year {year}"]
        browser, address = acting(cast.senco), reverse("reviews:ask_round", args=[made.pk])
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            browser.post(
                address,
                {"who": ["teacher", "pupil"], "due_on": in_days(7).isoformat(), "adult": cast.senco.pk},
            )
        counts.append((len(asked), len(stored(Contribution))))
    (few, first), (many, second) = counts
    assert (first, second) == (2, 16) and many <= few


def test_whoever_meets_sooner_is_asked_sooner(acting, cast, register):
    begin(acting(cast.senco), years=["7"])
    [made] = stored(ReviewRound)
    sooner = in_days(2)
    with as_owner():
        Review.objects.filter(pupil=register["Abel"]).update(day=sooner)
    browser, address = acting(cast.senco), reverse("reviews:ask_round", args=[made.pk])
    answers = {"who": ["pupil"], "due_on": in_days(7).isoformat(), "adult": cast.senco.pk}
    assert browser.post(address, answers).status_code == 302
    days = {each.pupil_id: each.due_on for each in stored(Contribution)}
    assert days == {register["Abel"].pk: sooner, register["Bose"].pk: in_days(7)}
