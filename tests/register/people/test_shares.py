"""Sharing pupils by name with somebody from outside: which, why, until when, and the end."""

import pytest

from register.models import Pupil, PupilAccess
from senco.access.context import acting_as
from senco.drafts.models import Draft
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def psychologist(senco):
    return person("professional", at=senco.school, title="", last_name="Osei", organisation="EPS")


def details(person, pupils: str, **changed) -> dict:
    moments = {"starts": days(-0.01).strftime("%Y-%m-%dT%H:%M"), "ends": days(30).strftime("%Y-%m-%dT%H:%M")}
    return (
        {"person": str(person.pk), "pupils": pupils, "reason": "Assessment of reading in May."}
        | moments
        | changed
    )


def grants():
    with as_owner():
        return list(PupilAccess.objects.order_by("pk"))


def test_two_pupils_are_shared_until_a_moment(proved, senco, psychologist):
    ava = pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith")
    zoe = pupil(at=senco.school, legal_forename="Zoë", legal_surname="Jones", admission_number="004711")
    proved(senco).post("/people/shares/new/", details(psychologist, "ava smith\n004711"))
    assert {grant.content_object_id for grant in grants()} == {ava.pk, zoe.pk}
    assert {(grant.source, grant.granted_by_id) for grant in grants()} == {("share", senco.pk)}
    with acting_as(psychologist):
        assert Pupil.objects.count() == 2


def test_the_mail_says_that_something_waits_and_names_nobody(proved, senco, psychologist):
    pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith")
    proved(senco).post("/people/shares/new/", details(psychologist, "Ava Smith"))
    with as_owner():
        message = OutboxMessage.objects.get()
    assert message.to == psychologist.email
    assert "Ava" not in message.subject + message.text
    assert "shared with you" in message.subject


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"pupils": "Nobody Here"}, "No pupil on roll is called “Nobody Here”"),
        ({"pupils": "Twin"}, "Several pupils match “Twin”"),
        ({"pupils": ""}, "Pupils"),
        ({"reason": "short"}, "at least 10"),
        ({"ends": "2020-01-01T10:00", "starts": "2019-01-01T10:00"}, "has passed"),
        ({"ends": days(-2).strftime("%Y-%m-%dT%H:%M")}, "end after it begins"),
        ({"ends": days(500).strftime("%Y-%m-%dT%H:%M")}, "400 days at most"),
        ({"person": "not a key"}, "With whom"),
    ],
)
def test_what_cannot_be_shared_is_said_in_words_and_changes_nothing(
    proved, senco, psychologist, changed, words
):
    for forename in ("Tim", "Tom"):
        pupil(at=senco.school, legal_forename=forename, legal_surname="Twin")
    page = proved(senco).post("/people/shares/new/", details(psychologist, "Tim Twin") | changed)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert grants() == []


def test_every_line_that_was_not_understood_is_named(proved, senco, psychologist):
    pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith")
    page = proved(senco).post(
        "/people/shares/new/", details(psychologist, "Ava Smith\nFirst Wrong\nSecond Wrong")
    )
    text = page.content.decode()
    assert "First Wrong" in text
    assert "Second Wrong" in text
    assert grants() == []


def test_pupils_of_another_school_are_not_found(proved, senco, psychologist):
    pupil(at=person("senco").school, legal_forename="Far", legal_surname="Away")
    page = proved(senco).post("/people/shares/new/", details(psychologist, "Far Away"))
    assert "No pupil on roll" in page.content.decode()


def test_sharing_twice_is_refused(proved, senco, psychologist):
    pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith")
    browser = proved(senco)
    browser.post("/people/shares/new/", details(psychologist, "Ava Smith"))
    page = browser.post("/people/shares/new/", details(psychologist, "Ava Smith"))
    assert "Shared with this person already: Ava Smith" in page.content.decode()
    assert len(grants()) == 1


def test_families_and_governors_are_not_offered(proved, senco):
    others = [person(role, at=senco.school) for role in ("parent", "governor", "head")]
    page = proved(senco).get("/people/shares/new/").content.decode()
    assert not [other for other in others if str(other.pk) in page]


def test_a_link_from_the_pupils_page_fills_the_pupil_in(proved, senco):
    ava = pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith", admission_number="004711")
    assert "Ava Smith 004711" in proved(senco).get(f"/people/shares/new/?pupil={ava.pk}").content.decode()
    assert proved(senco).get("/people/shares/new/?pupil=nonsense").status_code == 200


def test_ending_a_share_ends_it_at_the_next_request(proved, senco, psychologist):
    grant = access(psychologist, pupil(at=senco.school), ends=days(10))
    with acting_as(psychologist):
        assert Pupil.objects.count() == 1
    answer = proved(senco).post(f"/people/shares/{grant.pk}/end/")
    assert answer.status_code == 302
    with acting_as(psychologist):
        assert Pupil.objects.count() == 0


def test_only_shares_can_be_ended_here_and_only_by_those_who_share(proved, senco, psychologist):
    derived = access(psychologist, pupil(at=senco.school), source="group", ends=days(10))
    shared = access(psychologist, pupil(at=senco.school), ends=days(10))
    assert proved(senco).post(f"/people/shares/{derived.pk}/end/").status_code == 404
    assert (
        proved(person("admin", at=senco.school)).post(f"/people/shares/{shared.pk}/end/").status_code == 403
    )
    assert proved(person("senco")).post(f"/people/shares/{shared.pk}/end/").status_code == 404
    assert proved(senco).get(f"/people/shares/{shared.pk}/end/").status_code == 405


def test_the_list_shows_running_and_ended_shares_apart(proved, senco, psychologist):
    access(psychologist, pupil(at=senco.school, legal_surname="Onward"), ends=days(10))
    access(psychologist, pupil(at=senco.school, legal_surname="Bygone"), ends=days(-0.5))
    browser = proved(senco)
    running, ended = (browser.get(f"/people/shares/{query}").content.decode() for query in ("", "?ended=1"))
    assert ("Onward" in running, "Bygone" in running) == (True, False)
    assert ("Onward" in ended, "Bygone" in ended) == (False, True)


def test_the_list_sends_the_same_queries_for_one_and_for_fifty(proved, senco, psychologist, count_queries):
    access(psychologist, pupil(at=senco.school), ends=days(10))
    browser = proved(senco)
    before = count_queries(browser, "/people/shares/")
    for _number in range(49):
        access(psychologist, pupil(at=senco.school), ends=days(10))
    assert count_queries(browser, "/people/shares/") == before <= 12


def test_a_draft_comes_back_and_goes_once_the_share_is_made(proved, senco, psychologist):
    pupil(at=senco.school, legal_forename="Ava", legal_surname="Smith")
    browser = proved(senco)
    typed = details(psychologist, "Ava Smith", reason="Half a sen")
    browser.post("/drafts/", typed | {"draft_key": "share:new"})
    assert "Half a sen" in browser.get("/people/shares/new/").content.decode()
    browser.post("/people/shares/new/", details(psychologist, "Ava Smith"))
    with as_owner():
        assert not Draft.objects.exists()
