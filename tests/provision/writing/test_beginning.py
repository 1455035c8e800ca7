"""Beginning a plan, and its title, dates and lead while it is a draft."""

import datetime

import pytest
from django.utils import timezone

from provision.deadlines import review_after
from provision.models import Plan
from senco.accounts.models import Term
from senco.drafts.models import Draft
from tests.factories import as_owner, person, pupil
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 9, 7)
ANSWERS = {"plan_type": "support_plan", "title": "", "starts": "2026-09-07", "review_on": "2026-12-11"}


def plans() -> list[Plan]:
    with as_owner():
        return list(Plan.objects.with_state().order_by("number"))


@pytest.mark.parametrize("role", ["teacher", "senco"])
def test_a_plan_begins_with_its_writer_as_lead(acting, cast, role):
    who = getattr(cast, role)
    browser = acting(who)
    page = text_of(browser.get(at("begin_plan", cast.child)))
    assert f'<option value="{who.pk}" selected' in page
    answer = browser.post(at("begin_plan", cast.child), ANSWERS | {"lead": who.pk})
    [made] = plans()
    assert answer.url == made.get_absolute_url()
    assert (made.title, made.lead_id, made.state) == ("SEN Support plan, cycle 1", who.pk, "draft")


def test_a_kind_that_is_open_is_named_with_a_link(acting, cast, begun):
    made = begun(title="The plan of autumn")
    browser = acting(cast.teacher)
    answer = browser.post(at("begin_plan", cast.child), ANSWERS | {"lead": ""})
    assert answer.status_code == 422 and "is still open" in text_of(answer)
    assert f'href="{made.get_absolute_url()}"' in text_of(answer)
    assert plans() == [made]


def test_another_kind_can_begin_beside_it(acting, cast, begun):
    begun()
    acting(cast.teacher).post(
        at("begin_plan", cast.child), ANSWERS | {"plan_type": "behaviour", "title": "Calm"}
    )
    assert {plan.title for plan in plans()} == {"SEN Support plan", "Calm"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"review_on": "2026-09-07"}, "The review comes after the plan starts"),
        ({"review_on": "2028-01-01"}, "within a year"),
        ({"plan_type": "made_up"}, "Select a valid choice"),
        ({"plan_type": ""}, "Choose a kind of plan"),
        ({"starts": "yesterday"}, "valid date"),
        ({"title": "x" * 121}, "at most 120"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(acting, cast, wrong, said):
    answer = acting(cast.teacher).post(at("begin_plan", cast.child), ANSWERS | wrong)
    assert answer.status_code == 422 and said in text_of(answer)
    assert not plans()


@pytest.mark.parametrize("whose", ["another school", "a parent"])
def test_nobody_but_staff_of_the_school_leads(acting, cast, whose):
    somebody = person("teacher") if whose == "another school" else cast.parent
    answer = acting(cast.senco).post(at("begin_plan", cast.child), ANSWERS | {"lead": somebody.pk})
    assert answer.status_code == 422 and not plans()


@pytest.mark.parametrize("role", ["ta", "head", "parent"])
def test_others_begin_no_plan(acting, cast, role):
    browser = acting(getattr(cast, role))
    for method in (browser.get, browser.post):
        assert method(at("begin_plan", cast.child)).status_code == 403
    page = browser.get(at("pupil_plans", cast.child))
    assert "Begin a plan" not in text_of(page)


def test_a_stranger_finds_no_pupil(acting, cast, begun):
    browser = acting(cast.stranger)
    assert browser.post(at("begin_plan", cast.child), ANSWERS).status_code == 404
    assert browser.get(at("describe_plan", begun())).status_code == 404
    assert acting(cast.teacher).get(at("begin_plan", pupil(at=cast.senco.school))).status_code == 404


def test_what_was_begun_and_not_sent_is_back(acting, cast):
    with as_owner():
        Draft.objects.create(
            school=cast.teacher.school,
            membership=cast.teacher,
            form=f"plan:{cast.child.pk}",
            fields={"title": ["Half a title"]},
        )
    assert 'value="Half a title"' in text_of(acting(cast.teacher).get(at("begin_plan", cast.child)))


def test_the_review_is_proposed_a_term_ahead(acting, cast):
    page = text_of(acting(cast.teacher).get(at("begin_plan", cast.child)))
    today = timezone.localdate()
    assert f'value="{(today + datetime.timedelta(weeks=12)).isoformat()}"' in page
    ends = today + datetime.timedelta(weeks=10)
    with as_owner():
        Term.objects.create(school=cast.child.school, name="Spring", starts=today, ends=ends)
    assert f'value="{ends.isoformat()}"' in text_of(acting(cast.teacher).get(at("begin_plan", cast.child)))


@pytest.mark.parametrize(
    ("ends", "day"),
    [
        ([], DAY + datetime.timedelta(weeks=12)),
        ([DAY + datetime.timedelta(days=55)], DAY + datetime.timedelta(weeks=12)),  # a day too soon
        ([DAY + datetime.timedelta(days=56)], DAY + datetime.timedelta(days=56)),
        (
            [DAY + datetime.timedelta(days=90), DAY + datetime.timedelta(days=60)],
            DAY + datetime.timedelta(days=60),
        ),
        ([DAY + datetime.timedelta(days=366)], DAY + datetime.timedelta(days=366)),
        ([DAY + datetime.timedelta(days=367)], DAY + datetime.timedelta(weeks=12)),
    ],
)
def test_a_term_ahead_is_the_end_of_the_first_term_that_leaves_time(ends, day):
    assert review_after(DAY, ends) == day


FACTS = {
    "title": "A better title",
    "starts": "2026-09-08",
    "review_on": "2026-12-12",
    "lead": "",
    "version": 1,
}


def test_the_facts_of_a_draft_are_changed(acting, cast, begun):
    made = begun()
    answer = acting(cast.teacher).post(at("describe_plan", made), FACTS)
    assert answer.url == made.get_absolute_url()
    [changed] = plans()
    assert (changed.title, changed.starts, changed.version) == (
        "A better title",
        datetime.date(2026, 9, 8),
        2,
    )


def test_what_a_colleague_changed_meanwhile_is_laid_beside(acting, cast, begun):
    made = begun()
    with as_owner():
        Plan.objects.filter(pk=made.pk).update(title="Theirs", version=2, saved_by=cast.other)
    answer = acting(cast.teacher).post(at("describe_plan", made), FACTS)
    page = text_of(answer)
    assert (
        answer.status_code == 422
        and "Theirs" in page
        and "A better title" in page
        and cast.other.name in page
    )
    assert plans()[0].title == "Theirs"
    acting(cast.teacher).post(at("describe_plan", made), FACTS | {"version": 2})
    assert plans()[0].title == "A better title"


def test_the_facts_of_a_plan_that_was_shared_stand(acting, cast, begun):
    made = begun("shared")
    browser = acting(cast.teacher)
    assert browser.get(at("describe_plan", made)).url == made.get_absolute_url()
    answer = browser.post(at("describe_plan", made), FACTS)
    assert (
        answer.status_code == 422
        and "no draft any more" in text_of(answer)
        and "A better title" in text_of(answer)
    )
    assert plans()[0].title == "SEN Support plan"


def test_an_assistant_does_not_change_the_facts(acting, cast, begun):
    made = begun()
    assert acting(cast.ta).post(at("describe_plan", made), FACTS).status_code == 403
