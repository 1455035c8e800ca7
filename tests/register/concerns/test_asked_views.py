"""A teacher is asked for a view and gives it in three taps."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from register.actions.asked_views import give_view
from register.models import ViewRequest
from senco.access.context import acting_as
from tests.factories import as_owner, person

LIST = "/views/"


def page_of(asked) -> str:
    return reverse("register:give_view", args=[asked.pk])


def test_giving_a_view(scene, acting):
    made = scene.concern(seen=["attention"], what_happened="The raiser's own words")
    asked = scene.asked(made)
    browser = acting(scene.colleague)
    text = browser.get(page_of(asked)).content.decode()
    assert "Amina Khan" in text and "Attention" in text
    assert "The raiser" not in text and "Ms Hill" not in text  # a view of one's own, not an echo
    browser.post(page_of(asked), {"same_concern": "partly", "answer": "After lunch."})
    with as_owner():
        stored = ViewRequest.objects.get()
    assert (stored.same_concern, stored.answer) == ("partly", "After lunch.") and stored.answered_at
    assert "After lunch." in acting(scene.senco).get(made.get_absolute_url()).content.decode()


def test_a_tap_is_enough_and_a_view_can_be_changed(scene, acting):
    asked = scene.asked(scene.concern())
    browser = acting(scene.colleague)
    for answer in ("yes", "no"):
        assert browser.post(page_of(asked), {"same_concern": answer, "answer": ""}).status_code == 302
    with as_owner():
        assert ViewRequest.objects.get().same_concern == "no"


@pytest.mark.parametrize("wrong", ["", "perhaps"])
def test_wrong_answers_keep_the_words(scene, acting, wrong):
    asked = scene.asked(scene.concern())
    page = acting(scene.colleague).post(page_of(asked), {"same_concern": wrong, "answer": "Typed already"})
    assert page.status_code == 422 and "Typed already" in page.content.decode()
    with as_owner():
        assert ViewRequest.objects.get().answered_at is None


def test_a_view_that_is_not_needed_takes_no_answer(scene, acting):
    asked = scene.asked(scene.concern(), cancelled_at=timezone.now())
    browser = acting(scene.colleague)
    assert "not needed any more" in browser.get(page_of(asked)).content.decode()
    assert browser.post(page_of(asked), {"same_concern": "yes", "answer": ""}).status_code == 422
    with as_owner():
        assert ViewRequest.objects.get().answered_at is None


def test_nobody_elses_view_can_be_opened(scene, acting):
    asked = scene.asked(scene.concern())
    assert acting(scene.teacher).get(page_of(asked)).status_code == 404
    assert acting(scene.senco).get(page_of(asked)).url == asked.concern.get_absolute_url()


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    browser = acting(person(role, at=scene.school))
    assert browser.get(LIST).status_code == 403
    assert browser.get(page_of(scene.asked(scene.concern()))).status_code == 403


def test_the_list_holds_what_is_open_and_what_was_given(scene, acting):
    browser = acting(scene.colleague)
    assert "Nobody waits for your view" in browser.get(LIST).content.decode()
    scene.asked(scene.concern())
    scene.asked(scene.concern(), answered_at=timezone.now(), same_concern="no")
    scene.asked(scene.concern(), cancelled_at=timezone.now())
    page = browser.get(LIST)
    assert (len(page.context["to_give"]), len(page.context["given"])) == (1, 1)


def test_the_list_only_shows(scene, acting):
    assert acting(scene.colleague).post(LIST).status_code == 405


def test_as_many_queries_for_twenty_as_for_one(scene, acting, count_queries):
    browser = acting(scene.colleague)

    def more(number: int) -> int:
        for _view in range(number):
            scene.asked(scene.concern())
        return count_queries(browser, LIST)

    few = more(1)
    assert few <= 12
    assert more(4) == few and more(20) == few


def decide_on(scene, acting, made) -> None:
    acting(scene.senco).post(
        reverse("register:decide_concern", args=[made.pk, "advise"]),
        {"version": 1, "reason": "", "to_raiser": "", "to_parents": ""},
    )


def test_a_view_stands_once_it_is_decided_on(scene, acting):
    made = scene.concern()
    asked = scene.asked(made, answered_at=timezone.now(), same_concern="no", answer="All is well.")
    decide_on(scene, acting, made)
    browser = acting(scene.colleague)
    text = browser.get(page_of(asked)).content.decode()
    assert "The SENCO has decided." in text and "All is well." in text and "<textarea" not in text
    page = browser.post(page_of(asked), {"same_concern": "yes", "answer": "Rewritten"})
    assert page.status_code == 422
    with as_owner():
        stored = ViewRequest.objects.get()
    assert (stored.same_concern, stored.answer) == ("no", "All is well.")


def test_the_action_refuses_it_too_though_its_form_was_opened_before(scene, acting):
    made = scene.concern()
    asked = scene.asked(made)
    decide_on(scene, acting, made)
    with pytest.raises(ValidationError) as refused, acting_as(scene.colleague):
        give_view(view_request=asked, same_concern="yes", answer="Late", by=scene.colleague)
    assert refused.value.code == "settled"


def test_a_reopened_concern_takes_answers_again(scene, acting):
    made = scene.concern()
    asked = scene.asked(made, answered_at=timezone.now(), same_concern="no")
    decide_on(scene, acting, made)
    acting(scene.senco).post(reverse("register:reopen_concern", args=[made.pk]), {"version": 2, "reason": ""})
    acting(scene.colleague).post(page_of(asked), {"same_concern": "yes", "answer": ""})
    with as_owner():
        assert ViewRequest.objects.get().same_concern == "yes"


def test_one_address_leads_whoever_was_asked_to_their_page(scene, acting):
    asked = scene.asked(scene.concern())
    browser = acting(scene.colleague)
    assert browser.get(asked.concern.get_absolute_url()).url == page_of(asked)
    assert browser.get(reverse("register:my_concern", args=[asked.concern_id])).status_code == 404
