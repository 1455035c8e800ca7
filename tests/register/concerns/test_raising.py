"""Staff log a concern; what they typed is never lost, and sending twice makes one."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Concern, ConcernStep
from senco.audit.models import ReadEvent
from senco.drafts.models import Draft
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, person

URL = "/concerns/new/"


def answers(scene, **changed) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "pupil": str(scene.amina.pk),
        "seen": ["reading", "attention"],
        "what_happened": "Guessed at the words and gave up after a line.",
        "where": "class",
        "seen_on": timezone.localdate().isoformat(),
        "since": "today",
        "tried": "",
        "parent_told": "not_yet",
        "parent_view": "",
    } | changed


def stored() -> list[Concern]:
    with as_owner():
        return list(Concern.objects.order_by("raised_at", "pk").select_related("pupil", "raised_by"))


def test_a_teacher_logs_a_concern(scene, acting):
    response = acting(scene.teacher).post(URL, answers(scene, urgent=""))
    (made,) = stored()
    assert response.url == reverse("register:concern_sent", args=[made.pk])
    assert (made.pupil, made.raised_by, made.seen) == (scene.amina, scene.teacher, ["reading", "attention"])
    assert made.reference == f"{timezone.localdate().year}-1"
    with as_owner():
        assert list(made.steps.values_list("kind", "by")) == [("raised", scene.teacher.pk)]


def test_the_receipt_shows_the_reference_a_way_back_and_the_next(scene, acting):
    browser = acting(scene.teacher)
    page = browser.get(browser.post(URL, answers(scene)).url)
    text = page.content.decode()
    assert f"Sent. Ref {stored()[0].reference}" in text
    assert f"/concerns/new/?pupil={scene.amina.pk}" in text
    assert reverse("register:withdraw_concern", args=[stored()[0].pk]) in text


def test_references_are_counted_per_school_and_year(scene, acting):
    browser = acting(scene.teacher)
    for _time in range(3):
        browser.post(URL, answers(scene))
    numbers = [concern.reference.partition("-")[2] for concern in stored()]
    assert numbers == ["1", "2", "3"]


def test_the_same_form_sent_a_hundred_times_makes_one_concern(scene, acting):
    browser, sent = acting(scene.teacher), answers(scene)
    targets = {browser.post(URL, sent).url for _time in range(100)}
    assert len(targets) == 1
    (made,) = stored()
    with as_owner():
        assert ConcernStep.objects.filter(concern=made).count() == 1


def test_other_words_from_a_sent_form_are_kept_and_asked_about(scene, acting):
    browser, sent = acting(scene.teacher), answers(scene)
    browser.post(URL, sent)
    page = browser.post(URL, sent | {"what_happened": "Something quite different."})
    assert page.status_code == 422
    assert "You have sent" in page.content.decode() and "Something quite different." in page.content.decode()
    fresh = page.context["form"]["key"].value()
    assert fresh != sent["key"]
    browser.post(URL, sent | {"what_happened": "Something quite different.", "key": fresh})
    assert len(stored()) == 2


def test_a_key_in_use_by_somebody_else_is_refused_without_a_trace_of_theirs(scene, acting):
    foreign = scene.concern(by=scene.colleague, what_happened="Words of a colleague")
    page = acting(scene.teacher).post(URL, answers(scene, key=str(foreign.pk)))
    assert page.status_code == 422
    assert "This form cannot be sent any more" in page.content.decode()
    assert "Words of a colleague" not in page.content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pupil": ""}, "Choose the pupil."),
        ({"seen": []}, "Choose at least one thing that you saw."),
        ({"what_happened": " "}, "Say what happened."),
        ({"seen": ["witchcraft"]}, "witchcraft is not one of the available choices"),
        ({"seen_on": "2099-01-01"}, "This day has not come yet."),
        ({"key": "not a key"}, "valid UUID"),
    ],
)
def test_wrong_input_is_named_and_changes_nothing(scene, acting, changed, told):
    page = acting(scene.teacher).post(URL, answers(scene, tried="Overlay, coloured paper") | changed)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert "Overlay, coloured paper" in page.content.decode()
    assert stored() == []


def test_a_stranger_cannot_be_chosen(scene, acting):
    page = acting(scene.teacher).post(URL, answers(scene, pupil=str(scene.stranger.pk)))
    assert page.status_code == 422
    assert "Choose a pupil you work with" in page.content.decode()
    assert "Noah" not in page.content.decode()


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).get(URL).status_code == 403


@pytest.mark.parametrize("role", ["senco", "admin", "head", "teacher", "ta"])
def test_all_staff_may_log(scene, acting, role):
    page = acting(person(role, at=scene.school)).get(URL)
    assert page.status_code == 200
    assert "Ms Osei" in page.content.decode() and "01632 960123" in page.content.decode()


def test_a_pupil_in_the_address_is_chosen_and_recorded_as_seen(scene, acting):
    page = acting(scene.teacher).get(f"{URL}?pupil={scene.amina.pk}")
    assert page.context["chosen"] == scene.amina
    with as_owner():
        assert ReadEvent.objects.get(kind="opened").pupil_ids == [scene.amina.pk]


@pytest.mark.parametrize("nonsense", ["x", "", "00000000-0000-0000-0000-000000000000"])
def test_nonsense_in_the_address_is_an_empty_form(scene, acting, nonsense):
    page = acting(scene.teacher).get(f"{URL}?pupil={nonsense}&again={nonsense}")
    assert page.status_code == 200
    assert page.context["chosen"] is None


def test_an_urgent_one_is_announced_without_a_name(scene, acting):
    acting(scene.teacher).post(URL, answers(scene, urgent="on"))
    with as_owner():
        message = OutboxMessage.objects.get()
    assert message.to == scene.senco.email
    assert "Amina" not in message.text + message.subject and "Khan" not in message.text + message.subject


def test_an_ordinary_one_sends_no_mail(scene, acting):
    acting(scene.teacher).post(URL, answers(scene))
    with as_owner():
        assert not OutboxMessage.objects.exists()


def test_a_draft_comes_back_and_goes_once_it_is_sent(scene, acting):
    browser = acting(scene.teacher)
    kept = answers(scene, what_happened="Half a sentence") | {"draft_key": "concern"}
    browser.post(reverse("drafts:keep"), kept)
    page = browser.get(URL)
    assert "Half a sentence" in page.content.decode()
    assert page.context["chosen"] == scene.amina
    browser.post(URL, answers(scene))
    with as_owner():
        assert not Draft.objects.exists()


def test_a_draft_about_one_pupil_does_not_appear_beside_another(scene, acting):
    browser = acting(scene.senco)
    url = f"{URL}?pupil={scene.amina.pk}"
    key = browser.get(url).context["form"].draft_key
    browser.post(
        reverse("drafts:keep"), answers(scene, what_happened="About Amina only") | {"draft_key": key}
    )
    assert "About Amina only" in browser.get(url).content.decode()
    assert "About Amina only" not in browser.get(f"{URL}?pupil={scene.stranger.pk}").content.decode()


def test_seen_yesterday_at_break_opens_the_folded_answers(scene, acting):
    yesterday = (timezone.localdate() - datetime.timedelta(days=1)).isoformat()
    page = acting(scene.teacher).post(URL, answers(scene, pupil="", seen_on=yesterday, where="break"))
    assert page.context["form"].is_changed
    fresh = acting(scene.teacher).get(URL)
    assert not fresh.context["form"].is_changed and not fresh.context["form"].has_more
    assert "Seen today, in class." in fresh.content.decode()
