"""Reviewing, the SENCO's queue, what was said, and what waits for whom."""

import datetime

import pytest

from provision.actions.answers import answer, record_answer
from provision.actions.steps import state_of
from provision.models import PlanResponse, ResponseRead
from provision.queries.due import due_for
from senco.access.context import acting_as
from tests.factories import access, as_owner, person, pupil
from tests.factories.plans import plan as bare
from tests.provision.between import newest, taken, url, written

pytestmark = pytest.mark.django_db


def state(plan):
    with as_owner():
        return state_of(plan)


def waiting(somebody) -> list[str]:
    with acting_as(somebody):
        return [due.why for due in due_for(somebody)]


def answered(cast, plan, words="We would like more."):
    with acting_as(cast.parent):
        return answer(version=newest(plan), answer="partly", words=words, by=cast.parent)


def everything_said(plan) -> dict:
    """What the page sends that shows every answer there is now."""
    with as_owner():
        return {"shown": list(plan.responses.values_list("pk", flat=True))}


# Reviewing --------------------------------------------------------------------------------------------------------------


def test_every_outcome_gets_a_result_and_the_family_reads_it(acting, cast, shared):
    taken(shared, cast.senco, "put in force")
    browser = acting(cast.senco)
    page = browser.get(url("review_plan", shared.pk))
    assert "Reads a page alone" in page.content.decode()
    [name] = [name for name in page.context["form"].fields if name.startswith("result_")]
    assert browser.post(url("review_plan", shared.pk), {name: ""}).status_code == 422
    assert state(shared) == "in_force"
    browser.post(url("review_plan", shared.pk), {name: "partly", "note": "Met at school."})
    assert state(shared) == "reviewed"
    with as_owner():
        assert shared.outcomes.get().result == "partly"
    assert "Partly met" in str(newest(shared).content)


def test_one_result_for_all_that_are_left_open(acting, cast, shared):
    taken(shared, cast.senco, "put in force")
    acting(cast.senco).post(url("review_plan", shared.pk), {"everything_else": "met"})
    with as_owner():
        assert shared.outcomes.get().result == "met"


def test_only_a_plan_in_force_is_reviewed_and_only_by_the_senco(acting, cast, shared):
    assert acting(cast.senco).get(url("review_plan", shared.pk)).url == shared.get_absolute_url()
    assert acting(cast.teacher).get(url("review_plan", shared.pk)).status_code == 403
    assert acting(person("senco")).get(url("review_plan", shared.pk)).status_code == 404


# The queue --------------------------------------------------------------------------------------------------------------


def test_the_queue_holds_what_waits_for_a_signature_and_nothing_else(acting, cast, shared):
    browser = acting(cast.senco)
    assert "Nothing waits for you" in browser.get(url("sign_off")).content.decode()
    answered(cast, shared)
    draft = pupil(at=cast.here, legal_surname="Draftson")
    bare(draft, by=cast.teacher)
    ready = pupil(at=cast.here, legal_surname="Readyman")
    bare(ready, by=cast.teacher, steps=("begun", "handed_in"))
    agreed = pupil(at=cast.here, legal_surname="Agreeson")
    bare(agreed, by=cast.teacher, steps=("begun", "shared", "agreed"))
    text = browser.get(url("sign_off")).content.decode()
    assert "Nwosu" in text and "Readyman" in text and "Agreeson" in text and "Draftson" not in text
    assert "3 plans wait for you" in text
    assert '<span class="count">3</span>' in text  # the menu


def test_the_queue_costs_the_same_for_one_and_for_five(acting, cast, count_queries):
    browser = acting(cast.senco)

    def more(count):
        for _number in range(count):
            bare(pupil(at=cast.here), by=cast.teacher, steps=("begun", "handed_in"), lead=cast.teacher)

    more(1)
    one = count_queries(browser, url("sign_off"))
    more(4)
    assert count_queries(browser, url("sign_off")) == one


@pytest.mark.parametrize("role", ["teacher", "head", "parent", "professional", "governor"])
def test_the_queue_is_the_sencos(acting, cast, role):
    assert acting(getattr(cast, role)).get(url("sign_off")).status_code == 403


# What was said -----------------------------------------------------------------------------------------------------------


def test_what_was_said_is_kept_word_for_word(acting, cast, shared):
    browser = acting(cast.teacher)
    said = {
        "speaker": "pupil",
        "speaker_name": "Ada",
        "answer": "partly",
        "words": "I dont like the blue book",
    }
    assert browser.post(url("answers", shared.pk), said).status_code == 302
    text = browser.get(url("answers", shared.pk)).content.decode()
    assert "I dont like the blue book" in text and f"Written down by {cast.teacher.name}" in text
    with as_owner():
        kept = PlanResponse.objects.get()
    assert kept.version_id == newest(shared).pk
    browser.post(url("answers", shared.pk), said | {"words": "I like it now"})
    with as_owner():
        assert PlanResponse.objects.count() == 2  # a correction is a row of its own


def test_disagreement_needs_words(acting, cast, shared):
    said = {"speaker": "parent", "speaker_name": "Mr Nwosu", "answer": "no", "words": ""}
    assert acting(cast.senco).post(url("answers", shared.pk), said).status_code == 422


def test_reading_is_noted_and_told_to_whoever_wrote(acting, cast, shared):
    answered(cast, shared)
    assert any("answered" in why for why in waiting(cast.senco))
    browser = acting(cast.senco)
    assert "1 answer is new to you" in browser.get(url("answers", shared.pk)).content.decode()
    for _twice in range(2):
        browser.post(url("answers_read", shared.pk), everything_said(shared))
    with as_owner():
        assert ResponseRead.objects.count() == 1
    assert "new to you" not in browser.get(url("answers", shared.pk)).content.decode()
    page = acting(cast.parent).get(url("family_plan", newest(shared).pk)).content.decode()
    assert f"{cast.senco.name} read it on" in page
    assert "read it on" not in acting(cast.other).get(url("family_plan", newest(shared).pk)).content.decode()


def test_only_what_the_page_showed_is_marked_as_read(acting, cast, shared):
    answered(cast, shared, "On the page")
    browser = acting(cast.senco)
    page = browser.get(url("answers", shared.pk)).content.decode()
    opened = everything_said(shared)
    assert [f'name="shown" value="{key}"' in page for key in opened["shown"]] == [True]
    answered(cast, shared, "Came while the page was open")
    for sent in ({}, {"shown": ["nonsense", cast.child.pk]}):
        browser.post(url("answers_read", shared.pk), sent)
    with as_owner():
        assert not ResponseRead.objects.exists()
    browser.post(url("answers_read", shared.pk), opened)
    with as_owner():
        assert ResponseRead.objects.get().response.words == "On the page"
    assert "1 answer is new to you" in browser.get(url("answers", shared.pk)).content.decode()


def test_answers_are_for_those_who_write_plans(acting, cast, shared):
    assert acting(cast.stranger).get(url("answers", shared.pk)).status_code == 404
    assert acting(cast.stranger).post(url("answers_read", shared.pk)).status_code == 404
    assert acting(cast.senco).get(url("answers_read", shared.pk)).status_code == 405
    for role in ("parent", "professional", "head", "governor"):
        assert acting(getattr(cast, role)).get(url("answers", shared.pk)).status_code == 403


def test_the_answers_cost_the_same_for_one_and_for_five(acting, cast, shared, count_queries):
    answered(cast, shared)
    browser = acting(cast.senco)
    browser.post(url("answers_read", shared.pk), everything_said(shared))
    one = count_queries(browser, url("answers", shared.pk))
    for number in range(4):
        answered(cast, shared, f"Words {number}")
    browser.post(url("answers_read", shared.pk), everything_said(shared))
    assert count_queries(browser, url("answers", shared.pk)) == one


# What waits for whom -----------------------------------------------------------------------------------------------------


def test_each_learns_what_waits_for_them(cast):
    plan = written(cast)
    assert waiting(cast.senco) == waiting(cast.teacher) == []
    taken(plan, cast.teacher, "hand in")
    assert waiting(cast.senco) == [f"Sign off: {plan.title}"]
    taken(plan, cast.senco, "give back", note="Measure?")
    assert waiting(cast.senco) == [] and waiting(cast.teacher) == [f"Given back to you: {plan.title}"]
    assert waiting(cast.ta) == []  # neither began it nor leads it


def test_a_review_is_due_to_the_lead_and_the_senco(cast):
    soon = datetime.date.today() + datetime.timedelta(days=9)
    plan = bare(
        cast.child, by=cast.senco, lead=cast.teacher, review_on=soon, steps=("begun", "shared", "in_force")
    )
    assert waiting(cast.senco) == waiting(cast.teacher) == [f"Review: {plan.title}"]
    with as_owner():
        type(plan).objects.filter(pk=plan.pk).update(review_on=soon + datetime.timedelta(days=30))
    assert waiting(cast.senco) == waiting(cast.teacher) == []


def test_a_plan_of_somebody_who_has_left_waits_for_nobody(cast):
    plan = written(cast)
    taken(plan, cast.teacher, "hand in")
    assert waiting(cast.senco)
    with as_owner():
        type(cast.child).objects.filter(pk=cast.child.pk).update(left_on=datetime.date.today())
    assert waiting(cast.senco) == []


def test_what_waits_stands_on_the_first_page(acting, cast):
    plan = written(cast)
    taken(plan, cast.teacher, "hand in")
    assert f"Sign off: {plan.title}" in acting(cast.senco).get("/").content.decode()
    taken(plan, cast.senco, "give back", note="Measure?")
    assert f"Given back to you: {plan.title}" in acting(cast.teacher).get("/").content.decode()


def test_nothing_waits_for_a_teacher_about_pupils_they_may_not_open(cast):
    other = pupil(at=cast.here)
    access(cast.stranger, other)
    plan = bare(other, by=cast.teacher, lead=cast.teacher, steps=("begun", "given_back"))
    assert waiting(cast.teacher) == []
    access(cast.teacher, other)
    assert waiting(cast.teacher) == [f"Given back to you: {plan.title}"]  # control


def test_a_comment_of_a_professional_is_there_to_be_read(cast, shared):
    with acting_as(cast.professional):
        answer(version=newest(shared), answer="comment", words="I saw Ada today.", by=cast.professional)
    assert waiting(cast.senco) == [f"Read what was answered: {shared.title}"]
    with acting_as(cast.senco):
        record_answer(plan=shared, speaker="parent", speaker_name="P", answer="yes", words="", by=cast.senco)
    assert waiting(cast.senco) == [f"Parents have answered: {shared.title}"]
