"""Writing a profile with the pupil: saving, meeting a colleague's words, agreeing, publishing, taking down."""

import pytest
from django.urls import reverse

from provision.models import Profile, ProfileVersion
from tests.factories import access, as_owner, person
from tests.factories.profiles import profile, published

pytestmark = pytest.mark.django_db
WORDS = {
    "admire": "Kind to others",
    "matters": "",
    "helps": "Give me time",
    "hinders": "",
    "written_with": "Mia",
    "written_on": "",
}


def url(name, child):
    return reverse(f"provision:{name}", args=[child.pk])


def stored(child) -> Profile:
    with as_owner():
        return Profile.objects.get(pupil=child)


def versions(child) -> list:
    with as_owner():
        return list(ProfileVersion.objects.filter(pupil=child).order_by("number"))


def form_of(browser, child) -> dict:
    """What the form of the page would send, unchanged."""
    form = browser.get(url("write_profile", child)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_the_first_words_are_saved_by_whoever_works_with_the_pupil(acting, teacher, child):
    browser = acting(teacher)
    sent = browser.post(url("write_profile", child), form_of(browser, child) | WORDS)
    assert sent.status_code == 302
    assert (stored(child).admire, stored(child).version, stored(child).saved_by) == (
        "Kind to others",
        1,
        teacher,
    )


def test_an_empty_profile_and_a_date_to_come_are_sent_back(acting, teacher, child):
    browser = acting(teacher)
    empty = browser.post(url("write_profile", child), form_of(browser, child) | dict.fromkeys(WORDS, ""))
    assert empty.status_code == 422 and "at least one" in empty.content.decode()
    later = browser.post(
        url("write_profile", child), form_of(browser, child) | WORDS | {"written_on": "2999-01-01"}
    )
    assert later.status_code == 422 and "future" in later.content.decode()
    with as_owner():
        assert not Profile.objects.exists()


def test_more_lines_than_a_page_holds_are_sent_back(acting, teacher, child):
    browser = acting(teacher)
    for count, status in ((9, 422), (8, 302)):
        text = "\n \n".join(map(str, range(count)))  # empty lines do not count
        sent = browser.post(url("write_profile", child), form_of(browser, child) | WORDS | {"helps": text})
        assert sent.status_code == status, count
    assert (
        "more than 8 lines"
        in browser.post(
            url("write_profile", child), form_of(browser, child) | {"helps": "x\n" * 9}
        ).content.decode()
    )


def test_two_who_begin_at_once_meet_and_nothing_is_lost(acting, teacher, child):
    ta = person("ta", at=teacher.school)
    access(ta, child)
    first = acting(teacher)
    opened = form_of(first, child)
    profile(child, by=ta, admire="Funny", helps="")
    sent = first.post(url("write_profile", child), opened | WORDS)
    page = sent.content.decode()
    assert sent.status_code == 422 and "Somebody else saved" in page
    assert "Funny" in page and "Kind to others" in page
    assert stored(child).admire == "Funny"
    again = {name: sent.context["form"][name].value() or "" for name in sent.context["form"].fields}
    assert first.post(url("write_profile", child), again).status_code == 302
    assert stored(child).admire == "Kind to others" and stored(child).version == 2


def test_new_words_were_not_agreed_with_the_pupil(acting, teacher, child):
    profile(child, by=teacher)
    browser = acting(teacher)
    browser.post(url("agree_profile", child), {"version": "1"})
    assert stored(child).agreed_on is not None
    browser.post(url("write_profile", child), form_of(browser, child))
    assert stored(child).agreed_on is not None  # control: the same words
    browser.post(url("write_profile", child), form_of(browser, child) | {"hinders": "Shouting"})
    assert stored(child).agreed_on is None


def test_agreeing_to_words_one_has_not_seen_does_nothing(acting, teacher, child):
    profile(child, by=teacher, version=3)
    acting(teacher).post(url("agree_profile", child), {"version": "2"})
    assert stored(child).agreed_on is None


@pytest.mark.parametrize("name", ["agree_profile", "publish_profile"])
def test_a_button_without_words_does_nothing(acting, senco, child, name):
    answer = acting(senco).post(url(name, child), {"version": "0"}, follow=True)
    assert "Read it as it is now" in answer.content.decode()
    with as_owner():
        assert not Profile.objects.exists() and not ProfileVersion.objects.exists()


def test_publishing_freezes_the_words_and_withdraws_the_version_before(acting, senco, teacher, child):
    made = profile(child, by=teacher)
    browser = acting(senco)
    browser.post(url("publish_profile", child), {"version": "1"})
    browser.post(url("publish_profile", child), {"version": "1"})  # nothing new: no second version
    with as_owner():
        Profile.objects.filter(pk=made.pk).update(helps="Sit near me", version=2)
    browser.post(url("publish_profile", child), {"version": "1"})  # not the words that the SENCO saw
    assert [one.number for one in versions(child)] == [1]
    browser.post(url("publish_profile", child), {"version": "2"})
    first, second = versions(child)
    assert (first.helps, second.helps) == ("Give me time to think", "Sit near me")
    assert first.withdrawn_at is not None and second.withdrawn_at is None


def test_taking_it_down_leaves_the_versions_on_record(acting, senco, child):
    published(child, by=senco)
    acting(senco).post(url("take_down_profile", child))
    [version] = versions(child)
    assert version.withdrawn_at is not None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("publish_profile", "teacher"),
        ("publish_profile", "admin"),
        ("take_down_profile", "ta"),
        ("write_profile", "head"),
    ],
)
def test_wrong_role(acting, senco, teacher, child, name, role):
    profile(child, by=teacher)
    somebody = person(role, at=senco.school)
    access(somebody, child)
    assert acting(somebody).post(url(name, child), {"version": "1"}).status_code == 403


@pytest.mark.parametrize(
    "name",
    ["pupil_profile", "write_profile", "agree_profile", "confirm_profile", "profile_history", "alerts"],
)
def test_a_stranger_finds_nothing(acting, teacher, child, name):
    colleague = acting(person("teacher", at=teacher.school))
    method = colleague.post if name in ("agree_profile", "confirm_profile") else colleague.get
    assert method(url(name, child)).status_code == 404


@pytest.mark.parametrize("name", ["agree_profile", "publish_profile", "take_down_profile", "confirm_profile"])
def test_get_is_refused(acting, senco, child, name):
    assert acting(senco).get(url(name, child)).status_code == 405
