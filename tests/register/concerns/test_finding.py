"""Finding the pupil: while typing, or with plain buttons where there is no JavaScript."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, group, person, pupil

URL = "/concerns/new/pupil/"


def found(page) -> list[str]:
    return [match.name for match in page.context["matches"]]


def test_typing_shows_fitting_pupils_as_a_part(scene, acting):
    page = acting(scene.teacher).post(URL, {"who": "kha"}, headers={"HX-Request": "true"})
    assert found(page) == ["Amina Khan"]
    assert "<html" not in page.content.decode()


def test_without_javascript_the_whole_form_comes_back_with_everything_typed(scene, acting):
    page = acting(scene.teacher).post(
        URL,
        {
            "who": "khan",
            "what_happened": "Half a sentence",
            "seen": ["maths"],
            "tried": "Counters",
            "urgent": "on",
        },
    )
    text = page.content.decode()
    assert page.status_code == 200 and found(page) == ["Amina Khan"]
    assert "Half a sentence" in text and "Counters" in text
    assert page.context["form"]["seen"].value() == ["maths"]
    assert page.context["form"]["urgent"].value() is True
    assert "There is a problem" not in text
    assert 'method="post" action="/concerns/new/"' in text  # not to the address that finds


def test_choosing_shows_the_pupil_and_change_takes_it_back(scene, acting):
    browser = acting(scene.teacher)
    chosen = browser.post(URL, {"who": "khan", "pupil": str(scene.amina.pk)}, headers={"HX-Request": "true"})
    assert chosen.context["chosen"] == scene.amina
    assert f'name="pupil" value="{scene.amina.pk}"' in chosen.content.decode()
    changed = browser.post(URL, {"pupil": str(scene.amina.pk), "change": "1"}, headers={"HX-Request": "true"})
    assert changed.context["chosen"] is None


def test_ones_own_class_comes_first(scene, acting):
    both = person("teacher", at=scene.school)
    known = pupil(at=scene.school, legal_surname="Aaron", legal_forename="Bo")
    taught = pupil(at=scene.school, legal_surname="Zimmer", legal_forename="Bo")
    for each in (known, taught):
        access(both, each)
    group(at=scene.school, teachers=[both], pupils=[taught])
    browser = acting(both)
    assert found(browser.post(URL, {"who": "bo"})) == ["Bo Zimmer", "Bo Aaron"]
    assert found(browser.get("/concerns/new/")) == ["Bo Zimmer"]  # few enough to be offered at once
    group(at=scene.school, teachers=[both], pupils=[taught_too(scene, both) for _number in range(8)])
    assert found(browser.get("/concerns/new/")) == []


def taught_too(scene, teacher):
    another = pupil(at=scene.school)
    access(teacher, another)
    return another


def test_strangers_and_leavers_are_not_found(scene, acting):
    gone = pupil(at=scene.school, legal_surname="Khan", legal_forename="Gone", left_on="2025-07-20")
    access(scene.teacher, gone)
    browser = acting(scene.teacher)
    assert found(browser.post(URL, {"who": "khan"})) == ["Amina Khan"]
    page = browser.post(URL, {"who": "stranger"})
    assert found(page) == []
    assert "No pupil you work with has that name" in page.content.decode()
    assert found(acting(scene.senco).post(URL, {"who": "stranger"})) == ["Noah Stranger"]  # control


def test_whoever_was_shown_is_recorded(scene, acting):
    acting(scene.teacher).post(URL, {"who": "khan"})
    with as_owner():
        assert ReadEvent.objects.get(kind="listed").pupil_ids == [scene.amina.pk]


def test_only_submitted(scene, acting):
    assert acting(scene.teacher).get(URL).status_code == 405


@pytest.mark.parametrize("role", ["parent", "governor", "professional"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).post(URL, {"who": "a"}).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_pupils(scene, acting):
    browser = acting(scene.senco)

    def typing() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            page = browser.post(URL, {"who": "khan"}, headers={"HX-Request": "true"})
        return len(found(page)), len(captured)

    typing()
    assert typing()[0] == 1
    few = typing()[1]
    for _pupil in range(20):
        pupil(at=scene.school, legal_surname="Khan")
    assert typing() == (8, few)
