"""Undoing a decision or a message within its minute; telling later; reopening."""

import datetime

import pytest
from django.db.models import F

from register.models import ConcernNotice, ConcernStep, Monitoring, SenNeed, SenStatus, ViewRequest
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, on_status, person
from tests.factories.records import days
from tests.register.concerns.test_decisions import (
    LATER,
    SUPPORT,
    TODAY,
    decide_url,
    kinds,
    notices,
    sent,
    url,
)

WORDS = {"tell_raiser": "on", "to_raiser": "We decided.", "tell_parents": "on", "to_parents": "We help her."}


def later(minutes: float) -> None:
    """The clock of everything about concerns is this much further."""
    ago = datetime.timedelta(minutes=minutes)
    with as_owner():
        for step in ConcernStep.objects.all():
            ConcernStep.objects.filter(pk=step.pk).update(at=step.at - ago)
        for notice in ConcernNotice.objects.all():
            ConcernNotice.objects.filter(pk=notice.pk).update(sent_at=notice.sent_at - ago)


def test_undo_takes_back_decision_and_messages(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    page = browser.post(decide_url(made, "advise"), sent(made, **WORDS), follow=True)
    assert url("undo_decision", made.pk) in page.content.decode()
    response = browser.post(url("undo_decision", made.pk), follow=True)
    assert "Undone." in response.content.decode()
    assert notices(made) == {}
    assert kinds(made) == ["raised", "decided", "told", "untold", "undone"]
    with as_owner():
        assert not OutboxMessage.objects.filter(given_up_at__isnull=True).exists()
        assert ConcernNotice.objects.count() == 2  # kept, not deleted
    assert "We decided." not in acting(scene.teacher).get("/concerns/mine/").content.decode()


def test_undo_takes_the_pupil_off_the_register_again(scene, acting):
    on_status(scene.amina, "N", since=datetime.date(2025, 9, 1))
    watched = scene.watched()
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(decide_url(made, "start_support"), sent(made, **SUPPORT, **WORDS))
    with as_owner():
        assert SenStatus.objects.current().get(pupil=scene.amina).provision == "K"  # control
    browser.post(url("undo_decision", made.pk))
    with as_owner():
        assert SenStatus.objects.current().get(pupil=scene.amina).provision == "N"
        assert not SenNeed.objects.current().filter(pupil=scene.amina).exists()
        assert Monitoring.objects.current().get().pk == watched.pk
    assert kinds(made)[-1] == "undone"


@pytest.mark.parametrize("was_watched", [True, False])
def test_undo_of_watching(scene, acting, was_watched):
    before = scene.watched(label="Wave 1") if was_watched else None
    made = scene.concern()
    browser = acting(scene.senco)
    until = (TODAY() + LATER).isoformat()
    browser.post(decide_url(made, "monitor"), sent(made, until=until, label="Other"))
    browser.post(url("undo_decision", made.pk))
    with as_owner():
        rows = list(Monitoring.objects.current().values_list("review_on", "label"))
    assert rows == ([(before.review_on, "Wave 1")] if was_watched else [])


def test_after_its_minute_it_stands(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(decide_url(made, "advise"), sent(made, **WORDS))
    later(minutes=2)
    response = browser.post(url("undo_decision", made.pk), follow=True)
    assert "too late to undo" in response.content.decode()
    assert kinds(made) == ["raised", "decided", "told"]
    assert set(notices(made)) == {"raiser", "parents"}


def test_nobody_else_undoes_it_and_nothing_is_undone_twice(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(url("undo_decision", made.pk))
    assert kinds(made) == ["raised"]
    browser.post(decide_url(made, "advise"), sent(made))
    for _time in range(2):
        browser.post(url("undo_decision", made.pk))
    assert kinds(made) == ["raised", "decided", "undone"]


def test_telling_later(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    until = TODAY() + LATER
    browser.post(decide_url(made, "monitor"), sent(made, until=until.isoformat()))
    form = browser.get(url("tell_about_concern", made.pk)).context["form"]
    assert f"{until.day} {until:%B %Y}" in form["to_raiser"].value()
    browser.post(url("tell_about_concern", made.pk), sent(made, tell_raiser="on", to_raiser="Told later."))
    assert notices(made) == {"raiser": "Told later."}
    assert kinds(made) == ["raised", "decided", "told"]


def test_telling_nobody_is_refused(scene, acting):
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    response = acting(scene.senco).post(url("tell_about_concern", made.pk), sent(made))
    assert response.status_code == 422
    assert "Write a message to at least one of them." in response.content.decode()


def test_messages_are_kept_back_in_time_only(scene, acting):
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    browser = acting(scene.senco)
    browser.post(url("tell_about_concern", made.pk), sent(made, tell_parents="on", to_parents="One."))
    first = told_step(made)
    assert browser.get(url("keep_back", made.pk, first.pk)).status_code == 405
    assert acting(scene.teacher).post(url("keep_back", made.pk, first.pk)).status_code == 403
    acting(scene.senco).post(url("keep_back", made.pk, first.pk))
    assert (
        notices(made) == {} and kinds(made)[-1] == "kept_back"
    )  # whoever raised it was not told before either
    browser.post(url("tell_about_concern", made.pk), sent(made, tell_parents="on", to_parents="Two."))
    later(minutes=2)
    response = browser.post(url("keep_back", made.pk, told_step(made).pk), follow=True)
    assert "The messages have gone out." in response.content.decode()
    assert notices(made) == {"parents": "Two."}


def told_step(about) -> ConcernStep:
    with as_owner():
        return about.steps.filter(kind__in=["told", "parents_told"]).latest("at")


def test_the_raiser_sees_it_when_its_minute_is_over(scene, acting):
    made = scene.concern()
    acting(scene.senco).post(
        decide_url(made, "advise"), sent(made, tell_raiser="on", to_raiser="We decided.")
    )
    page = f"/concerns/mine/{made.pk}/"
    assert "We decided." not in acting(scene.teacher).get(page).content.decode()
    later(minutes=1.1)
    assert "We decided." in acting(scene.teacher).get(page).content.decode()


def test_reopening_keeps_what_was_decided(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(decide_url(made, "advise"), sent(made, **WORDS))
    later(minutes=5)
    browser.post(
        url("reopen_concern", made.pk), {"version": sent(made)["version"], "reason": "New test results"}
    )
    assert kinds(made) == ["raised", "decided", "told", "reopened"]
    text = browser.get(made.get_absolute_url()).content.decode()
    assert "New test results" in text and "We decided." in text
    assert browser.post(decide_url(made, "not_sen"), sent(made, reason="No SEN")).status_code == 302


def test_a_new_concern_cannot_be_reopened(scene, acting):
    made = scene.concern()
    response = acting(scene.senco).post(url("reopen_concern", made.pk), {"version": 1, "reason": ""})
    assert response.status_code == 422 and kinds(made) == ["raised"]


def test_what_is_told_of_a_decision_made_meanwhile_is_not_sent(scene, acting):
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    old = sent(made, tell_raiser="on", to_raiser="Old words")
    browser = acting(scene.senco)
    browser.post(url("reopen_concern", made.pk), {"version": 1, "reason": ""})
    response = browser.post(url("tell_about_concern", made.pk), old)
    assert response.status_code == 422 and "Old words" in response.content.decode()
    assert notices(made) == {}


def test_undo_brings_back_who_was_being_asked(scene, acting):
    made = scene.concern()
    open_one = scene.asked(made)
    answered = scene.asked(made, scene.teacher, answered_at=days(-1), same_concern="no")
    long_ago = scene.asked(made, person("teacher", at=scene.school), cancelled_at=days(-1))
    scene.step(made, "views_asked")
    browser = acting(scene.senco)
    browser.post(decide_url(made, "advise"), sent(made))
    with as_owner():
        assert not ViewRequest.objects.open().exists()  # control
    browser.post(url("undo_decision", made.pk))
    with as_owner():
        assert list(ViewRequest.objects.open()) == [open_one]
        assert not ViewRequest.objects.filter(settled_at__isnull=False).exists()
        assert ViewRequest.objects.get(pk=long_ago.pk).cancelled_at
        assert ViewRequest.objects.get(pk=answered.pk).answered_at
    assert kinds(made)[-1] == "resumed"
    assert made.reference in browser.get("/concerns/?state=gathering").content.decode()


@pytest.mark.parametrize(
    "held", [[], [("NSA", 1, "mis", "")], [("ASD", 1, "diagnosis", "Dr X"), ("HI", 2, "mis", "")]]
)
def test_undo_leaves_the_needs_as_they_were_to_the_letter(scene, acting, held):
    """A pupil without SEN may carry needs from the MIS that nobody could enter by hand."""
    on_status(scene.amina, "N")
    long_ago = TODAY() - datetime.timedelta(days=90)
    with as_owner():
        for code, rank, source, note in held:
            facts = {"need_type": code, "rank": rank, "source": source, "note": note, "starts": long_ago}
            SenNeed.objects.create(school=scene.school, pupil=scene.amina, **facts)
        before = list(SenNeed.objects.order_by("pk").values())
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(decide_url(made, "start_support"), sent(made, **SUPPORT))
    with as_owner():
        assert SenNeed.objects.current().get(rank=1).need_type == "SLCN"  # control
    page = browser.post(url("undo_decision", made.pk), follow=True)
    assert "Undone." in page.content.decode()
    keys = [row["id"] for row in before]
    with as_owner():
        assert list(SenNeed.objects.filter(pk__in=keys).order_by("pk").values()) == before
        assert not SenNeed.objects.exclude(pk__in=keys).exclude(ends=F("starts")).exists()
        assert SenStatus.objects.current().get(pupil=scene.amina).provision == "N"
