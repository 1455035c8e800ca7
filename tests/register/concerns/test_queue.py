"""The triage queue: urgent and old ones first, filters in the address, counts and a bounded number of queries."""

import pytest

from tests.factories import as_owner, person, pupil, school
from tests.factories.records import concern, days

URL = "/concerns/"


def shown(page) -> list[str]:
    return [row.what_happened for row in page.context["page"]]


@pytest.mark.parametrize("role", ["senco", "admin", "head"])
def test_the_office_sees_every_concern_of_its_school(scene, acting, role):
    scene.concern(what_happened="Ours")
    elsewhere = school()
    concern(pupil(at=elsewhere), by=person("teacher", at=elsewhere), what_happened="Theirs")
    assert shown(acting(person(role, at=scene.school)).get(URL)) == ["Ours"]


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).get(URL).status_code == 403


def test_urgent_ones_first_then_the_oldest(scene, acting):
    for words, age, urgent in (
        ("young", 1, False),
        ("old", 9, False),
        ("urgent", 2, True),
        ("urgent old", 5, True),
    ):
        scene.concern(what_happened=words, raised_at=days(-age), urgent=urgent)
    assert shown(acting(scene.senco).get(URL)) == ["urgent old", "urgent", "old", "young"]


def test_finished_ones_are_kept_apart(scene, acting):
    for words, kind in (
        ("new", None),
        ("withdrawn", "withdrawn"),
        ("told", "told"),
        ("gathering", "views_asked"),
    ):
        made = scene.concern(what_happened=words)
        if kind:
            scene.step(made, kind)
    decided = scene.concern(what_happened="decided")
    scene.step(decided, "decided", decision="advise")
    browser = acting(scene.senco)
    assert set(shown(browser.get(URL))) == {"new", "gathering", "decided"}
    for state, words in (
        ("open", {"new", "gathering"}),
        ("decided", {"decided"}),
        ("closed", {"told"}),
        ("withdrawn", {"withdrawn"}),
        ("all", {"new", "gathering", "decided", "told", "withdrawn"}),
    ):
        assert set(shown(browser.get(URL, {"state": state}))) == words, state
    counts = browser.get(URL).context["counts"]
    assert (counts["open"], counts["new"], counts["decided"], counts["closed"], counts["unassigned"]) == (
        2,
        1,
        1,
        1,
        2,
    )


def test_filters(scene, acting):
    older = pupil(at=scene.school, year_group=10)
    scene.concern(what_happened="reading", seen=["reading"], urgent=True)
    scene.concern(what_happened="hearing", seen=["hearing", "talking"])
    mine = scene.concern(what_happened="mine", seen=["maths"])
    concern(older, by=scene.teacher, what_happened="year 10", seen=["sight"])
    with as_owner():
        type(mine).objects.filter(pk=mine.pk).update(assigned_to=scene.senco)
    browser = acting(scene.senco)
    for query, words in (
        ({"urgent": "on"}, {"reading"}),
        ({"area": "SP"}, {"hearing", "year 10"}),
        ({"area": "CI"}, {"hearing"}),
        ({"year": "10"}, {"year 10"}),
        ({"assigned": "me"}, {"mine"}),
        ({"assigned": "nobody"}, {"reading", "hearing", "year 10"}),
        ({"area": "SP", "year": "7"}, {"hearing"}),
    ):
        assert set(shown(browser.get(URL, query))) == words, query


def test_a_colleague_can_be_filtered_for(scene, acting):
    deputy = person("admin", at=scene.school)
    made = scene.concern(what_happened="with the deputy")
    scene.concern(what_happened="with nobody")
    with as_owner():
        type(made).objects.filter(pk=made.pk).update(assigned_to=deputy)
    assert shown(acting(scene.senco).get(URL, {"assigned": str(deputy.pk)})) == ["with the deputy"]


def test_a_wrong_filter_is_named(scene, acting):
    scene.concern()
    page = acting(scene.senco).get(URL, {"state": "sleeping"})
    assert page.status_code == 200
    assert "sleeping is not one of the available choices" in page.content.decode()


def test_age_and_lateness_are_shown(scene, acting):
    scene.concern(raised_at=days(-40))
    scene.concern(raised_at=days(0))
    text = acting(scene.senco).get(URL).content.decode()
    assert "40 days ago" in text and text.count("Overdue") == 1


def test_views_given_are_counted(scene, acting):
    made = scene.concern()
    scene.asked(made)
    scene.asked(made, person("teacher", at=scene.school), answered_at=days(-1), same_concern="yes")
    scene.asked(made, person("teacher", at=scene.school), cancelled_at=days(-1))
    assert "1 of 2 views" in acting(scene.senco).get(URL).content.decode()


def test_empty_queues_say_what_to_do(scene, acting):
    browser = acting(scene.senco)
    assert "No concern waits for you" in browser.get(URL).content.decode()
    assert "No concern fits these filters" in browser.get(URL, {"urgent": "on"}).content.decode()


def test_as_many_queries_for_sixty_as_for_one_and_no_more_than_twelve(scene, acting, count_queries):
    browser = acting(scene.senco)

    def more(number: int) -> int:
        for _concern in range(number):
            made = concern(pupil(at=scene.school), by=person("teacher", at=scene.school))
            scene.asked(made)
        return count_queries(browser, URL)

    few = more(1)
    assert few <= 12
    assert more(4) == few
    assert more(55) == few
    assert browser.get(URL, {"page": 3}).context["page"].number == 3
