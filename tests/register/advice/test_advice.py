"""Asking the SENCO about a pupil or a class, and the thread that follows."""

import pytest
from django.db import ProgrammingError
from django.urls import reverse

from register.models import AdviceMessage, AdviceThread, GroupTeacher
from senco.access.context import acting_as
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, bypassing_row_security, group, person
from tests.factories.records import days

LIST, ASK, FIND = "/advice/", "/advice/ask/", "/advice/ask/pupil/"


def url(name: str, thread) -> str:
    return reverse(f"register:{name}", args=[thread.pk])


def thread_by(scene, by, *, text="How do I seat her?", **fields) -> AdviceThread:
    about = {"pupil": scene.amina} if "group" not in fields else {}
    with as_owner():
        made = AdviceThread.objects.create(
            school=scene.school, asked_by=by, **{"subject": "Seating"} | about | fields
        )
        AdviceMessage.objects.create(school=scene.school, pupil=made.pupil, thread=made, text=text, by=by)
        return made


def question(scene, **changed) -> dict:
    return {
        "pupil": str(scene.amina.pk),
        "group": "",
        "subject": "Seating",
        "text": "Where should she sit?",
    } | changed


@pytest.mark.parametrize("role", ["teacher", "ta", "senco", "admin", "head"])
def test_staff_ask_about_a_pupil(scene, acting, role):
    asker = person(role, at=scene.school)
    access(asker, scene.amina)
    response = acting(asker).post(ASK, question(scene))
    with as_owner():
        made = AdviceThread.objects.get()
        assert (made.pupil, made.asked_by, made.messages.get().text) == (
            scene.amina,
            asker,
            "Where should she sit?",
        )
    assert response.url == url("advice_thread", made)


@pytest.mark.parametrize("lock", ["both", "orm", "rls"])
@pytest.mark.parametrize("ends", [-0.0001, 1, None])
def test_a_thread_about_a_class_is_theirs_while_they_teach_it(scene, acting, lock, ends):
    own = group(at=scene.school, teachers=[scene.teacher], name="9X/Ma")
    acting(scene.teacher).post(ASK, question(scene, pupil="", group=str(own.pk)))
    with as_owner():
        GroupTeacher.objects.filter(group=own).update(ends=ends and days(ends))
        thread = AdviceThread.objects.get()
    with bypassing_row_security() if lock == "orm" else acting_as(scene.teacher):
        found = (
            AdviceThread.objects.all() if lock == "rls" else AdviceThread.objects.visible_to(scene.teacher)
        )
        assert found.filter(pk=thread.pk).exists() == (ends is None or ends > 0)
    reply = acting(scene.teacher).post(
        reverse("register:reply_to_advice", args=[thread.pk]), {"text": "More"}
    )
    assert reply.status_code == (302 if ends is None or ends > 0 else 404)


def test_a_teacher_asks_about_a_class(scene, acting):
    own = group(at=scene.school, teachers=[scene.teacher], name="9X/Ma")
    group(at=scene.school, name="Not mine")
    browser = acting(scene.teacher)
    text = browser.get(ASK).content.decode()
    assert "9X/Ma" in text and "Not mine" not in text
    assert browser.post(ASK, question(scene, pupil="", group=str(own.pk))).status_code == 302
    with as_owner():
        assert AdviceThread.objects.get().group == own


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pupil": ""}, "Choose a pupil or a class, one of the two."),
        ({"subject": ""}, "Say in a few words what it is about."),
        ({"text": ""}, "Write your question."),
        ({"group": "00000000-0000-0000-0000-000000000000"}, "Select a valid choice"),
    ],
)
def test_wrong_questions_change_nothing(scene, acting, changed, told):
    page = acting(scene.teacher).post(ASK, question(scene) | changed)
    assert page.status_code == 422 and told in page.content.decode()
    with as_owner():
        assert not AdviceThread.objects.exists()


def test_finding_the_pupil_keeps_what_was_typed(scene, acting):
    page = acting(scene.teacher).post(FIND, {"who": "khan", "subject": "Half typed"})
    assert [pupil.name for pupil in page.context["matches"]] == ["Amina Khan"]
    assert "Half typed" in page.content.decode()
    assert 'method="post" action="/advice/ask/"' in page.content.decode()  # not to the address that finds
    assert acting(scene.teacher).get(FIND).status_code == 405


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    browser = acting(person(role, at=scene.school))
    thread = thread_by(scene, scene.teacher)
    for address in (LIST, ASK, url("advice_thread", thread)):
        assert browser.get(address).status_code == 403
    for address in (
        FIND,
        url("reply_to_advice", thread),
        url("close_advice", thread),
        url("reopen_advice", thread),
    ):
        assert browser.post(address).status_code == 403


def test_the_senco_answers_and_the_asker_is_told_without_a_name(scene, acting):
    thread = thread_by(scene, scene.teacher)
    browser = acting(scene.senco)
    assert "How do I seat her?" in browser.get(url("advice_thread", thread)).content.decode()
    browser.post(url("reply_to_advice", thread), {"text": "Near the door."})
    with as_owner():
        mail = OutboxMessage.objects.get()
    assert mail.to == scene.teacher.email and "Amina" not in mail.text
    text = acting(scene.teacher).get(url("advice_thread", thread)).content.decode()
    assert "Near the door." in text and "Answered" in text


def test_an_empty_answer_is_refused(scene, acting):
    thread = thread_by(scene, scene.teacher)
    page = acting(scene.senco).post(url("reply_to_advice", thread), {"text": " "})
    assert page.status_code == 422 and "Write your message." in page.content.decode()


def test_the_rest_of_the_office_reads_along(scene, acting):
    thread = thread_by(scene, scene.teacher)
    browser = acting(person("head", at=scene.school))
    assert "How do I seat her?" in browser.get(url("advice_thread", thread)).content.decode()
    browser.post(url("reply_to_advice", thread), {"text": "Mine too"})
    assert browser.post(url("close_advice", thread)).status_code == 403
    with as_owner():
        assert AdviceMessage.objects.count() == 1


def test_closing_and_what_opens_it_again(scene, acting):
    thread = thread_by(scene, scene.teacher)
    browser = acting(scene.senco)
    assert browser.get(url("close_advice", thread)).status_code == 405
    browser.post(url("close_advice", thread))
    assert "Closed" in browser.get(url("advice_thread", thread)).content.decode()
    acting(scene.teacher).post(url("reply_to_advice", thread), {"text": "One more thing."})
    listed = acting(scene.senco).get(LIST).context["page"][0]
    assert listed.is_open and listed.is_waiting
    browser = acting(scene.senco)
    browser.post(url("close_advice", thread))
    browser.post(url("reopen_advice", thread))
    assert browser.get(LIST).context["page"][0].is_open


def test_waiting_ones_stand_first_and_closed_ones_last(scene, acting):
    answered, waiting, closed = (
        thread_by(scene, scene.teacher, subject=subject)
        for subject in ("Answered one", "Waiting one", "Closed one")
    )
    with as_owner():
        AdviceMessage.objects.create(
            school=scene.school, thread=answered, text="So.", by=scene.senco, at=days(0.001)
        )
        AdviceThread.objects.filter(pk=closed.pk).update(closed_at=days(0.001))
    subjects = [thread.subject for thread in acting(scene.senco).get(LIST).context["page"]]
    assert subjects == ["Waiting one", "Answered one", "Closed one"]
    assert waiting.subject == subjects[0]


def test_nobody_opens_a_colleagues_thread(scene, acting):
    thread = thread_by(scene, scene.colleague)
    browser = acting(scene.teacher)
    assert browser.get(url("advice_thread", thread)).status_code == 404
    assert browser.post(url("reply_to_advice", thread), {"text": "x"}).status_code == 404
    assert acting(person("senco")).post(url("close_advice", thread)).status_code == 404
    assert "Seating" not in acting(scene.teacher).get(LIST).content.decode()


def test_each_lock_alone(scene):
    mine, other = thread_by(scene, scene.teacher), thread_by(scene, scene.colleague)
    with acting_as(scene.teacher):
        assert list(AdviceThread.objects.all()) == [mine] and AdviceMessage.objects.count() == 1
    with bypassing_row_security():
        assert list(AdviceThread.objects.visible_to(scene.teacher)) == [mine]
        assert AdviceMessage.objects.visible_to(scene.teacher).count() == 1
        assert AdviceThread.objects.count() == 2  # control
    with pytest.raises(ProgrammingError), acting_as(scene.teacher):
        AdviceThread.objects.filter(pk=mine.pk).update(closed_at=days(0))
    forged = AdviceMessage(school=scene.school, pupil=scene.amina, thread=other, text="x", by=scene.teacher)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(scene.teacher):
        forged.save(force_insert=True)


def test_once_a_pupil_is_not_theirs_any_more_the_thread_is_closed_to_them(scene, acting):
    thread = thread_by(scene, scene.teacher)
    with as_owner():
        scene.teacher.access.update(starts=days(-2), ends=days(-0.001))
    assert acting(scene.teacher).get(url("advice_thread", thread)).status_code == 404


def test_empty_lists_say_what_to_do(scene, acting):
    assert "No questions yet" in acting(scene.teacher).get(LIST).content.decode()


@pytest.mark.parametrize("who", ["senco", "teacher"])
def test_as_many_queries_for_twenty_five_as_for_one(scene, acting, count_queries, who):
    browser = acting(getattr(scene, who))

    def more(number: int) -> int:
        for _thread in range(number):
            thread_by(scene, scene.teacher)
        return count_queries(browser, LIST)

    few = more(1)
    assert few <= 12
    assert more(4) == few and more(20) == few
