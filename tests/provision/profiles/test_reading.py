"""Who reads what of a profile: staff the version that stands, families the same, everybody the facts as they are now."""

import pytest
from django.urls import reverse

from provision.models import PlanSettings, ProfileReading, ProfileVersion
from register.models import Pupil, SenNeed
from tests.factories import access, as_owner, group, on_status, person, pupil
from tests.factories.profiles import alert, profile, published
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def url(name, child, *more):
    return reverse(f"provision:{name}", args=[child.pk, *more])


def page_of(browser, name, child, query=""):
    response = browser.get(url(name, child) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def parent(child):
    mother = person("parent", at=child.school)
    access(mother, child, source="parent")
    return mother


@pytest.fixture
def psychologist(child):
    somebody = person("professional", at=child.school)
    access(somebody, child, ends=days(9))
    return somebody


def test_staff_read_what_was_published_and_can_look_at_what_was_saved_since(acting, teacher, child):
    published(child, by=teacher)
    with as_owner():
        child.profile.helps, child.profile.version = "Sit near me", 2
        child.profile.save()
    browser = acting(teacher)
    page = page_of(browser, "pupil_profile", child)
    assert (
        "Give me time to think" in page and "Sit near me" not in page and "Something was saved since" in page
    )
    draft = page_of(browser, "pupil_profile", child, "?draft=on")
    assert "Sit near me" in draft and "Draft" in draft


def test_facts_are_those_of_this_moment(acting, teacher, senco, child):
    published(child, by=teacher)
    on_status(child)
    browser = acting(teacher)
    assert "SEN Support" in page_of(browser, "pupil_profile", child)
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(form="9Z", key_adult=teacher)
        SenNeed.objects.create(school=child.school, pupil=child, need_type="HI", starts="2026-01-01")
    alert(child, by=senco)
    page = page_of(browser, "pupil_profile", child)
    for words in ("9Z", teacher.name, "hearing", "Nut allergy", "Pen in the red bag", "Healthcare plan"):
        assert words in page, words


def test_the_stage_is_called_as_the_schools_framework_calls_it(acting, teacher, child):
    published(child, by=teacher)
    on_status(child, stage="ni5_2")
    page = page_of(acting(teacher), "pupil_profile", child)
    assert "Stage 2" in page and "SEN Support" not in page


def test_the_school_chooses_the_word(acting, senco, teacher, child):
    with as_owner():
        PlanSettings.objects.create(school=child.school, saved_by=senco, profile_word="Pupil passport")
    profile(child, by=teacher)
    assert "Pupil passport" in page_of(acting(teacher), "pupil_profile", child)
    acting(senco).post(url("publish_profile", child), {"version": "1"})
    with as_owner():
        assert ProfileVersion.objects.get().title == "Pupil passport"


@pytest.mark.parametrize("who", ["parent", "psychologist"])
def test_home_and_professionals_read_what_stands_and_no_alert(acting, senco, teacher, child, who, request):
    reader = request.getfixturevalue(who)
    profile(child, by=teacher, admire="Only a draft")
    alert(child, by=senco)
    browser = acting(reader)
    assert "Only a draft" not in page_of(browser, "shared_profile", child)
    published(child, by=senco)
    page = page_of(browser, "shared_profile", child)
    assert "Give me time to think" in page and "Nut allergy" not in page
    with as_owner():
        ProfileVersion.objects.update(withdrawn_at=days(0))
    assert "Give me time to think" not in page_of(browser, "shared_profile", child)
    assert browser.get(url("pupil_profile", child)).status_code == 403


def test_another_child_is_not_found(acting, proved, parent, child, senco):
    other = pupil(at=child.school)
    published(other, by=senco)
    assert acting(parent).get(url("shared_profile", other)).status_code == 404
    assert proved(parent).get(url("shared_profile_pdf", other, "a4")).status_code == 404


def test_reading_is_confirmed_for_the_very_version(acting, senco, teacher, child):
    group(at=child.school, teachers=[teacher], pupils=[child])
    published(child, by=senco)
    browser = acting(teacher)
    browser.post(url("confirm_profile", child), {"number": "7"})
    with as_owner():
        assert not ProfileReading.objects.exists()
    assert teacher.name in page_of(acting(senco), "pupil_profile", child)  # among those who have not
    for _twice in range(2):
        acting(teacher).post(url("confirm_profile", child), {"number": "1"})
    with as_owner():
        assert ProfileReading.objects.get().membership == teacher
    assert "Everybody who teaches this pupil has read it." in page_of(acting(senco), "pupil_profile", child)
    with as_owner():
        ProfileVersion.objects.update(withdrawn_at=days(0))
    published(child, by=senco, number=2)
    assert "Not read since it changed" in page_of(acting(senco), "pupil_profile", child)


def test_the_history_shows_every_version(acting, senco, teacher, child):
    published(child, by=senco)
    with as_owner():
        ProfileVersion.objects.update(withdrawn_at=days(0))
        child.profile.helps = "Sit near me"
        child.profile.save()
    published(child, by=senco, number=2)
    page = page_of(acting(teacher), "profile_history", child)
    assert "Give me time to think" in page and "Sit near me" in page and "Version 2" in page


def cost(browser, address, count) -> int:
    with count(300) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_the_list_and_the_page_cost_the_same_with_one_and_with_five(
    acting, senco, teacher, child, django_assert_max_num_queries
):
    def more(about):
        group(at=child.school, teachers=[teacher], pupils=[about])
        published(about, by=senco)
        alert(about, by=senco)

    more(child)
    browser = acting(senco)
    addresses = (reverse("provision:profiles"), url("pupil_profile", child), url("alerts", child))
    browser.get(addresses[0])
    costs = [cost(browser, each, django_assert_max_num_queries) for each in addresses]
    for _each in range(4):
        more(pupil(at=child.school))
        alert(child, by=senco)
    assert [cost(browser, each, django_assert_max_num_queries) for each in addresses] == costs


def test_the_list_says_what_waits_and_who_has_not_read(acting, senco, teacher, child):
    group(at=child.school, teachers=[teacher], pupils=[child])
    published(child, by=senco)
    waiting, missing = pupil(at=child.school), pupil(at=child.school)
    profile(waiting, by=teacher)
    on_status(missing)
    browser = acting(senco)

    def shown(show):
        return browser.get(reverse("provision:profiles") + f"?show={show}").content.decode()

    assert child.list_name in shown("published") and "1 colleague" in shown("published")
    assert waiting.list_name in shown("waiting") and child.list_name not in shown("waiting")
    assert missing.list_name in shown("missing") and waiting.list_name not in shown("missing")
    assert acting(teacher).get(reverse("provision:profiles")).status_code == 403
