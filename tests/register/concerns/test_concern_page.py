"""The triage page: what is known on one screen, and the small steps taken on it."""

import datetime

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from register.actions.triage import assign
from register.models import (
    Attainment,
    Concern,
    ConcernNote,
    ConcernStep,
    PupilCharacteristic,
    SenNeed,
    ViewRequest,
)
from senco.access.context import acting_as
from senco.accounts.models import Membership
from senco.audit.models import ReadEvent
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, bypassing_row_security, group, on_status, person, pupil, school
from tests.factories.records import concern, days


def url(name: str, *keys) -> str:
    return reverse(f"register:{name}", args=keys)


def page(about) -> str:
    return about.get_absolute_url()


def kinds(about) -> list[str]:
    with as_owner():
        return list(about.steps.order_by("at", "pk").values_list("kind", flat=True))


def test_a_status_is_known_since_it_began_not_since_it_was_last_written_down(scene, acting):
    renewed = datetime.date(2025, 9, 1)
    on_status(scene.amina, "N", since=datetime.date(2020, 9, 1), ends=datetime.date(2024, 1, 8))
    on_status(scene.amina, "K", since=datetime.date(2024, 1, 8), ends=renewed)
    on_status(scene.amina, "K", since=renewed)
    text = acting(scene.senco).get(page(scene.concern())).content.decode()
    assert "since 8 Jan 2024" in text
    assert "Sep 2020–Jan 2024" in text and "2025" not in text.split("Known already")[1].split("Needs")[0]


def test_a_start_that_only_stands_in_is_not_told_as_a_fact(scene, acting):
    on_status(scene.amina, "K", since=datetime.date(2024, 1, 8), start_known=False)
    text = acting(scene.senco).get(page(scene.concern())).content.decode()
    assert "start not known, on record since 8 Jan 2024" in text


def test_one_screen_shows_what_is_known(scene, acting):
    with as_owner():
        scene.amina.attendance_percent = "91.4"
        scene.amina.save(update_fields=["attendance_percent"])
        about = {"school": scene.school, "pupil": scene.amina, "starts": timezone.localdate()}
        PupilCharacteristic.objects.create(**about, kind="EAL")
        SenNeed.objects.create(**about, need_type="SLCN")
    on_status(scene.amina, "N", since=datetime.date(2025, 9, 1))
    scene.watched(label="Wave 1")
    earlier = scene.concern(by=scene.colleague, seen=["talking"])
    scene.step(earlier, "decided", decision="advise")
    made = scene.concern(what_happened="Guesses at words", tried="Overlay", parent_view="She tires quickly")
    text = acting(scene.senco).get(page(made)).content.decode()
    for fact in (
        "Guesses at words", "Overlay", "She tires quickly", "91.4", "English as an additional language",
        "Speech, language and communication needs", "No SEN", "Wave 1", earlier.reference, "Advise the class teacher",
        "Ms Hill", "Ms Stone", "English",
    ):  # fmt: skip
        assert fact in text, fact
    with as_owner():
        assert ReadEvent.objects.filter(kind="opened", pupil_ids=[scene.amina.pk]).exists()


@pytest.mark.parametrize("role", ["admin", "head"])
def test_the_rest_of_the_office_reads_and_does_not_act(scene, acting, role):
    made = scene.concern()
    browser = acting(person(role, at=scene.school))
    text = browser.get(page(made)).content.decode()
    assert made.reference in text
    assert "Assign" not in text and "/decide/" not in text
    assert browser.post(url("observe_concern", made.pk), {"text": "x"}).status_code == 403


def test_another_schools_concern_is_not_there(scene, acting):
    elsewhere = school()
    foreign = concern(pupil(at=elsewhere), by=person("teacher", at=elsewhere))
    assert acting(scene.senco).get(page(foreign)).status_code == 404


def test_teachers_are_led_to_their_own_page_or_find_nothing(scene, acting):
    mine, asked, other = scene.concern(), scene.concern(by=scene.colleague), scene.concern(by=scene.colleague)
    request = scene.asked(asked, scene.teacher)
    browser = acting(scene.teacher)
    assert browser.get(page(mine)).url == url("my_concern", mine.pk)
    assert browser.get(page(asked)).url == url("give_view", request.pk)
    assert browser.get(page(other)).status_code == 404
    assert acting(person("governor", at=scene.school)).get(page(mine)).status_code == 403


STEPS = ["assign_concern", "observe_concern", "ask_views", "remind_views", "reopen_concern", "undo_decision"]


@pytest.mark.parametrize("name", STEPS)
def test_steps_are_the_sencos_and_only_submitted(scene, acting, name):
    target = url(name, scene.concern().pk)
    assert acting(scene.senco).get(target).status_code == 405
    for role in ("admin", "head", "teacher", "ta", "parent", "professional", "governor"):
        assert acting(person(role, at=scene.school)).post(target).status_code == 403, role
    elsewhere = person("senco")
    assert acting(elsewhere).post(target).status_code == 404


def test_assigning(scene, acting):
    made, deputy = scene.concern(), person("head", at=scene.school)
    browser = acting(scene.senco)
    browser.post(url("assign_concern", made.pk), {"to": str(deputy.pk), "version": made.version})
    with as_owner():
        stored = Concern.objects.get(pk=made.pk)
    assert (stored.assigned_to_id, stored.version) == (deputy.pk, 2)
    assert kinds(made) == ["raised", "assigned"]
    refused = browser.post(url("assign_concern", made.pk), {"to": str(scene.teacher.pk), "version": 2})
    assert refused.status_code == 422 and kinds(made) == ["raised", "assigned"]


def test_an_old_page_does_not_overwrite_an_assignment(scene, acting):
    made = scene.concern()
    with acting_as(scene.senco):
        assign(concern=made, version=1, to=scene.senco, by=scene.senco)
    response = acting(scene.senco).post(url("assign_concern", made.pk), {"to": "", "version": 1})
    assert response.status_code == 422
    assert "Somebody else has changed this concern" in response.content.decode()
    with as_owner():
        assert Concern.objects.get(pk=made.pk).assigned_to_id == scene.senco.pk


def test_a_note_is_kept_for_the_office(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(url("observe_concern", made.pk), {"text": "Watched a maths lesson."})
    with as_owner():
        note = ConcernNote.objects.select_related("step", "by").get()
    assert (note.text, note.step.kind, note.by) == ("Watched a maths lesson.", "observed", scene.senco)
    assert "Watched a maths lesson." in browser.get(page(made)).content.decode()
    for text, told in ((" ", "Write down what you observed"), ("x" * 10_001, "at most 10000 characters")):
        refused = browser.post(url("observe_concern", made.pk), {"text": text})
        assert refused.status_code == 422 and told in refused.content.decode()


def due(offset: int) -> str:
    return (timezone.localdate() + datetime.timedelta(days=offset)).isoformat()


def test_asking_all_teachers_but_whoever_raised_it(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    offered = browser.get(page(made)).context["ask_form"].people
    assert list(offered) == [str(scene.colleague.pk)]
    browser.post(url("ask_views", made.pk), {"teachers": list(offered), "due_on": due(3)})
    with as_owner():
        asked = ViewRequest.objects.get()
        mail = OutboxMessage.objects.get()
    assert (asked.asked, asked.due_on.isoformat()) == (scene.colleague, due(3))
    assert kinds(made) == ["raised", "views_asked"]
    assert mail.to == scene.colleague.email and "Amina" not in mail.text
    assert mail.not_before > timezone.now() + datetime.timedelta(seconds=30)  # time to undo
    text = browser.get(page(made)).content.decode()
    assert "0 of 1" in text and "Gathering views" in text


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"teachers": []}, "Choose at least one teacher."),
        ({"due_on": ""}, "Give a day to answer by."),
        ({"due_on": "2020-01-01"}, "Give today&#x27;s date or a later one."),
    ],
)
def test_wrong_askings_change_nothing(scene, acting, changed, told):
    made = scene.concern()
    sent = {"teachers": [str(scene.colleague.pk)], "due_on": due(3)} | changed
    response = acting(scene.senco).post(url("ask_views", made.pk), sent)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert kinds(made) == ["raised"]


def test_nobody_who_does_not_teach_the_pupil_is_asked(scene, acting):
    made, other = scene.concern(), person("teacher", at=scene.school)
    sent = {"teachers": [str(other.pk)], "due_on": due(3)}
    assert acting(scene.senco).post(url("ask_views", made.pk), sent).status_code == 422


def test_an_asking_is_undone_with_its_mail(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(url("ask_views", made.pk), {"teachers": [str(scene.colleague.pk)], "due_on": due(3)})
    with as_owner():
        step = ConcernStep.objects.get(kind="views_asked")
    browser.post(url("unask_views", made.pk, step.pk))
    with as_owner():
        assert not ViewRequest.objects.open().exists()
        assert not OutboxMessage.objects.filter(given_up_at__isnull=True).exists()
    again = browser.post(url("ask_views", made.pk), {"teachers": [str(scene.colleague.pk)], "due_on": due(5)})
    assert again.status_code == 302
    with as_owner():
        assert ViewRequest.objects.open().count() == 1


def test_reminding_those_who_have_not_answered(scene, acting):
    made = scene.concern()
    scene.asked(made)
    scene.asked(made, person("teacher", at=scene.school), answered_at=days(-1), same_concern="no")
    browser = acting(scene.senco)
    browser.post(url("remind_views", made.pk))
    with as_owner():
        assert [mail.to for mail in OutboxMessage.objects.all()] == [scene.colleague.email]
        ViewRequest.objects.update(answered_at=timezone.now(), same_concern="yes")
    assert kinds(made) == ["raised", "reminded"]
    response = browser.post(url("remind_views", made.pk), follow=True)
    assert "Everybody who was asked has answered." in response.content.decode()


def test_a_view_that_is_not_needed_any_more(scene, acting):
    made = scene.concern()
    asked = scene.asked(made)
    browser = acting(scene.senco)
    browser.post(url("cancel_view", asked.pk))
    with as_owner():
        assert ViewRequest.objects.get(pk=asked.pk).cancelled_at
    assert browser.get(url("cancel_view", asked.pk)).status_code == 405
    assert acting(scene.colleague).post(url("cancel_view", asked.pk)).status_code == 403
    assert acting(person("senco")).post(url("cancel_view", asked.pk)).status_code == 404


def test_the_page_asks_no_more_for_a_long_story(scene, acting, count_queries):
    made = scene.concern()
    browser = acting(scene.senco)

    def more(number: int) -> int:
        for _time in range(number):
            colleague = person("teacher", at=scene.school)
            access(colleague, scene.amina)
            group(at=scene.school, teachers=[colleague], pupils=[scene.amina])
            scene.asked(made, colleague)
            scene.notice(made, "raiser")
            scene.concern()
        return count_queries(browser, page(made))

    few = more(1)
    assert more(4) == few and more(15) == few


def test_steps_say_to_whom(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    browser.post(url("assign_concern", made.pk), {"version": 1, "to": str(scene.senco.pk)})
    browser.post(url("ask_views", made.pk), {"teachers": [str(scene.colleague.pk)], "due_on": due(3)})
    with as_owner():
        asked = ViewRequest.objects.get()
    assert asked.seen == made.seen
    browser.post(url("cancel_view", asked.pk))
    with as_owner():
        steps = list(made.steps.order_by("at", "pk").values_list("kind", "to_id"))
    assert steps[1:] == [
        ("assigned", scene.senco.pk), ("views_asked", scene.colleague.pk), ("unasked", scene.colleague.pk)
    ]  # fmt: skip
    text = browser.get(page(made)).content.decode()
    assert f"Assigned: {scene.senco.name}" in text and f"Asked for a view: {scene.colleague.name}" in text
    assert f"by {scene.senco.name}" in text


def test_who_left_is_not_asked_and_who_has_no_account_is_not_ticked(scene, acting):
    left, without = person("teacher", at=scene.school), person("teacher", at=scene.school)
    group(at=scene.school, teachers=[left, without], pupils=[scene.amina])
    with as_owner():
        Membership.objects.filter(pk=left.pk).update(ends=days(-0.01))
        Membership.objects.filter(pk=without.pk).update(user=None)
    form = acting(scene.senco).get(page(scene.concern())).context["ask_form"]
    offered = dict(form.fields["teachers"].choices)
    assert set(offered) == {str(scene.colleague.pk), str(without.pk)}
    assert "no account yet" in offered[str(without.pk)]
    assert form.initial["teachers"] == [str(scene.colleague.pk)]


def test_attainment_stands_beside_the_concern_and_on_the_pupils_page(scene, acting):
    common = {"school": scene.school, "stage": "KS2", "year": 2026}
    with as_owner():
        Attainment.objects.create(pupil=scene.amina, subject="REA", result="94", component="TST", **common)
        Attainment.objects.create(pupil=scene.amina, subject="XYZ", result="EXS", **common)
        Attainment.objects.create(pupil=scene.stranger, subject="MAT", result="Canary", **common)
    for who, where in (
        (scene.senco, page(scene.concern())),
        (scene.senco, scene.amina.get_absolute_url()),
        (scene.teacher, scene.amina.get_absolute_url()),
    ):
        text = acting(who).get(where).content.decode()
        assert "KS2, 2026: Reading <strong>94</strong>" in text and "XYZ <strong>EXS</strong>" in text
        assert "Canary" not in text
    assert (
        "Not imported"
        in acting(scene.senco).get(page(concern(scene.stranger, by=scene.senco))).content.decode()
    )


@pytest.mark.parametrize(("role", "sees"), [("ta", 1), ("parent", 1), ("professional", 0), ("governor", 0)])
def test_attainment_is_read_by_staff_and_family_of_the_pupil_alone(scene, role, sees):
    with as_owner():
        for child in (scene.amina, scene.stranger):
            Attainment.objects.create(
                school=scene.school, pupil=child, stage="KS2", subject="REA", year=2026, result="94"
            )
    somebody = person(role, at=scene.school)
    access(somebody, scene.amina)
    with bypassing_row_security():
        assert Attainment.objects.visible_to(somebody).count() == sees
    with acting_as(somebody):
        if sees:
            assert Attainment.objects.count() == sees
        else:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                Attainment.objects.count()
