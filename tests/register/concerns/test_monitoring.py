"""Pupils being watched: listed for the office, never on the register because of it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Monitoring, SenStatus
from tests.days import in_days
from tests.factories import as_owner, concern, person, pupil

LIST = "/watched/"
DAY = datetime.timedelta(days=1)


def url(name: str, row) -> str:
    return reverse(f"register:{name}", args=[row.pk])


def extension(row, day) -> dict:
    return {f"{row.pk}-review_on": day.isoformat() if day else ""}


def test_the_list(scene, acting):
    made = scene.concern()
    scene.watched(label="Wave 1", concern=made, review_on=timezone.localdate() - 3 * DAY)
    scene.watched(scene.stranger, ended_at=timezone.now())
    text = acting(scene.senco).get(LIST).content.decode()
    assert "Khan, Amina" in text and "Wave 1" in text and made.reference in text and "Overdue" in text
    assert "Stranger" not in text
    with as_owner():
        assert not SenStatus.objects.exists()


@pytest.mark.parametrize("role", ["admin", "head"])
def test_the_rest_of_the_office_only_reads(scene, acting, role):
    row = scene.watched()
    browser = acting(person(role, at=scene.school))
    assert "Stop" not in browser.get(LIST).content.decode()
    for name in ("extend_monitoring", "end_monitoring"):
        assert browser.post(url(name, row)).status_code == 403


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).get(LIST).status_code == 403


def test_going_on_and_stopping(scene, acting):
    row = scene.watched(label="Wave 1")
    until = timezone.localdate() + 30 * DAY
    browser = acting(scene.senco)
    browser.post(url("extend_monitoring", row), extension(row, until))
    with as_owner():
        assert Monitoring.objects.get().review_on == until
    browser.post(url("end_monitoring", row))
    with as_owner():
        stored = Monitoring.objects.get()
        assert stored.ended_at and stored.label == "Wave 1"
        assert Monitoring.events.rel.related_model.objects.filter(pgh_label="update").count() == 2
    assert browser.post(url("end_monitoring", row)).status_code == 404  # ended already


@pytest.mark.parametrize("offset", [None, -1, 0])
def test_wrong_days_are_named(scene, acting, offset):
    row = scene.watched()
    day = None if offset is None else in_days(offset)
    page = acting(scene.senco).post(url("extend_monitoring", row), extension(row, day))
    assert page.status_code == 422
    assert "Give" in page.content.decode() and "There is a problem" in page.content.decode()
    with as_owner():
        assert Monitoring.objects.get().review_on == row.review_on


@pytest.mark.parametrize("name", ["extend_monitoring", "end_monitoring"])
def test_steps_are_only_submitted_and_only_in_ones_own_school(scene, acting, name):
    row = scene.watched()
    assert acting(scene.senco).get(url(name, row)).status_code == 405
    assert acting(person("senco")).post(url(name, row)).status_code == 404


def test_the_empty_list_says_where_they_come_from(scene, acting):
    assert "Nobody is being watched" in acting(scene.senco).get(LIST).content.decode()


def test_as_many_queries_for_fifty_as_for_one(scene, acting, count_queries):
    browser = acting(scene.senco)

    def more(number: int) -> int:
        for _pupil in range(number):
            watched = pupil(at=scene.school)
            scene.watched(watched, concern=concern(watched, by=scene.teacher))
        return count_queries(browser, LIST)

    few = more(1)
    assert few <= 12
    assert more(4) == few and more(40) == few


def test_the_concern_says_who_watched_on_and_who_stopped(scene, acting):
    made = scene.concern()
    row = scene.watched(concern=made)
    browser = acting(scene.senco)
    until = timezone.localdate() + 30 * DAY
    browser.post(url("extend_monitoring", row), extension(row, until))
    browser.post(url("end_monitoring", row))
    with as_owner():
        steps = list(made.steps.order_by("at", "pk").values_list("kind", "monitor_until", "by_id"))
    assert steps[1:] == [
        ("watched_on", until, scene.senco.pk),
        ("watch_ended", None, scene.senco.pk),
    ]
    text = browser.get(made.get_absolute_url()).content.decode()
    assert "Watched on: " in text and "Not watched any more" in text and f"by {scene.senco.name}" in text


def test_the_list_is_narrowed_to_those_to_look_at_again(scene, acting):
    today = timezone.localdate()
    scene.watched(review_on=today + 7 * DAY)
    scene.watched(scene.stranger, review_on=today + 8 * DAY)
    gone = pupil(at=scene.school, legal_surname="Gone", left_on=today - DAY)
    scene.watched(gone, review_on=today)
    browser = acting(scene.senco)
    assert browser.get(LIST).context["page"].paginator.count == 2
    due = browser.get(f"{LIST}?due=soon")
    assert [row.pupil for row in due.context["page"]] == [scene.amina]
    assert (
        "Nobody has to be looked at again" in acting(person("senco")).get(f"{LIST}?due=soon").content.decode()
    )
