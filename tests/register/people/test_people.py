"""The lists of people, one person's page, and the end of a role."""

import pytest

from register.models import Pupil, PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Invitation, Membership
from tests.factories import access, as_owner, contact, group, person, pupil
from tests.factories.records import days
from tests.register.people.inviting import invited, known

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco", last_name="Lead")


def people_of(page) -> str:
    return page.content.decode().split("<table")[-1]


def test_each_kind_has_its_list(proved, senco):
    names = {
        "staff": "teacher",
        "parents": "parent",
        "professionals": "professional",
        "governors": "governor",
    }
    for kind, role in names.items():
        person(role, at=senco.school, title="", last_name=f"Of-{kind}")
    browser = proved(senco)
    for kind in names:
        page = people_of(browser.get(f"/people/kind/{kind}/"))
        assert [other for other in names if f"Of-{other}" in page] == [kind]


def test_a_kind_that_does_not_exist_is_not_found(proved, senco):
    assert proved(senco).get("/people/kind/pirates/").status_code == 404


def test_nobody_of_another_school_is_listed(proved, senco):
    person("teacher", last_name="Elsewhere")
    assert "Elsewhere" not in proved(senco).get("/people/").content.decode()


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("none", "Not invited"),
        ("invited", "Invited until"),
        ("expired", "Invitation expired"),
        ("active", "Has an account"),
        ("ended", "Ended"),
    ],
)
def test_everybody_stands_somewhere_and_can_be_filtered_by_it(proved, senco, standing, words):
    here = senco.school
    known("teacher", at=here, last_name="Never", email="a@example.org")
    invited("teacher", at=here, by=senco, last_name="Waiting", email="b@example.org")
    late, _link = invited("teacher", at=here, by=senco, last_name="Late", email="c@example.org")
    person("teacher", at=here, last_name="Here")
    person("teacher", at=here, last_name="Gone", ends=days(-0.5))
    with as_owner():
        Invitation.objects.filter(membership=late).update(expires_at=days(-0.1))
    who = {"none": "Never", "invited": "Waiting", "expired": "Late", "active": "Here", "ended": "Gone"}
    page = people_of(proved(senco).get(f"/people/?standing={standing}"))
    assert words in page
    assert [name for name in who.values() if name in page] == [who[standing]]


def test_those_whose_role_ended_are_out_of_the_way(proved, senco):
    person("teacher", at=senco.school, last_name="Gone", ends=days(-0.5))
    assert "Gone" not in people_of(proved(senco).get("/people/"))


def test_words_find_names_addresses_and_organisations(proved, senco):
    person(
        "professional",
        at=senco.school,
        title="",
        first_name="Kwame",
        last_name="Mensah",
        organisation="Speech service",
    )
    person("professional", at=senco.school, title="", last_name="Another")
    for words in ("mensah", "kwame speech", "SPEECH"):
        page = people_of(proved(senco).get("/people/kind/professionals/", {"q": words}))
        assert "Mensah" in page
        assert "Another" not in page


def test_lists_send_the_same_queries_for_one_and_for_fifty(proved, senco, count_queries):
    browser = proved(senco)
    before = count_queries(browser, "/people/")
    for _number in range(50):
        person("teacher", at=senco.school)
    assert count_queries(browser, "/people/") == before
    assert before <= 12


def test_a_persons_page_shows_children_invitations_and_shares(proved, senco):
    parent, _link = invited("parent", at=senco.school, by=senco)
    child = pupil(at=senco.school, legal_forename="Own", legal_surname="Child")
    contact(child, membership=parent)
    page = proved(senco).get(f"/people/{parent.pk}/").content.decode()
    assert "Own Child" in page
    assert "Open until" in page
    assert "Take the invitation back" in page


def test_an_administrator_sees_but_does_not_end_the_senco(proved, senco):
    browser = proved(person("admin", at=senco.school))
    assert "End this role" not in browser.get(f"/people/{senco.pk}/").content.decode()
    assert browser.post(f"/people/{senco.pk}/end/").status_code == 403


def test_ending_says_what_will_happen_and_does_nothing_until_confirmed(proved, senco):
    teacher = person("teacher", at=senco.school)
    access(teacher, pupil(at=senco.school))
    page = proved(senco).get(f"/people/{teacher.pk}/end/").content.decode()
    assert "They see 1 pupil by name today" in page
    with as_owner():
        assert Membership.objects.get(pk=teacher.pk).ends is None


def test_an_ended_role_sees_nothing_from_the_next_request_and_no_rule_brings_it_back(proved, senco):
    from register.actions.access import derive_access

    teacher, child = person("teacher", at=senco.school), pupil(at=senco.school)
    group(at=senco.school, teachers=[teacher], pupils=[child])
    with as_owner():
        derive_access(school=senco.school)
    access(teacher, pupil(at=senco.school), ends=days(5))
    with acting_as(teacher):
        assert Pupil.objects.count() == 2
    proved(senco).post(f"/people/{teacher.pk}/end/")
    with acting_as(teacher):
        assert Pupil.objects.count() == 0
    with as_owner():
        derive_access(school=senco.school)
        assert not PupilAccess.objects.filter(membership=teacher, ends__isnull=True).exists()
        assert not PupilAccess.objects.filter(membership=teacher, ends__gt=days(1)).exists()


def test_nobody_ends_their_own_role(proved, senco):
    assert proved(senco).post(f"/people/{senco.pk}/end/").status_code == 404
    with as_owner():
        assert Membership.objects.get(pk=senco.pk).ends is None


def test_what_is_typed_badly_is_said_beside_the_field(proved, senco):
    page = proved(senco).post("/people/invite/", {"role": "teacher", "last_name": " ", "email": "no address"})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Fill in “Last name”" in text
    assert "valid email address" in text


def test_somebody_known_is_not_made_twice(proved, senco):
    known("governor", at=senco.school, email="gov@example.org")
    page = proved(senco).post(
        "/people/invite/", {"role": "governor", "last_name": "Gov", "email": "GOV@example.org"}
    )
    assert "is in the list already" in page.content.decode()


def test_staff_are_invited_together(proved, senco):
    for number in range(3):
        known("teacher", at=senco.school, email=f"t{number}@example.org", last_name=f"T{number}")
    known("ta", at=senco.school, email="", last_name="Mute")
    browser = proved(senco)
    page = browser.get("/people/invite/staff/").content.decode()
    assert "No email address is recorded." in page
    keys = [part.split('"')[0] for part in page.split('name="selected" value="')[1:]]
    answer = browser.post("/people/invite/staff/", {"selected": keys[:2]}, follow=True)
    assert "2 invitations are on their way" in answer.content.decode()
    with as_owner():
        assert Invitation.objects.open().count() == 2


def test_everybody_whose_invitation_runs_out_stands_in_one_list(acting):
    senco = person("senco")
    for role, ends in (("parent", 2), ("teacher", 6), ("governor", 8), ("ta", -1)):
        with as_owner():
            somebody = Membership.objects.create(school=senco.school, role=role, last_name=f"Ends{ends}")
            Invitation.objects.create(
                school=senco.school, membership=somebody, email="x@example.org", token_hash=f"{role}", expires_at=days(ends)
            )  # fmt: skip
    found = acting(senco).get("/people/kind/everybody/?due=soon").context["page"]
    assert {each.last_name for each in found} == {"Ends2", "Ends6"}
