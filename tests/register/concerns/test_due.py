"""What waits for somebody, as the home pages show it."""

import datetime

from django.utils import timezone

from register.deadlines import concern_answer_due
from register.models import AdviceMessage, AdviceThread
from register.queries.due import due_for
from senco.access.context import acting_as
from tests.factories import as_owner, person, pupil
from tests.factories.records import concern, days


def lines(membership) -> list[tuple[str, str]]:
    with acting_as(membership):
        return [(due.who, due.why) for due in due_for(membership)]


def question(scene, by, subject: str) -> AdviceThread:
    with as_owner():
        thread = AdviceThread.objects.create(
            school=scene.school, pupil=scene.amina, subject=subject, asked_by=by
        )
        AdviceMessage.objects.create(
            school=scene.school, pupil=scene.amina, thread=thread, text="How?", by=by
        )
        return thread


def test_the_sencos_lines(scene):
    gathering, complete, told = scene.concern(), scene.concern(), scene.concern()
    scene.concern()
    scene.step(gathering, "views_asked")
    scene.asked(gathering)
    scene.step(complete, "views_asked")
    scene.asked(complete, answered_at=timezone.now(), same_concern="yes")
    scene.step(told, "told")
    untold = scene.concern()
    scene.step(untold, "decided", decision="advise")
    scene.watched(scene.stranger)
    question(scene, scene.teacher, "Seating plan")
    answered = question(scene, scene.teacher, "Answered one")
    with as_owner():
        AdviceMessage.objects.create(
            school=scene.school,
            pupil=scene.amina,
            thread=answered,
            text="So.",
            by=scene.senco,
            at=days(0.001),
        )
    assert sorted(lines(scene.senco)) == [
        ("Amina Khan", "Advice: Seating plan"),
        ("Amina Khan", "All views are in: decide"),
        ("Amina Khan", "New concern: decide"),
        ("Amina Khan", "Tell what was decided"),
        ("Amina Khan", "Waiting for 1 view"),
        ("Noah Stranger", "Look again: still watch?"),
    ]


def test_late_ones_first_then_by_date(scene):
    about = [
        pupil(at=scene.school, legal_forename=name, legal_surname="X") for name in ("Late", "Urgent", "Later")
    ]
    concern(about[0], by=scene.teacher, raised_at=days(-60))
    concern(about[1], by=scene.teacher, raised_at=days(0), urgent=True)
    concern(about[2], by=scene.teacher, raised_at=days(0))
    with acting_as(scene.senco):
        found = due_for(scene.senco)
    assert [due.who for due in found] == ["Late X", "Urgent X", "Later X"]
    assert [due.late for due in found] == [True, False, False]
    assert found[1].tag == "Urgent"
    assert all(due.url.startswith("/concerns/") and due.pupil_id for due in found)


def test_a_teachers_lines_are_the_views_asked_of_them(scene):
    scene.asked(scene.concern())
    assert lines(scene.colleague) == [("Amina Khan", "Give your view")]
    assert lines(scene.teacher) == []


def test_others_have_none_of_these(scene):
    scene.asked(scene.concern())
    for role in ("head", "admin", "ta", "parent", "professional", "governor"):
        assert lines(person(role, at=scene.school)) == [], role


def test_answers_are_promised_in_working_days():
    monday = datetime.date(2026, 3, 2)
    assert concern_answer_due(monday, urgent=True, nation="ENG") == datetime.date(2026, 3, 9)
    assert concern_answer_due(monday, urgent=False, nation="ENG") == datetime.date(2026, 3, 16)
    before_easter = datetime.date(2026, 4, 2)
    assert concern_answer_due(before_easter, urgent=True, nation="ENG") == datetime.date(2026, 4, 13)
    assert concern_answer_due(before_easter, urgent=True, nation="SCT") == datetime.date(2026, 4, 10)
