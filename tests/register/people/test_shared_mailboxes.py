"""A mailbox that two people share links neither of them to a pupil whom a court order keeps from one of them."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from register.actions.access import derive_access
from register.actions.people import invite_contacts, invite_several
from register.models import Contact, Pupil
from register.queries.people import parents_to_invite
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Invitation
from tests.factories import as_owner, contact, person, pupil
from tests.register.people.isla import dana, derive, isla, senco

__all__ = ["dana", "isla", "senco"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(senco):
    """Rob signs in with the family's address for Ben. Of Amy there are Ann, without an order, and Rob, with one."""
    rob = person("parent", at=senco.school, first_name="Rob", last_name="Bell")
    ben, amy = pupil(at=senco.school), pupil(at=senco.school)
    contact(ben, forename="Rob", surname="Bell", email=rob.email, membership=rob)
    ann = contact(amy, forename="Ann", surname="Bell", email=rob.email.upper())
    order = contact(
        amy, forename="Rob", surname="Bell", email=rob.email, court_order=True, parental_responsibility=False
    )
    derive(senco)
    return rob, ben, amy, ann, order


def pupils_of(parent) -> set:
    with acting_as(parent):
        return set(Pupil.objects.values_list("pk", flat=True))


def test_inviting_the_mother_does_not_link_the_barred_father(proved, senco, family):
    rob, ben, _amy, ann, _order = family
    page = proved(senco).post(f"/people/contacts/{ann.pk}/invite/")
    assert page.status_code == 422
    assert "A court order is recorded for this email address" in page.content.decode()
    with acting_as(senco), pytest.raises(ValidationError):
        invite_contacts(contacts=[ann], by=senco)
    assert pupils_of(rob) == {ben.pk}


def test_another_address_of_an_account_that_an_order_names_closes_at_once(proved, senco, family):
    _rob, _ben, amy, _ann, order = family
    gran = person("parent", at=senco.school, first_name="Gran", last_name="Bell")
    contact(amy, forename="Gran", surname="Bell", membership=gran, email=gran.email)
    derive(senco)
    assert pupils_of(gran) == {amy.pk}
    details = {"first_name": "Gran", "last_name": "Bell", "email": order.email}
    assert proved(senco).post(f"/people/{gran.pk}/edit/", details).status_code == 302
    assert pupils_of(gran) == set()


def test_one_who_cannot_be_invited_any_more_stops_nobody_else(senco, family):
    _rob, _ben, amy, _ann, _order = family
    contact(amy, forename="Gran", surname="Bell", relationship="GRP", email="gran@example.org")
    late = contact(pupil(at=senco.school), forename="Late", surname="Row", email="late@example.org")
    with acting_as(senco):
        candidates = parents_to_invite(senco, on_register_only=False)
    contact(late.pupil, forename="Other", surname="Person", email=late.email)
    with acting_as(senco):
        assert invite_several(candidates=candidates, by=senco) == 1
    with as_owner():
        assert [each.email for each in Invitation.objects.open()] == ["gran@example.org"]


def test_the_bulk_list_looks_at_everybody_at_the_address(senco, family):
    with acting_as(senco):
        candidates = parents_to_invite(senco, on_register_only=False)
    (ann,) = [candidate for candidate in candidates if candidate.contacts[0].forename == "Ann"]
    assert "court order" in ann.problem


def test_an_ended_contact_with_an_order_keeps_the_mailbox_shut(proved, senco, family):
    _rob, _ben, _amy, ann, order = family
    with as_owner():
        Contact.objects.filter(pk=order.pk).update(ended_on=datetime.date(2026, 1, 1))
    assert proved(senco).post(f"/people/contacts/{ann.pk}/invite/").status_code == 422


def test_an_address_that_belongs_to_somebody_else_is_not_linked(proved, senco):
    rob = person("parent", at=senco.school, first_name="Rob", last_name="Bell")
    ann = contact(pupil(at=senco.school), forename="Ann", surname="Bell", email=rob.email)
    page = proved(senco).post(f"/people/contacts/{ann.pk}/invite/")
    assert "belongs to Rob Bell" in page.content.decode()
    with as_owner():
        assert not Contact.objects.filter(membership=rob).exists()
    decide_page = proved(senco).get(f"/people/contacts/{ann.pk}/decide/")
    assert "make sure that it is the right person" in decide_page.content.decode()


def test_a_link_made_before_the_order_came_is_dissolved_and_stays_so(senco, family):
    rob, ben, amy, ann, order = family
    with as_owner():
        Contact.objects.filter(pk=ann.pk).update(membership=rob)
    derive(senco)
    assert pupils_of(rob) == {ben.pk}
    with as_owner():
        assert Contact.objects.get(pk=ann.pk).membership_id is None
        Contact.objects.filter(pk=order.pk).update(court_order=False)
    derive(senco)
    assert pupils_of(rob) == {ben.pk}


def test_the_system_derives_no_barred_access_either(senco, family):
    rob, ben, _amy, ann, _order = family
    with as_owner():
        Contact.objects.filter(pk=ann.pk).update(membership=rob)
    with acting_as_system(purpose="test"):
        derive_access(school=senco.school)
    assert pupils_of(rob) == {ben.pk}


def test_an_order_on_a_row_linked_under_another_address_counts(proved, senco):
    rob = person("parent", at=senco.school, first_name="Rob", last_name="Bell")
    amy = pupil(at=senco.school)
    contact(amy, forename="Rob", surname="Bell", email="", membership=rob, court_order=True)
    again = contact(amy, forename="R", surname="Bell", email=rob.email)
    assert proved(senco).post(f"/people/contacts/{again.pk}/invite/").status_code == 422


@pytest.fixture
def gabriel(senco, isla):
    """Isla's father, kept away from her by a court."""
    known = {
        "forename": "Gabriel",
        "surname": "Hebden",
        "relationship": "FAT",
        "email": "gabriel@example.org",
    }
    return contact(isla, court_order=True, parental_responsibility=False, **known)


def test_an_address_taken_off_somebody_with_an_order_stays_kept_out(proved, senco, isla, gabriel):
    with as_owner():
        Contact.objects.filter(pk=gabriel.pk).update(email="", restriction="")
    row = contact(isla, forename="Ann", surname="Marlowe", email="Gabriel@example.org")
    page = proved(senco).post(f"/people/contacts/{row.pk}/invite/")
    assert "A court order is recorded for this email address" in page.content.decode()


def test_an_order_recorded_anew_forgets_the_address_that_was_mistyped(proved, senco, isla, gabriel):
    with as_owner():
        Contact.objects.filter(pk=gabriel.pk).update(email="", court_order=False)
        Contact.objects.filter(pk=gabriel.pk).update(court_order=True)
    row = contact(isla, forename="Ann", surname="Marlowe", email="gabriel@example.org")
    assert proved(senco).post(f"/people/contacts/{row.pk}/invite/").status_code == 302


@pytest.mark.parametrize(
    "written",
    [
        {"forename": "Gabriel", "surname": "Hebdon", "relationship": "OTH"},
        {"forename": "G", "surname": "HEBDEN", "relationship": "OTH"},
        {"forename": "Bill", "surname": "Hebden", "relationship": "FAT"},
        {"forename": "Paul", "surname": "Smith", "relationship": "OTH", "phone": "+44 7700 900123"},
    ],
)
def test_who_looks_like_somebody_with_an_order_is_not_invited(proved, senco, isla, gabriel, written):
    with as_owner():
        Contact.objects.filter(pk=gabriel.pk).update(email="", phone="07700 900123")
    row = contact(isla, email="another@example.org", **written)
    for browser in (proved(person("admin", at=senco.school)), proved(senco)):
        page = browser.post(f"/people/contacts/{row.pk}/invite/")
        assert (page.status_code, "Looks like Gabriel Hebden" in page.content.decode()) == (422, True)
    assert proved(senco).get(f"/people/contacts/{row.pk}/decide/").status_code == 200


def test_the_mother_beside_him_is(proved, senco, isla, gabriel):
    row = contact(isla, forename="Gillian", surname="Hebden", relationship="MOT", email="gill@example.org")
    assert proved(senco).post(f"/people/contacts/{row.pk}/invite/").status_code == 302
