"""A review is put on the list, moved, called off, left out; nobody falls through."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Contact
from reviews.models import OutcomeJudged, Person, ReviewStep
from tests.factories import as_owner, contact, on_status, person, pupil, school
from tests.factories.plans import plan as bare_plan
from tests.factories.reviews import review
from tests.reviews.pages import begin, state, stored

pytestmark = pytest.mark.django_db


def test_it_is_begun_with_the_plan_its_outcomes_and_the_people(acting, cast, plan):
    with as_owner():
        Contact.objects.filter(membership=cast.parent).update(parental_responsibility=True)
        Contact.objects.filter(membership=cast.other).update(parental_responsibility=True, court_order=True)
    browser = acting(cast.teacher)
    form = browser.get(reverse("reviews:begin", args=[cast.child.pk])).context["form"]
    assert form["plan"].value() == plan.pk and form["lead"].value() == cast.teacher.pk
    answer = begin(browser, cast.child, plan=plan.pk, lead=cast.teacher.pk)
    [made] = stored()
    assert answer.url == made.get_absolute_url() and state(made) == "waiting"
    asked = {(each.kind, each.name) for each in stored(Person)}
    assert ("pupil", "Ada Nwosu") in asked and ("staff", cast.teacher.name) in asked
    assert [kind for kind, _name in asked].count(
        "parent"
    ) == 1  # whom a court order concerns is not asked by us
    assert len(stored(OutcomeJudged)) == 2


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"at": "15:00"}, "Give the day as well"),
        ({"kind": "other"}, "Say what the meeting is about"),
        ({"kind": "smoke"}, "Select a valid choice"),
        ({"minutes": "1"}, "greater than or equal to 5"),
        ({"day": "31/02/2026"}, "valid date"),
    ],
)
def test_what_cannot_be_is_sent_back(acting, cast, plan, answers, words):
    answer = begin(acting(cast.senco), cast.child, place="Room 4", **answers)
    assert (
        answer.status_code == 422 and words in answer.content.decode() and "Room 4" in answer.content.decode()
    )
    assert stored() == []


def test_one_plan_has_one_review_at_a_time(acting, cast, plan, planned):
    answer = begin(acting(cast.teacher), cast.child, plan=plan.pk)
    assert answer.status_code == 422 and "on its way already" in answer.content.decode()
    assert begin(acting(cast.teacher), cast.child, kind="taf").status_code == 302


def test_a_plan_of_another_pupil_cannot_be_named(acting, cast, plan):
    other = pupil(at=cast.here)
    answer = begin(acting(cast.senco), other, plan=plan.pk)
    assert answer.status_code == 422 and stored() == []


def test_a_pupil_who_has_left_is_not_reviewed(acting, cast):
    gone = pupil(at=cast.here, left_on=timezone.localdate())
    answer = begin(acting(cast.senco), gone, kind="taf")
    assert answer.status_code == 422 and "has left" in answer.content.decode()


def test_a_day_is_set_moved_and_called_off(acting, cast, planned):
    browser, tomorrow = acting(cast.senco), timezone.localdate() + datetime.timedelta(days=1)
    assert state(planned) == "arranged"
    address = reverse("reviews:change", args=[planned.pk])
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    assert browser.post(address, sent | {"day": tomorrow.isoformat()}).status_code == 302
    assert [each.kind for each in stored(ReviewStep)] == ["begun", "arranged", "arranged"]
    away = reverse("reviews:call_off", args=[planned.pk])
    assert browser.post(away, {"note": " "}).status_code == 422
    assert browser.post(away, {"note": "The hall is flooded"}).status_code == 302
    [found] = stored()
    assert (found.day, found.at, state(found)) == (None, None, "waiting")
    assert "The hall is flooded" in browser.get(found.get_absolute_url()).content.decode()


def test_two_who_change_it_at_once_are_shown_each_others_words(acting, cast, planned):
    browser, address = acting(cast.senco), reverse("reviews:change", args=[planned.pk])
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    assert browser.post(address, sent | {"place": "Library"}).status_code == 302
    late = browser.post(address, sent | {"place": "Hall"})
    assert late.status_code == 422 and "Library" in late.content.decode() and "Hall" in late.content.decode()


def test_a_pupil_is_left_out_with_a_reason_and_taken_in_again(acting, cast, planned):
    browser = acting(cast.senco)
    out = reverse("reviews:leave_out", args=[planned.pk])
    assert browser.post(out, {}).status_code == 422 and state(planned) == "arranged"
    browser.post(out, {"note": "Moves school in May"})
    assert state(planned) == "left_out"
    listed = browser.get(reverse("reviews:reviews") + "?show=left_out").content.decode()
    assert "Ada Nwosu" in listed
    step = stored(ReviewStep)[-1]
    browser.post(reverse("reviews:take_back", args=[step.pk]))
    assert state(planned) == "arranged"
    browser.post(out, {"note": "Moves school in May"})
    browser.post(reverse("reviews:take_in", args=[planned.pk]), {})
    assert state(planned) == "waiting"


def test_only_the_senco_leaves_a_pupil_out(acting, cast, planned):
    out = reverse("reviews:leave_out", args=[planned.pk])
    assert acting(cast.teacher).post(out, {"note": "No"}).status_code == 403
    assert acting(cast.ta).post(out, {"note": "No"}).status_code == 403
    assert acting(cast.stranger).get(planned.get_absolute_url()).status_code == 404
    assert acting(cast.parent).get(planned.get_absolute_url()).status_code == 403
    assert acting(person("senco", at=school())).get(planned.get_absolute_url()).status_code == 404


def test_nobody_falls_through(acting, cast):
    """Without a day, near and not planned, never reviewed: each stands in its list."""
    here, today = cast.here, timezone.localdate()
    late, never = (pupil(at=here, legal_surname=name) for name in ("Late", "Never"))
    bare_plan(
        late, by=cast.senco, steps=("begun", "shared", "in_force"), starts=today - datetime.timedelta(days=99),
        review_on=today - datetime.timedelta(days=1),
    )  # fmt: skip
    for each in (late, never):
        on_status(each)
    review(cast.child, by=cast.senco)
    browser, address = acting(cast.senco), reverse("reviews:reviews")

    def named(show: str) -> set[str]:
        page = browser.get(f"{address}?show={show}").content.decode()
        return {name for name in ("Nwosu", "Late", "Never") if f"{name}</a>" in page or f"{name}: " in page}

    assert named("open") == {"Nwosu"}
    assert named("due") == {"Late"}
    assert named("never") == {"Late", "Never"}
    assert "Late: was due on" in browser.get(f"{address}?show=due").content.decode()


@pytest.mark.parametrize("show", ["open", "due", "never", "signed", "left_out"])
def test_the_list_asks_as_much_of_few_as_of_many(acting, cast, show, django_assert_max_num_queries):
    browser, today = acting(cast.senco), timezone.localdate()

    def cost() -> int:
        with django_assert_max_num_queries(100) as asked:
            assert browser.get(f"{reverse('reviews:reviews')}?show={show}").status_code == 200
        return len(asked.captured_queries)

    def one_more() -> None:
        child = pupil(at=cast.here)
        on_status(child)
        bare_plan(
            child, by=cast.senco, steps=("begun", "in_force"), review_on=today + datetime.timedelta(days=1)
        )
        for steps in (("begun",), ("begun", "left_out"), ("begun", "signed")):
            review(child, by=cast.senco, steps=steps, held_on=today if "signed" in steps else None)

    one_more()
    cost()
    few = cost()
    for _number in range(6):
        one_more()
    assert cost() == few


def test_those_at_home_are_asked_in_the_order_of_the_school(acting, cast):
    child = pupil(at=cast.here)
    contact(child, surname="Second", priority=2, parental_responsibility=True)
    contact(child, surname="First", priority=1, parental_responsibility=True)
    contact(child, surname="Gone", priority=3, parental_responsibility=True, ended_on=timezone.localdate())
    begin(acting(cast.senco), child, kind="taf")
    names = [
        each.name.split()[-1] for each in sorted(stored(Person, kind="parent"), key=lambda row: row.position)
    ]
    assert names == ["First", "Second"]
