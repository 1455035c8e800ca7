"""Calls that parents ask for: asked, taken back, made, not needed; each parent's own."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from senco.access.context import acting_as
from senco.drafts.models import Draft
from senco.liaison.actions.calls import withdraw_call
from senco.liaison.models import CallRequest, LoggedContact
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, person, pupil
from tests.factories.records import days
from tests.reading import words_on
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page

pytestmark = pytest.mark.django_db
ASKED = {"phone": "01632 960123", "when": "After 4", "about": "The new group"}


@pytest.fixture
def parent(senco, child):
    made = person("parent", at=senco.school, first_name="Samira", last_name="Clarke")
    access(made, child, source="parent")
    contact(child, membership=made, surname="Clarke", forename="Samira")
    return made


@pytest.fixture
def father(senco, child):
    """Separated: neither learns anything of the other."""
    made = person("parent", at=senco.school, last_name="Canary")
    access(made, child, source="parent")
    contact(child, membership=made, surname="Canary")
    return made


def ask(browser, of, **answers):
    return browser.post(reverse("liaison:ask_for_call", args=[of.pk]), ASKED | answers)


def asked(of, by, **fields) -> CallRequest:
    with as_owner():
        return CallRequest.objects.create(school_id=of.school_id, pupil=of, asked_by=by, **ASKED | fields)


def calls() -> list[CallRequest]:
    with as_owner():
        return list(CallRequest.objects.order_by("asked_at"))


def log_page(browser) -> str:
    return words_on(browser.get(reverse("liaison:contact_log")))


# The parent -----------------------------------------------------------------------------------------------------------


def test_a_parent_asks_and_the_office_hears_of_it(acting, senco, child, parent):
    page = ask(acting(parent), child)
    assert page.status_code == 302
    [made] = calls()
    assert (made.pupil_id, made.asked_by_id, made.phone) == (
        child.pk,
        parent.pk,
        "01632 960123",
    ) and made.is_open
    with as_owner():
        [mail] = OutboxMessage.objects.all()
    assert mail.to == senco.email and "Clarke" not in mail.text + mail.subject and "960123" not in mail.text
    text = log_page(acting(senco))
    for words in ("Parents to ring", "Samira Clarke", "01632 960123", "After 4", "The new group"):
        assert words in text


def test_asked_twice_it_was_asked_once(acting, child, parent):
    browser = acting(parent)
    ask(browser, child)
    ask(browser, child, about="Something else")
    assert [call.about for call in calls()] == ["The new group"]
    with as_owner():
        assert OutboxMessage.objects.count() == 1
    page = browser.get(reverse("liaison:ask_for_call", args=[child.pk]))
    assert "to ring 01632 960123" in words_on(page) and b"<textarea" not in page.content


def test_the_database_holds_one_open_call_of_each_parent(child, parent, father):
    asked(child, parent)
    asked(child, father)
    asked(child, parent, withdrawn_at=timezone.now())
    with pytest.raises(IntegrityError):
        asked(child, parent)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"phone": ""}, "Give a number"),
        ({"phone": "1234"}, "too short"),
        ({"about": "x" * 301}, "at most 300"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_asked(acting, child, parent, answers, words):
    page = ask(acting(parent), child, **answers)
    assert page.status_code == 422 and words in words_on(page) and calls() == []


def test_a_parent_takes_it_back_and_asks_again(acting, senco, child, parent):
    browser = acting(parent)
    ask(browser, child)
    browser.post(reverse("liaison:withdraw_call", args=[calls()[0].pk]))
    assert not calls()[0].is_open
    assert "Parents to ring" not in log_page(acting(senco))
    ask(acting(parent), child)
    assert [call.is_open for call in calls()] == [False, True]


def test_one_parent_never_sees_that_the_other_asked(acting, child, parent, father):
    call = asked(child, father, about="Canary about")
    browser = acting(parent)
    for url in (
        reverse("dashboard:child", args=[child.pk]),
        reverse("liaison:ask_for_call", args=[child.pk]),
        "/",
    ):
        text = browser.get(url).content.decode()
        assert "Canary" not in text and str(call.pk) not in text
    assert browser.post(reverse("liaison:withdraw_call", args=[call.pk])).status_code == 404
    with acting_as(parent), pytest.raises(PermissionDenied):
        withdraw_call(call=call, by=parent)
    ask(browser, child)
    assert len([each for each in calls() if each.is_open]) == 2


def test_the_childs_page_says_that_we_will_ring(acting, child, parent):
    browser, url = acting(parent), reverse("dashboard:child", args=[child.pk])
    assert "Ask us to ring you" in words_on(browser.get(url))
    ask(browser, child)
    assert "You asked us to ring you" in words_on(browser.get(url))


def test_another_child_is_not_there(acting, senco, parent):
    other = pupil(at=senco.school)
    assert ask(acting(parent), other).status_code == 404
    assert calls() == []


def test_what_a_parent_typed_is_kept(acting, child, parent):
    browser = acting(parent)
    page = browser.get(reverse("liaison:ask_for_call", args=[child.pk])).content.decode()
    assert re.search(rf'data-draft[^=]*="[^"]*call:{child.pk}', page)
    with as_owner():
        assert not Draft.objects.exists()


# The office -----------------------------------------------------------------------------------------------------------


def test_logging_the_call_answers_it(acting, senco, child, parent):
    call = asked(child, parent)
    url = f"{reverse('liaison:log_contact', args=[child.pk])}?call={call.pk}"
    browser = acting(senco)
    page = browser.get(url)
    assert "Answers the call that Samira Clarke asked for: 01632 960123" in words_on(page)
    form = page.context["form"]
    sent = {name: form[name].value() or "" for name in form.fields if name != "files"}
    assert sent["contact"] and (sent["kind"], sent["party"]) == ("call", "parent")
    answer = browser.post(url, sent | {"summary": "We spoke about the group.", "for_staff": "on"})
    assert answer.status_code == 302, answer.context["form"].errors
    with as_owner():
        call, entry = CallRequest.objects.get(), LoggedContact.objects.get()
    assert (call.entry_id, call.answered_by_id, call.is_open) == (entry.pk, senco.pk, False)
    assert "Parents to ring" not in log_page(browser)


@pytest.mark.parametrize("key", ["nonsense", "", "00000000-0000-7000-8000-000000000000"])
def test_an_address_that_names_no_call_is_an_ordinary_form(acting, senco, child, key):
    page = acting(senco).get(f"{reverse('liaison:log_contact', args=[child.pk])}?call={key}")
    assert page.status_code == 200 and page.context["call"] is None


def test_no_call_needed_can_be_undone(acting, senco, child, parent):
    call, browser = asked(child, parent), acting(senco)
    browser.post(reverse("liaison:close_call", args=[call.pk]))
    assert (calls()[0].answered_by_id, calls()[0].entry_id) == (senco.pk, None)
    browser.post(reverse("liaison:open_call", args=[call.pk]))
    assert calls()[0].is_open and calls()[0].answered_by_id is None


def test_undone_too_late_the_newer_one_stands(acting, senco, child, parent):
    call, browser = asked(child, parent), acting(senco)
    browser.post(reverse("liaison:close_call", args=[call.pk]))
    asked(child, parent)
    page = browser.post(reverse("liaison:open_call", args=[call.pk]), follow=True)
    assert "has asked for another call since" in words_on(page)
    assert [each.is_open for each in calls()] == [False, True]


def test_it_waits_on_the_first_page_and_is_late_after_two_days(acting, senco, child, parent):
    asked(child, parent, asked_at=days(-5))
    text = words_on(acting(senco).get(reverse("dashboard:to_do")))
    assert "A parent asks to be rung: The new group" in text


def test_colleagues_read_nothing_of_it(acting, teacher, child, parent):
    asked(child, parent, about="Canary about")
    browser = acting(teacher)
    for url in ("liaison:pupil_log", "register:chronology", "register:pupil"):
        assert "Canary" not in browser.get(reverse(url, args=[child.pk])).content.decode()
    assert "Canary" not in log_page(browser)


def test_it_stands_in_the_chronology_of_the_office(acting, senco, child, parent):
    asked(child, parent)
    page = acting(senco).get(reverse("register:chronology", args=[child.pk]))
    assert "A parent asked to be rung" in words_on(page)


def test_queries_do_not_grow_with_calls(acting, senco, child, parent, count_queries):  # noqa: F811
    asked(child, parent)
    browser, url = acting(senco), reverse("liaison:contact_log")
    few = count_queries(browser, url)
    for _number in range(5):
        other = pupil(at=senco.school)
        asked(other, parent)
    assert count_queries(browser, url) == few
