"""Deciding: each decision with what it needs, the words to the people, what follows, and undoing it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Concern, ConcernNotice, ConcernStep, Monitoring, SenNeed, SenStatus, ViewRequest
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, on_status, person

TODAY = timezone.localdate
LATER = datetime.timedelta(weeks=6)


def url(name: str, *keys) -> str:
    return reverse(f"register:{name}", args=keys)


def decide_url(about, decision: str) -> str:
    return url("decide_concern", about.pk, decision)


def sent(about, **changed) -> dict:
    """A decision told to nobody unless `changed` says so."""
    with as_owner():
        version = Concern.objects.get(pk=about.pk).version
    return {"version": version, "reason": "", "to_raiser": "", "to_parents": ""} | changed


def kinds(about) -> list[str]:
    with as_owner():
        return list(about.steps.order_by("at", "pk").values_list("kind", flat=True))


def notices(about) -> dict[str, str]:
    with as_owner():
        return dict(
            ConcernNotice.objects.filter(concern=about, withdrawn_at=None).values_list("audience", "text")
        )


SUPPORT = {
    "starts": TODAY().isoformat(),
    "need": "SLCN",
    "status_reason": "less_progress",
    "criteria": "Reading age two years behind after two terms of good teaching.",
    "parent_told_on": "",
    "parent_told_how": "",
}


@pytest.mark.parametrize("decision", ["advise", "refer", "consider_ehc", "safeguarding"])
def test_plain_decisions(scene, acting, decision):
    made = scene.concern()
    response = acting(scene.senco).post(decide_url(made, decision), sent(made, reason="Because."))
    assert response.url == made.get_absolute_url()
    assert kinds(made) == ["raised", "decided"]
    with as_owner():
        step = ConcernStep.objects.get(kind="decided")
        assert (step.decision, step.by, step.notes.get().text) == (decision, scene.senco, "Because.")
    assert notices(made) == {}


def test_monitoring_until_a_date_is_not_sen_status(scene, acting):
    made = scene.concern()
    until = TODAY() + LATER
    acting(scene.senco).post(decide_url(made, "monitor"), sent(made, until=until.isoformat(), label="Wave 1"))
    with as_owner():
        watched = Monitoring.objects.get()
        assert (watched.review_on, watched.label, watched.concern) == (until, "Wave 1", made)
        assert not SenStatus.objects.exists()
        assert ConcernStep.objects.get(kind="decided").monitor_until == until


def test_monitoring_again_goes_on_with_the_same_row(scene, acting):
    watched = scene.watched(label="Wave 1")
    made = scene.concern()
    until = TODAY() + LATER
    acting(scene.senco).post(decide_url(made, "monitor"), sent(made, until=until.isoformat(), label=""))
    with as_owner():
        (row,) = Monitoring.objects.all()
    assert (row.pk, row.review_on, row.label) == (watched.pk, until, "Wave 1")


def test_starting_sen_support_puts_the_pupil_on_the_register(scene, acting):
    scene.watched()
    made = scene.concern()
    response = acting(scene.senco).post(decide_url(made, "start_support"), sent(made, **SUPPORT))
    assert response.status_code == 302
    with as_owner():
        status = SenStatus.objects.current().get(pupil=scene.amina)
        need = SenNeed.objects.current().get(pupil=scene.amina)
        assert (status.provision, status.reason, status.concern) == ("K", "less_progress", made)
        assert (need.need_type, need.rank) == ("SLCN", 1)
        assert not Monitoring.objects.current().exists()


def test_a_parent_who_reads_it_here_counts_as_told(scene, acting):
    made = scene.concern()
    words = {"tell_parents": "on", "to_parents": "We want to give Amina more help."}
    acting(scene.senco).post(decide_url(made, "start_support"), sent(made, **SUPPORT, **words))
    with as_owner():
        status = SenStatus.objects.current().get(pupil=scene.amina)
    assert (status.parent_told_on, status.parent_told_how) == (TODAY(), "portal")


def test_support_for_somebody_on_the_register_is_refused_in_words(scene, acting):
    on_status(scene.amina, "K", since=datetime.date(2025, 9, 1))
    made = scene.concern()
    browser = acting(scene.senco)
    assert decide_url(made, "start_support") not in browser.get(made.get_absolute_url()).content.decode()
    response = browser.post(decide_url(made, "start_support"), sent(made, **SUPPORT))
    assert response.status_code == 422
    assert "The pupil has been on" in response.content.decode()
    assert kinds(made) == ["raised"]


@pytest.mark.parametrize(
    ("decision", "changed", "told"),
    [
        ("monitor", {"until": ""}, "Give the day on which you will look again."),
        ("monitor", {"until": "2020-01-01"}, "Give a day after today."),
        ("not_sen", {}, "Say why this is decided."),
        ("start_support", SUPPORT | {"need": ""}, "Choose the primary need."),
        ("start_support", SUPPORT | {"criteria": ""}, "Write down the evidence for SEN Support."),
        ("start_support", SUPPORT | {"status_reason": ""}, "Choose an answer for “Reason”."),
        ("start_support", SUPPORT | {"starts": "2099-01-01"}, "The date lies in the future."),
        (
            "start_support",
            SUPPORT | {"parent_told_how": "phone"},
            "Give the day on which the parent was told.",
        ),
        ("advise", {"tell_raiser": "on"}, "Write the message, or untick that they are told."),
        (
            "advise",
            {"tell_raiser": "on", "to_raiser": "Try [what to try in class]"},
            "Put your own words in place of",
        ),
    ],
)
def test_wrong_input_is_named_and_changes_nothing(scene, acting, decision, changed, told):
    made = scene.concern()
    response = acting(scene.senco).post(
        decide_url(made, decision), sent(made, to_parents="Kept words") | changed
    )
    assert response.status_code == 422
    assert told in response.content.decode()
    assert "Kept words" in response.content.decode()
    assert kinds(made) == ["raised"]
    with as_owner():
        assert not SenStatus.objects.exists() and not Monitoring.objects.exists()


def test_telling_both_with_the_date_written_out(scene, acting):
    made = scene.concern()
    until = TODAY() + LATER
    words = {
        "tell_raiser": "on", "to_raiser": "We watch her until [date].",
        "tell_parents": "on", "to_parents": "We look again on [date].", "until": until.isoformat(),
    }  # fmt: skip
    acting(scene.senco).post(decide_url(made, "monitor"), sent(made, **words))
    day = f"{until.day} {until:%B %Y}"
    assert notices(made) == {"raiser": f"We watch her until {day}.", "parents": f"We look again on {day}."}
    assert kinds(made) == ["raised", "decided", "told"]
    with as_owner():
        mails = {mail.to: mail for mail in OutboxMessage.objects.all()}
    assert set(mails) == {scene.teacher.email, scene.mother.email}
    for mail in mails.values():
        assert "Amina" not in mail.subject + mail.text and "Khan" not in mail.subject + mail.text
        assert mail.not_before > timezone.now() + datetime.timedelta(seconds=30)


def test_parents_hear_nothing_of_safeguarding_from_here(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    assert "tell_parents" not in browser.get(decide_url(made, "safeguarding")).content.decode()
    words = {"tell_parents": "on", "to_parents": "Smuggled in"}
    browser.post(decide_url(made, "safeguarding"), sent(made, **words))
    assert notices(made) == {}


def test_open_askings_end_with_the_decision(scene, acting):
    made = scene.concern()
    scene.asked(made)
    scene.step(made, "views_asked")
    acting(scene.senco).post(decide_url(made, "advise"), sent(made))
    with as_owner():
        assert not ViewRequest.objects.open().exists()


def test_proposed_words_fit_who_raised_it(scene, acting):
    browser = acting(scene.senco)
    form = browser.get(decide_url(scene.concern(), "monitor")).context["form"]
    assert "raising your concern about Amina" in form["to_raiser"].value()
    assert form["tell_parents"].value() is True
    form = browser.get(decide_url(scene.concern(by=scene.mother), "monitor")).context["form"]
    assert form["to_raiser"].value().startswith("Thank you for telling us what you see.")
    assert form["tell_parents"].value() is False


def test_the_second_of_two_decisions_sees_what_happened_and_loses_nothing(scene, acting):
    made, deputy = scene.concern(), person("senco", at=scene.school, last_name="Deputy")
    typed = sent(made, reason="My own reasons, at length")
    acting(deputy).post(decide_url(made, "advise"), sent(made))
    response = acting(scene.senco).post(decide_url(made, "not_sen"), typed)
    text = response.content.decode()
    assert response.status_code == 422
    assert "Ms Deputy" in text and "Advise the class teacher" in text and "My own reasons, at length" in text
    again = acting(scene.senco).post(
        decide_url(made, "not_sen"), sent(made, reason="My own reasons, at length")
    )
    assert again.status_code == 422 and "cannot be done now" in again.content.decode()
    assert kinds(made) == ["raised", "decided"]


def test_a_withdrawn_concern_is_not_decided_on(scene, acting):
    made = scene.concern()
    scene.step(made, "withdrawn", by=scene.teacher)
    assert acting(scene.senco).post(decide_url(made, "advise"), sent(made)).status_code == 422
    assert kinds(made) == ["raised", "withdrawn"]


def test_only_the_senco_decides_and_only_on_what_there_is(scene, acting):
    made = scene.concern()
    for role in ("admin", "head", "teacher", "ta", "parent", "professional", "governor"):
        assert acting(person(role, at=scene.school)).get(decide_url(made, "advise")).status_code == 403, role
    assert acting(person("senco")).get(decide_url(made, "advise")).status_code == 404
    assert acting(scene.senco).get(decide_url(made, "expel")).status_code == 404


@pytest.mark.parametrize(
    ("provision", "left_out"), [("N", []), ("K", ["start_support"]), ("E", ["start_support", "consider_ehc"])]
)
def test_decisions_offered_fit_the_status(scene, acting, provision, left_out):
    made = scene.concern()
    on_status(made.pupil, provision)
    office = acting(scene.senco)
    page = office.get(made.get_absolute_url()).content.decode()
    every = ["advise", "monitor", "start_support", "refer", "consider_ehc", "not_sen"]
    assert [each for each in every if decide_url(made, each) not in page] == left_out
    supported = provision != "N"
    assert ("No new need found; the present support goes on" in page) == supported
    form = office.get(decide_url(made, "not_sen")).content.decode()
    assert ("does not change the SEN status" in form) == supported
    assert ("has now goes on as before" in form) == supported and ("needs SEN Support" in form) != supported
