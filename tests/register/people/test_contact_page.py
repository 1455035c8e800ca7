"""The page of one contact: an order and what it limits, an end, a wrong link; nothing there opens anything by itself."""

import pytest
from django.core.exceptions import PermissionDenied

from register.actions.contacts import FACTS, change_contact
from register.models import Contact
from register.queries.contacts import last_change_of
from senco.access.context import acting_as
from senco.accounts.models import Invitation, Membership
from tests.factories import as_owner, contact, person
from tests.register.mis.bringing import CONTACT_HEADER, take
from tests.register.people.isla import ORDERED, dana, isla, sees, senco, the_row

__all__ = ["dana", "isla", "senco"]

pytestmark = pytest.mark.django_db


def answers(page, **changed) -> dict:
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (values | changed).items() if value not in (None, False, "")}


def change(browser, row, **changed):
    address = f"/people/contacts/{row.pk}/"
    return browser.post(address, answers(browser.get(address), **changed))


def test_an_order_is_recorded_with_what_it_limits_and_closes_at_once(proved, senco, dana):
    admin = person("admin", at=senco.school, last_name="Tallis")
    change(proved(admin), the_row(senco), court_order="on", restriction="No contact at school.")
    row = the_row(senco)
    assert (row.court_order, row.restriction) == (True, "No contact at school.")
    assert not sees(dana)
    page = proved(senco).get(row.pupil.get_absolute_url()).content.decode()
    assert "No contact at school." in page and f"/people/contacts/{row.pk}/" in page
    changes = proved(senco).get(f"/people/contacts/{row.pk}/").content.decode().split("What was changed")[1]
    assert f"<small> {admin.name}</small>" in changes and "A parent or carer" not in changes


def test_lifting_it_is_the_sencos_and_opens_nothing(proved, senco, dana):
    browser = proved(person("admin", at=senco.school))
    change(browser, the_row(senco), court_order="on")
    change(browser, the_row(senco), court_order="")
    assert the_row(senco).court_order  # the box is not theirs
    change(proved(senco), the_row(senco), court_order="")
    row = the_row(senco)
    assert (row.court_order, row.membership_id) == (False, None)
    assert not sees(dana)
    page = proved(senco).get(f"/people/contacts/{row.pk}/").content.decode()
    changes = page.split("What was changed")[1]  # above it the page's own head names who reads it
    assert "Court order: no" in changes and f"<small> {senco.name}</small>" in changes


def test_an_end_closes_and_taking_it_back_opens_nothing(proved, senco, dana):
    change(proved(senco), the_row(senco), ended_on="2026-01-01")
    assert not sees(dana)
    page = proved(senco).get(the_row(senco).pupil.get_absolute_url()).content.decode()
    assert "No longer contacts" in page
    change(proved(senco), the_row(senco), ended_on="")
    assert the_row(senco).ended_on is None
    assert not sees(dana)


def test_a_child_is_parted_from_an_account(proved, senco, dana):
    change(proved(senco), the_row(senco), unlink="on")
    assert the_row(senco).membership_id is None
    assert not sees(dana)


def test_a_form_that_is_older_than_an_order_does_not_lift_it(proved, senco, dana):
    browser, row = proved(senco), the_row(senco)
    read = answers(browser.get(f"/people/contacts/{row.pk}/"))
    take(senco, CONTACT_HEADER + ORDERED)
    late = browser.post(f"/people/contacts/{row.pk}/", read)
    assert late.status_code == 422
    assert "Somebody else changed this contact" in late.content.decode()
    assert the_row(senco).court_order


def test_an_end_to_come_is_refused(proved, senco, dana):
    assert change(proved(senco), the_row(senco), ended_on="2126-01-01").status_code == 422
    assert sees(dana)


def test_a_contact_linked_already_can_be_decided_about(proved, senco, dana):
    change(proved(senco), the_row(senco), court_order="on")
    row = the_row(senco)
    assert proved(senco).get(f"/people/contacts/{row.pk}/decide/").status_code == 200


def test_where_nothing_is_in_the_way_there_is_nothing_to_decide(proved, senco, dana):
    assert proved(senco).get(f"/people/contacts/{the_row(senco).pk}/decide/").status_code == 404


def test_another_address_takes_an_open_invitation_back(proved, senco, isla):
    row = contact(isla, forename="Dana", surname="Marlowe", email="dana@example.org")
    proved(senco).post(f"/people/contacts/{row.pk}/invite/")
    change(proved(senco), row, email="new@example.org")
    with as_owner():
        assert Membership.objects.get(pk=Contact.objects.get().membership_id).email == "new@example.org"
        assert not Invitation.objects.open().exists()


def test_an_end_takes_the_last_open_invitation_back(proved, senco, isla):
    row = contact(isla, forename="Dana", surname="Marlowe", email="dana@example.org")
    proved(senco).post(f"/people/contacts/{row.pk}/invite/")
    change(proved(senco), row, court_order="on")
    with as_owner():
        assert not Invitation.objects.open().exists()


def test_the_page_is_the_offices_alone(acting, proved, senco, dana):
    row = the_row(senco)
    address = f"/people/contacts/{row.pk}/"
    assert "reauthenticate" in acting(senco).get(address).headers["Location"]
    assert proved(person("senco")).get(address).status_code == 404
    for role in ("teacher", "parent", "professional", "governor"):
        assert proved(person(role, at=senco.school)).get(address).status_code == 403


def test_whom_an_order_is_about_is_not_the_offices_to_change(proved, senco, dana):
    office = proved(person("admin", at=senco.school))
    change(office, the_row(senco), court_order="on", restriction="No contact at school.")
    change(office, the_row(senco), email="", restriction="", forename="Somebody", surname="Else", phone="01")
    row = the_row(senco)
    assert (row.name, row.email, row.restriction) == (
        "Dana Marlowe",
        "dana@example.org",
        "No contact at school.",
    )
    assert row.phone == "01"  # control: what is not the order's is theirs
    change(proved(senco), row, email="", restriction="")
    assert (the_row(senco).email, the_row(senco).restriction) == ("", "")


def test_not_by_the_action_either(senco, dana):
    office = person("admin", at=senco.school)
    with as_owner():
        Contact.objects.update(court_order=True)
    row = the_row(senco)
    facts = {name: getattr(row, name) for name in FACTS}
    with acting_as(office), pytest.raises(PermissionDenied):
        change_contact(contact=row, seen=last_change_of(row), by=office, **facts | {"email": ""})
    with acting_as(office):  # what was not written down may be
        change_contact(contact=row, seen=last_change_of(row), by=office, **facts | {"restriction": "None."})
    assert the_row(senco).restriction == "None."
