"""A court order and access: no import, no undo, no shared mailbox and no end of an order opens what it closed."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from register.actions.access import derive_access
from register.actions.imports.applying import apply_run
from register.actions.imports.deciding import decide
from register.actions.imports.undoing import undo_run
from register.actions.people import invite_contacts
from register.models import Contact, ContactAddress, Pupil, PupilAccess
from register.queries.people import parents_to_invite
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Invitation, Membership
from tests.factories import as_owner, contact, person, pupil, school
from tests.register.mis.bringing import CONTACT_HEADER, DANA, HEADER, ISLA, bring, lines_of, take
from tests.register.people.inviting import known

pytestmark = pytest.mark.django_db
ORDERED = DANA.replace(",\n", ",T\n")


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def isla(senco):
    take(senco, HEADER + ISLA)
    with acting_as(senco):
        return Pupil.objects.get()


@pytest.fixture
def dana(senco, isla):
    """Isla's mother, who signs in and sees her."""
    mother = person("parent", at=senco.school, first_name="Dana", last_name="Marlowe")
    contact(
        isla,
        forename="Dana",
        surname="Marlowe",
        email="dana@example.org",
        membership=mother,
        phone="07700 900446",
    )
    derive(senco)
    assert sees(mother)
    return mother


def derive(by):
    with acting_as(by):
        derive_access(school=by.school, by=by)


def sees(parent) -> bool:
    with acting_as(parent):
        return Pupil.objects.exists()


def the_row(by) -> Contact:
    with acting_as(by):
        return Contact.objects.select_related("pupil").get()


def undo(by, run):
    with acting_as(by):
        undo_run(run=run, by=by)


# Imports ------------------------------------------------------------------------------------------------------------------


def test_an_order_closes_at_once_and_undoing_the_import_opens_nothing(senco, dana):
    run = take(senco, CONTACT_HEADER + ORDERED)
    assert not sees(dana)
    undo(senco, run)
    assert the_row(senco).court_order
    assert not sees(dana)


def test_undoing_says_that_orders_stay(proved, senco, dana):
    run = take(senco, CONTACT_HEADER + ORDERED)
    address = f"/imports/{run.pk}/undo/"
    assert "It stays recorded" in proved(senco).get(address).content.decode()
    assert "stay recorded" in proved(senco).post(address, follow=True).content.decode()


def test_a_contact_who_came_with_an_order_outlives_the_undone_import(senco, isla, dana):
    """Otherwise the order beside a shared mailbox would go with the row, and the mailbox would be open again."""
    father = ORDERED.replace("Dana", "Rob").replace("MOT", "FAT").replace(",1,", ",2,")
    run = take(
        senco,
        CONTACT_HEADER.replace("Court", "Address,Court")
        + DANA.replace(",\n", ",,\n")
        + father.replace(",T\n", ",1 Lane,T\n"),
    )
    assert not sees(dana)  # the address of the order is hers too
    undo(senco, run)
    with acting_as(senco):
        kept = Contact.objects.get(court_order=True)
        assert (kept.origin_run, ContactAddress.objects.get().origin_run) == (None, None)
        assert Contact.objects.get(court_order=False).membership_id is None
    derive(senco)
    assert not sees(dana)


def test_an_import_undone_with_its_pupils_takes_their_contacts_along(senco):
    with_contact = take(senco, HEADER + ISLA)
    undo(senco, with_contact)
    with acting_as(senco):
        assert not Pupil.objects.exists()


@pytest.mark.parametrize("word", ["Unknown", "Refused", "U", "R", "see file"])
def test_a_cell_that_is_not_a_plain_no_closes(senco, dana, word):
    run = take(senco, CONTACT_HEADER + DANA.replace(",\n", f",{word}\n"))
    assert not sees(dana)
    assert lines_of(senco, run, "warning")


def lifting(senco, by):
    take(senco, CONTACT_HEADER + ORDERED)
    run = bring(senco, CONTACT_HEADER + DANA)
    with acting_as(by):
        decide(line=run.lines.get(kind="decision"), decision="theirs", by=by)
    return run


def test_lifting_an_order_in_an_import_is_the_sencos_and_opens_nothing(senco, dana):
    with pytest.raises(PermissionDenied):
        lifting(senco, person("admin", at=senco.school))
    run = lifting(senco, senco)
    with acting_as(senco):
        apply_run(run=run, by=senco)
    row = the_row(senco)
    assert (row.court_order, row.membership_id) == (False, None)
    derive(senco)
    assert not sees(dana)
    with acting_as(senco):
        invite_contacts(contacts=[row], by=senco)  # a new decision
        assert Contact.objects.get().membership_id


def test_lifting_asks_for_proof_and_keeping_does_not(acting, proved, senco, dana):
    take(senco, CONTACT_HEADER + ORDERED)
    run = bring(senco, CONTACT_HEADER + DANA)
    (line,) = lines_of(senco, run, "decision")
    address = f"/imports/{run.pk}/lines/{line.pk}/"
    assert "reauthenticate" in acting(senco).post(address, {"decision": "theirs"}).headers["Location"]
    assert "reauthenticate" not in acting(senco).post(address, {"decision": "ours"}).headers["Location"]
    assert lines_of(senco, run, "decision")[0].decision == "ours"
    admin = person("admin", at=senco.school)
    assert proved(admin).post(address, {"decision": "theirs"}).status_code == 403
    assert "Lift the order" not in proved(admin).get(f"/imports/{run.pk}/?show=decision").content.decode()
    proved(senco).post(address, {"decision": "theirs"})
    assert lines_of(senco, run, "decision")[0].decision == "theirs"


# Shared mailboxes ---------------------------------------------------------------------------------------------------------


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


# The contact's own page ----------------------------------------------------------------------------------------------------


def answers(page, **changed) -> dict:
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (values | changed).items() if value not in (None, False, "")}


def change(browser, row, **changed):
    address = f"/people/contacts/{row.pk}/"
    return browser.post(address, answers(browser.get(address), **changed))


def test_an_order_is_recorded_with_what_it_limits_and_closes_at_once(proved, senco, dana):
    row = the_row(senco)
    change(
        proved(person("admin", at=senco.school)), row, court_order="on", restriction="No contact at school."
    )
    row = the_row(senco)
    assert (row.court_order, row.restriction) == (True, "No contact at school.")
    assert not sees(dana)
    page = proved(senco).get(row.pupil.get_absolute_url()).content.decode()
    assert "No contact at school." in page and f"/people/contacts/{row.pk}/" in page


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
    assert "Court order: no" in page and senco.name in page


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


# Addresses that a file moves -----------------------------------------------------------------------------------------------


def invited(by, member):
    from register.actions.invitations import invite

    with acting_as(by):
        return invite(membership=member, by=by)


def test_a_file_that_moves_an_invited_contact_takes_the_invitation_back(senco, isla):
    row = contact(isla, forename="Dana", surname="Marlowe", email="old@example.org", phone="07700 900446")
    with acting_as(senco):
        invite_contacts(contacts=[row], by=senco)
    run = take(senco, CONTACT_HEADER + DANA)
    assert "stops working" in lines_of(senco, run, "warning")[0].what_to_do
    with as_owner():
        assert Membership.objects.get(role="parent").email == "dana@example.org"
        assert not Invitation.objects.open().exists()
    undo(senco, run)
    with as_owner():
        assert Membership.objects.get(role="parent").email == "old@example.org"


def test_a_file_leaves_the_address_of_an_account(senco, dana):
    run = take(senco, CONTACT_HEADER + DANA.replace("dana@", "other@"))
    assert "go on signing in" in lines_of(senco, run, "warning")[0].what_to_do
    assert sees(dana)


def test_a_file_that_moves_invited_staff_takes_the_invitation_back(senco):
    rhys = known("teacher", at=senco.school, staff_code="ST001", first_name="Rhys", last_name="Clarke")
    invited(senco, rhys)
    header = "Staff code,Title,Forename,Surname,Work email,Role\n"
    take(senco, header + "ST001,Ms,Rhys,Clarke,rhys@example.org,Teacher\n")
    with as_owner():
        assert Membership.objects.get(pk=rhys.pk).email == "rhys@example.org"
        assert not Invitation.objects.open().exists()


def test_a_file_never_moves_who_sees_the_whole_school(senco):
    head = known("head", at=senco.school, staff_code="ST001", first_name="Rhys", last_name="Clarke")
    invited(senco, head)
    header = "Staff code,Title,Forename,Surname,Work email,Role\n"
    run = take(senco, header + "ST001,Ms,Rhys,Clarke,mine@example.org,Teacher\n")
    assert "whole school" in lines_of(senco, run, "warning")[0].reason
    with as_owner():
        assert Membership.objects.get(pk=head.pk).email == head.email
        assert Invitation.objects.open().exists()


def test_access_still_ends_at_the_second_its_end_is_reached(senco, isla):
    """A derived grant takes the earlier end of the two places it rests on."""
    from register.models import GroupPupil, GroupTeacher
    from tests.factories import group
    from tests.factories.records import days

    teacher = person("teacher", at=senco.school)
    group(at=senco.school, teachers=[teacher], pupils=[isla])
    with as_owner():
        GroupTeacher.objects.update(ends=days(2))
        GroupPupil.objects.update(ends=days(1))
    derive(senco)
    with as_owner():
        grant = PupilAccess.objects.get(membership=teacher)
        assert grant.ends == GroupPupil.objects.get().ends
        GroupPupil.objects.update(ends=None)
        GroupTeacher.objects.update(ends=None)
    derive(senco)
    with as_owner():
        assert PupilAccess.objects.get(membership=teacher).ends is None  # one grant, which goes on
        assert PupilAccess.objects.filter(pk=grant.pk).exists()
