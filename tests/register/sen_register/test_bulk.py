"""Something for many pupils at once, and taking it back."""

import re

import pytest
from django.urls import reverse

from register.models import Monitoring, Pupil, PupilAccess
from tests.days import in_days
from tests.factories import as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
ADULT, WATCH, STOP = (
    reverse(f"register:{name}") for name in ("set_key_adults", "watch_pupils", "stop_watching")
)


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def office(proved, senco):
    return proved(senco)


@pytest.fixture
def helper(senco):
    return person("ta", at=senco.school)


@pytest.fixture
def pupils(senco):
    made = [pupil(at=senco.school, legal_surname=f"P{number}") for number in range(3)]
    for each in made:
        on_status(each)
    return made


def send(office, url, ticked, answers=None, **filters):
    query = "&".join(
        [f"selected={each.pk}" for each in ticked] + [f"{name}={value}" for name, value in filters.items()]
    )
    return office.post(f"{url}?{query}", answers or {})


def adults(pupils):
    with as_owner():
        return [Pupil.objects.get(pk=each.pk).key_adult_id for each in pupils]


def has_access(helper, child) -> bool:
    with as_owner():
        return PupilAccess.objects.live().filter(membership=helper, content_object=child).exists()


def test_the_page_names_who_is_concerned_before_anything_happens(office, pupils):
    text = office.get(ADULT, {"selected": [pupils[0].pk, pupils[1].pk]}).content.decode()
    assert "This concerns 2 pupils" in text and pupils[0].name in text and pupils[2].name not in text
    assert adults(pupils) == [None, None, None]


def test_the_ticked_get_the_key_adult_who_may_then_open_their_record(office, pupils, helper):
    answer = send(office, ADULT, pupils[:2], {"adult": helper.pk}, year=7)
    assert answer.url == f"{reverse('register:register')}?year=7"
    assert adults(pupils) == [helper.pk, helper.pk, None]
    assert has_access(helper, pupils[0]) and not has_access(helper, pupils[2])


def test_it_is_undone_whole(office, pupils, helper, senco):
    send(office, ADULT, pupils[:1], {"adult": senco.pk})
    answer = send(office, ADULT, pupils, {"adult": helper.pk})
    undo = undo_of(office, answer)
    office.post(undo)
    assert adults(pupils) == [senco.pk, None, None]
    assert not has_access(helper, pupils[1])
    assert "Nothing was undone" in office.post(undo, follow=True).content.decode()


def undo_of(office, answer) -> str:
    text = office.get(answer.url).content.decode()
    return re.findall(r'action="([^"]+/key-adult/undo/[^"]+)"', text)[-1]


def test_a_newer_choice_survives_an_undo(office, pupils, helper, senco):
    undo = undo_of(office, send(office, ADULT, pupils[:2], {"adult": helper.pk}))
    send(office, ADULT, pupils[:1], {"adult": senco.pk})
    office.post(undo)
    assert adults(pupils) == [senco.pk, None, None]


def test_somebody_elses_change_cannot_be_undone(proved, office, pupils, helper, senco):
    undo = undo_of(office, send(office, ADULT, pupils[:1], {"adult": helper.pk}))
    proved(person("senco", at=senco.school)).post(undo)
    assert adults(pupils)[0] == helper.pk


@pytest.mark.parametrize("role", ["parent", "professional"])
def test_only_staff_can_be_a_key_adult(office, pupils, senco, role):
    answer = send(office, ADULT, pupils, {"adult": person(role, at=senco.school).pk})
    assert answer.status_code == 422 and adults(pupils) == [None] * 3


def named_on(page) -> dict:
    """Whom the page names, as its form carries them."""
    return {"named": re.search(r'name="named" value="([^"]*)"', page.content.decode())[1]}


def test_all_pages_of_the_list_at_once(office, pupils, helper):
    page = office.get(ADULT, {"whole_list": 1})
    office.post(ADULT, {"adult": helper.pk} | named_on(page))
    assert adults(pupils) == [helper.pk] * 3


def test_it_happens_to_those_who_were_named_whoever_has_come_to_the_list_since(office, pupils, helper, senco):
    page = office.get(ADULT, {"whole_list": 1, "status": "K"})
    newcomer = pupil(at=senco.school)
    on_status(newcomer)
    with as_owner():
        pupils[0].statuses.update(provision="E")
    office.post(f"{ADULT}?status=K", {"adult": helper.pk} | named_on(page))
    assert adults([*pupils, newcomer]) == [helper.pk] * 3 + [None]


def test_a_wrong_answer_keeps_those_who_were_named(office, pupils):
    named = named_on(office.get(ADULT, {"whole_list": 1}))
    again = office.post(ADULT, {"adult": ""} | named)
    assert again.status_code == 422 and named_on(again) == named


@pytest.mark.parametrize("url", [ADULT, WATCH, STOP])
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "ticked nobody"),
        ("choosing=1", "ticked nobody"),
        ("selected=nonsense", "ticked nobody"),
        ("form_group=7Z&whole_list=1", "no form “7Z”"),
        ("year=99&whole_list=1", "in the year you chose"),
        ("need=GONE&whole_list=1", "valid choice"),
        ("on=2026-03-02&whole_list=1", "of a past day"),
        ("on=2999-01-01&whole_list=1", "today or an earlier day"),
    ],
)
def test_nobody_named_is_nobody_and_never_everybody(office, pupils, helper, url, address, said):
    for answer in (
        office.get(f"{url}?{address}", follow=True),
        office.post(
            f"{url}?{address}", {"adult": helper.pk, "review_on": in_days(30).isoformat()}, follow=True
        ),
    ):
        text = answer.content.decode()
        assert answer.redirect_chain and (said in text or "before you go on" in text)
    assert adults(pupils) == [None] * 3


def test_a_list_is_not_changed_before_its_names_were_seen(office, pupils, helper):
    office.post(f"{ADULT}?whole_list=1", {"adult": helper.pk})
    office.post(ADULT, {"adult": helper.pk, "named": ""})
    assert adults(pupils) == [None] * 3


def test_pupils_of_another_school_are_never_among_them(office, pupils, helper):
    stranger = pupil(at=person("senco").school)
    send(office, ADULT, [stranger, pupils[0]], {"adult": helper.pk}, status="all")
    assert adults([stranger, pupils[0]]) == [None, helper.pk]


def running(of) -> bool:
    with as_owner():
        return Monitoring.objects.current().filter(pupil=of).exists()


def test_watching_leaves_out_who_is_on_the_register(office, pupils, senco):
    below = pupil(at=senco.school)
    send(office, WATCH, [below, pupils[0]], {"review_on": in_days(30).isoformat()}, status="all")
    assert running(below) and not running(pupils[0])
    send(office, STOP, [below], status="all")
    assert not running(below)


def test_a_past_date_to_look_again_is_refused_in_words(office, senco):
    below = pupil(at=senco.school)
    answer = send(office, WATCH, [below], {"review_on": "2020-01-01"}, status="all")
    assert answer.status_code == 422 and "after today" in answer.content.decode()
    assert not running(below)


def test_with_nobody_concerned_the_page_says_so(office, pupils):
    assert "Nothing to do" in office.get(STOP, {"selected": pupils[0].pk}).content.decode()


@pytest.mark.parametrize("url", [ADULT, WATCH, STOP])
def test_teachers_may_not(proved, url):
    assert proved(person("teacher")).get(url).status_code == 403


@pytest.mark.parametrize("url", [WATCH, STOP])
def test_watching_is_the_sencos_matter(proved, url):
    assert proved(person("admin")).get(url).status_code == 403


def test_an_undo_is_never_a_link(office):
    assert office.get(reverse("register:undo_key_adults", args=[1, 2])).status_code == 405
