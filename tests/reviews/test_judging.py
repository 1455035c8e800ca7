"""The outcomes of many pupils on one page: one choice for all of them, exceptions one by one."""

import pytest
from django.urls import reverse

from reviews.models import OutcomeJudged
from tests.factories import access, pupil
from tests.factories.plans import outcome
from tests.factories.plans import plan as bare_plan
from tests.factories.reviews import review
from tests.reviews.pages import filled_in, stored

pytestmark = pytest.mark.django_db
PAGE = "reviews:judge"


@pytest.fixture
def ten(cast):
    """Ten pupils of the teacher, each with two outcomes and a review that the teacher holds."""
    for number in range(10):
        child = pupil(at=cast.here, legal_surname=f"Pupil{number}")
        access(cast.teacher, child)
        plan = bare_plan(child, by=cast.senco, steps=("begun", "in_force"))
        for text in ("Reads a page alone", "Asks for help"):
            outcome(plan, text)
        review(child, by=cast.senco, plan=plan, lead=cast.teacher)


def test_ten_pupils_in_three_choices_and_one_press(acting, cast, ten):
    browser = acting(cast.teacher)
    page = browser.get(reverse(PAGE))
    assert len(page.context["forms"].groups) == 10
    exception = page.context["forms"].rows[3].prefix
    sent = filled_in(page) | {
        "all_judgement": "0",
        "all_next": "go_on",
        f"{exception}-judgement": "-2",
        f"{exception}-next_step": "change",
    }
    assert browser.post(reverse(PAGE), sent).status_code == 302
    rows = stored(OutcomeJudged)
    assert len(rows) == 20 and all(row.saved_by == cast.teacher for row in rows)
    assert sorted((row.judgement, row.next_step) for row in rows) == [(-2, "change"), *[(0, "go_on")] * 19]
    assert "Saved for 10 pupils" in browser.get(reverse(PAGE)).content.decode()


def test_only_what_was_changed_is_saved(acting, cast, ten):
    browser = acting(cast.teacher)
    page = browser.get(reverse(PAGE))
    first = page.context["forms"].rows[0].prefix
    browser.post(reverse(PAGE), filled_in(page) | {f"{first}-words": "Much happier"})
    assert [row.words for row in stored(OutcomeJudged)] == ["Much happier"]


def test_rows_that_one_left_alone_do_not_meet_anothers(acting, cast, ten):
    """Not even where one choice is made for all that is open: what a colleague judged meanwhile stands."""
    browser = acting(cast.teacher)
    page = browser.get(reverse(PAGE))
    opened, (first, second) = filled_in(page), [form.prefix for form in page.context["forms"].rows[:2]]
    assert (
        browser.post(reverse(PAGE), opened | {f"{first}-judgement": "2", f"{first}-words": "One"}).status_code
        == 302
    )
    late = opened | {f"{second}-words": "Two", "all_judgement": "-1"}
    assert browser.post(reverse(PAGE), late).status_code == 302
    rows = {row.words: row for row in stored(OutcomeJudged)}
    assert (rows["One"].judgement, rows["One"].version, rows["Two"].judgement) == (2, 1, -1)


def test_two_who_judge_at_once_are_shown_each_others_words(acting, cast, ten):
    browser = acting(cast.teacher)
    page = browser.get(reverse(PAGE))
    first, opened = page.context["forms"].rows[0].prefix, filled_in(page)
    assert browser.post(reverse(PAGE), opened | {f"{first}-words": "One"}).status_code == 302
    late = browser.post(reverse(PAGE), opened | {f"{first}-words": "Two"})
    assert late.status_code == 422 and "One" in late.content.decode() and "Two" in late.content.decode()


def test_one_judges_what_one_holds(acting, cast, ten):
    assert acting(cast.senco).get(reverse(PAGE)).context["forms"].groups == []
    assert "Nothing to judge" in acting(cast.stranger).get(reverse(PAGE)).content.decode()
    for who in (cast.ta, cast.parent, cast.professional, cast.governor):
        assert acting(who).get(reverse(PAGE)).status_code == 403


def test_the_page_asks_as_much_of_few_as_of_many(acting, cast, ten, django_assert_max_num_queries):
    browser = acting(cast.teacher)

    def cost() -> int:
        with django_assert_max_num_queries(60) as asked:
            assert browser.get(reverse(PAGE)).status_code == 200
        return len(asked.captured_queries)

    cost()
    few = cost()
    child = pupil(at=cast.here)
    access(cast.teacher, child)
    plan = bare_plan(child, by=cast.senco, steps=("begun", "in_force"))
    outcome(plan, "More")
    review(child, by=cast.senco, plan=plan, lead=cast.teacher)
    assert cost() == few
