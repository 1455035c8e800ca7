"""Search from every page, one's own pupils, and the page of an external professional."""

import datetime

import pytest
from django.urls import reverse

from register.models import Monitoring, SenNeed
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, concern, group, on_status, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db
FIND, MINE = reverse("register:pupil_search"), reverse("register:my_pupils")


@pytest.fixture
def senco():
    return person("senco")


def find(acting, who, words, **headers):
    return acting(who).get(FIND, {"q": words}, headers=headers)


def found(answer):
    return [each.legal_surname for each in answer.context["pupils"]]


@pytest.mark.parametrize(
    "words", ["zoe", "ZOË bron", "brontë zoë", "  zoe  ", "X820432113001", "x820432113001", "0042", "Zee"]
)
def test_pupils_are_found_by_any_name_or_number(acting, senco, words):
    pupil(
        at=senco.school,
        legal_forename="Zoë",
        legal_surname="Brontë",
        preferred_forename="Zee",
        upn="X820432113001",
        admission_number="0042",
    )
    pupil(at=senco.school, legal_surname="Other")
    assert found(find(acting, senco, words)) == ["Brontë"]


@pytest.mark.parametrize("words", ["", "z", " z ", "%", "__"])
def test_too_little_finds_nothing(acting, senco, words):
    pupil(at=senco.school, legal_surname="Zed")
    assert found(find(acting, senco, words)) == []


def test_at_most_ten_and_leavers_last(acting, senco):
    pupil(at=senco.school, legal_surname="Aaa-gone", left_on=datetime.date(2026, 1, 1))
    for number in range(9):
        pupil(at=senco.school, legal_surname=f"Aaa{number}")
    assert found(find(acting, senco, "aaa"))[-1] == "Aaa-gone"
    pupil(at=senco.school, legal_surname="Aaa9")
    answer = find(acting, senco, "aaa")
    assert (
        len(found(answer)) == 10
        and "Aaa-gone" not in found(answer)
        and "first ten" in answer.content.decode()
    )


def test_teachers_find_their_own_pupils_only(acting, senco):
    teacher = person("teacher", at=senco.school)
    access(teacher, pupil(at=senco.school, legal_surname="Mine"))
    pupil(at=senco.school, legal_surname="Mineral")
    assert found(find(acting, teacher, "min")) == ["Mine"]


def test_no_other_school_is_searched(acting, senco):
    pupil(at=person("senco").school, legal_surname="Foreign")
    assert found(find(acting, senco, "foreign")) == []


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_others_cannot_search(acting, role):
    assert find(acting, person(role), "aa").status_code == 403


def test_searching_is_recorded_and_never_posted(acting, senco):
    child = pupil(at=senco.school, legal_surname="Seen")
    find(acting, senco, "seen")
    with as_owner():
        assert ReadEvent.objects.get(what="search").pupil_ids == [child.pk]
    assert acting(senco).post(FIND).status_code == 405


def test_the_palette_gets_lines_only(acting, senco):
    pupil(at=senco.school, legal_surname="Seen")
    text = find(acting, senco, "seen", **{"HX-Request": "true"}).content.decode()
    assert "Seen" in text and "<html" not in text


def test_the_search_takes_the_same_queries_for_one_and_ten(acting, senco, count_queries):
    office = acting(senco)
    on_status(pupil(at=senco.school, legal_surname="Aaa"))
    one = count_queries(office, f"{FIND}?q=aaa")
    for _number in range(9):
        on_status(pupil(at=senco.school, legal_surname="Aaa"))
    assert count_queries(office, f"{FIND}?q=aaa") == one


# My pupils ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def teacher(senco):
    return person("teacher", at=senco.school)


def taught(teacher, *surnames, group_name="7/En1"):
    pupils = [pupil(at=teacher.school, legal_surname=surname) for surname in surnames]
    group(at=teacher.school, teachers=[teacher], pupils=pupils, name=group_name)
    for each in pupils:
        access(teacher, each, source="group")
    return pupils


def test_my_pupils_come_by_group_those_with_sen_first(acting, teacher, senco):
    plain, supported, watched = taught(teacher, "Plain", "Supported", "Watched")
    on_status(supported)
    with as_owner():
        SenNeed.objects.create(
            school=teacher.school, pupil=supported, need_type="HI", starts=datetime.date(2025, 9, 1)
        )
        Monitoring.objects.create(
            school=teacher.school,
            pupil=watched,
            starts=datetime.date(2026, 1, 5),
            review_on=datetime.date(2099, 1, 1),
            started_by=senco,
        )
    access(teacher, pupil(at=teacher.school, legal_surname="Shared"))
    page = acting(teacher).get(MINE)
    assert [row.pupil.legal_surname for row in page.context["known"]] == ["Supported", "Watched"]
    assert [(one.name, len(one.rows)) for one in page.context["groups"]] == [("7/En1", 3), ("", 1)]
    text = page.content.decode()
    assert "Hearing impairment" in text and f"{reverse('register:log_concern')}?pupil={plain.pk}" in text


def test_pupils_of_a_group_whose_access_ended_are_not_listed(acting, teacher):
    child = pupil(at=teacher.school, legal_surname="Gone")
    group(at=teacher.school, teachers=[teacher], pupils=[child])
    access(teacher, child, ends=days(-0.5))
    assert "Gone" not in acting(teacher).get(MINE).content.decode()


def test_without_pupils_it_says_why(acting, teacher):
    assert "No pupils yet" in acting(teacher).get(MINE).content.decode()


def test_my_pupils_take_the_same_queries_for_one_and_twenty(acting, teacher, count_queries):
    mine = acting(teacher)
    taught(teacher, "One")
    one = count_queries(mine, MINE)
    taught(teacher, *[f"P{number}" for number in range(20)], group_name="8/En1")
    assert count_queries(mine, MINE) == one


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_other_roles_have_no_pupils_here(acting, role):
    assert acting(person(role)).get(MINE).status_code == 403


# An external professional -------------------------------------------------------------------------------------------------


def shared(acting, who, child):
    return acting(who).get(reverse("register:shared_pupil", args=[child.pk]))


def test_a_professional_sees_status_needs_and_why_nothing_else(acting, senco):
    outside = person("professional", at=senco.school)
    child = pupil(
        at=senco.school,
        legal_surname="Shared",
        year_group=5,
        upn="X820432113001",
        date_of_birth=datetime.date(2016, 5, 17),
    )
    on_status(child)
    concern(child, by=senco, what_happened="Canary-concern")
    with as_owner():
        SenNeed.objects.create(
            school=senco.school, pupil=child, need_type="SLCN", starts=datetime.date(2025, 9, 1)
        )
        grant = access(outside, child, ends=days(30))
        type(grant).objects.filter(pk=grant.pk).update(reason="Assessment of speech", granted_by=senco)
    text = shared(acting, outside, child).content.decode()
    for words in [
        "Shared",
        "Year 5",
        "SEN Support",
        "Speech, language",
        "Assessment of speech",
        senco.name,
        "until",
    ]:
        assert words in text, words
    for canary in ["Canary", "X820432113001", "17 May 2016"]:
        assert canary not in text, canary


def test_when_the_share_has_ended_the_page_is_gone(acting, senco):
    outside = person("professional", at=senco.school)
    child = pupil(at=senco.school)
    access(outside, child, ends=days(-0.01))
    assert shared(acting, outside, child).status_code == 404


@pytest.mark.parametrize("role", ["senco", "teacher", "parent", "governor"])
def test_the_page_is_for_professionals(acting, senco, role):
    child = pupil(at=senco.school)
    assert shared(acting, person(role, at=senco.school), child).status_code == 403
