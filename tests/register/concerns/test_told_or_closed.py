"""Who is still to be told, closing without telling, and that the parents were told of a status (CFA 2014, s. 68)."""

import pytest

from register.models import ConcernNote, SenStatus
from tests.factories import as_owner, on_status, person
from tests.register.concerns.test_decisions import SUPPORT, TODAY, decide_url, kinds, sent, url
from tests.register.concerns.test_undoing import later, told_step

TO_PARENTS = {"tell_parents": "on", "to_parents": "We help her."}
TO_RAISER = {"tell_raiser": "on", "to_raiser": "We decided."}


@pytest.fixture
def office(scene, acting):
    return acting(scene.senco)


def test_a_message_to_the_parents_alone_leaves_the_raiser_to_be_told(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "advise"), sent(made, **TO_PARENTS))
    assert kinds(made) == ["raised", "decided", "parents_told"]
    text = office.get(made.get_absolute_url()).content.decode()
    assert "Hill, who raised it, was not told from here." in text
    assert "The parents were not written to from here." not in text
    assert made.reference in office.get("/concerns/?state=decided").content.decode()
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_RAISER))
    assert made.reference in office.get("/concerns/?state=closed").content.decode()
    assert "was not told from here" not in office.get(made.get_absolute_url()).content.decode()


def test_a_second_message_that_is_kept_back_leaves_the_first(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "advise"), sent(made, **TO_RAISER))
    later(minutes=5)
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_RAISER))
    office.post(url("keep_back", made.pk, told_step(made).pk))
    assert kinds(made)[-1] == "kept_back"
    assert made.reference in office.get("/concerns/?state=closed").content.decode()


def test_keeping_back_twice_is_one_step(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "advise"), sent(made, **TO_RAISER))
    step = told_step(made)
    for _time in range(2):
        office.post(url("keep_back", made.pk, step.pk))
    assert kinds(made) == ["raised", "decided", "told", "untold"]


def test_closing_without_telling_says_why(scene, acting, office):
    made = scene.concern()
    scene.step(made, "decided", decision="safeguarding")
    close = url("close_concern", made.pk)
    assert office.post(close, {"version": 1, "reason": " "}).status_code == 422
    office.post(close, {"version": 1, "reason": "The lead has spoken to her."})
    assert kinds(made) == ["raised", "decided", "closed"]
    with as_owner():
        assert ConcernNote.objects.get().text == "The lead has spoken to her."
    assert made.reference in office.get("/concerns/?state=closed").content.decode()
    text = acting(scene.teacher).get(url("my_concern", made.pk)).content.decode()
    assert "has closed this concern" in text and "Closed" in text
    assert "safeguarding lead" not in text.split("What you wrote")[0] and "has spoken to her" not in text


@pytest.mark.parametrize("kind", ["raised", "withdrawn"])
def test_only_what_is_decided_is_closed(scene, office, kind):
    made = scene.concern()
    if kind != "raised":
        scene.step(made, kind, by=scene.teacher)
    page = office.post(url("close_concern", made.pk), {"version": 1, "reason": "Because"})
    assert page.status_code == 422 and "closed" not in kinds(made)


def test_closing_is_the_sencos_and_only_submitted(scene, acting):
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    close = url("close_concern", made.pk)
    assert acting(scene.senco).get(close).status_code == 405
    assert acting(person("senco")).post(close, {}).status_code == 404
    for role in ("admin", "head", "teacher", "ta", "parent", "professional", "governor"):
        assert acting(person(role, at=scene.school)).post(close, {}).status_code == 403, role


def parent_told(scene):
    with as_owner():
        status = SenStatus.objects.current().get(pupil=scene.amina)
        return status.parent_told_on, status.parent_told_how


def test_telling_the_parents_later_records_that_they_were_told(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "start_support"), sent(made, **SUPPORT))
    assert parent_told(scene) == (None, "")
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_PARENTS))
    assert parent_told(scene) == (TODAY(), "portal")
    office.post(url("keep_back", made.pk, told_step(made).pk))
    assert parent_told(scene) == (None, "")  # they were not, after all


def test_keeping_the_decisions_own_message_back_forgets_it_too(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "start_support"), sent(made, **SUPPORT, **TO_PARENTS))
    assert parent_told(scene) == (TODAY(), "portal")
    office.post(url("keep_back", made.pk, told_step(made).pk))
    assert parent_told(scene) == (None, "")


def test_what_was_recorded_otherwise_stays(scene, office):
    made = scene.concern()
    told = SUPPORT | {"parent_told_on": TODAY().isoformat(), "parent_told_how": "phone"}
    office.post(decide_url(made, "start_support"), sent(made, **told))
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_PARENTS))
    office.post(url("keep_back", made.pk, told_step(made).pk))
    assert parent_told(scene) == (TODAY(), "phone")


def test_a_message_about_something_else_tells_of_no_status(scene, office):
    on_status(scene.amina, "K")
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_PARENTS))
    assert parent_told(scene) == (None, "")


def test_nobody_is_recorded_as_told_who_cannot_read_it(scene, office):
    made = scene.concern()
    office.post(decide_url(made, "start_support"), sent(made, **SUPPORT))
    with as_owner():
        scene.mother.access.all().delete()
    office.post(url("tell_about_concern", made.pk), sent(made, **TO_PARENTS))
    assert parent_told(scene) == (None, "")


@pytest.mark.parametrize(("kind", "words"), [("told", "SENCO is looking into it"), ("closed", "Closed")])
def test_within_its_minute_whoever_raised_it_still_waits(scene, acting, kind, words):
    made = scene.concern()
    scene.step(made, "decided", decision="advise")
    scene.step(made, kind)
    text = acting(scene.teacher).get("/concerns/mine/").content.decode()
    assert words in text and "Answered" not in text
