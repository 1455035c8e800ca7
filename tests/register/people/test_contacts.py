"""Contacts from the MIS become parents: brothers and sisters, shared addresses, court orders."""

import pytest

from register.models import Contact, PupilAccess
from register.queries.people import parents_to_invite
from senco.access.context import acting_as
from senco.accounts.models import Invitation, Membership
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, on_status, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco")


def on_register(senco, **fields):
    child = pupil(at=senco.school, **fields)
    on_status(child, "K")
    return child


def tick(browser, group: str, senco, on_register_only=True):
    with acting_as(senco):
        keys = [c.key for c in parents_to_invite(senco, on_register_only=on_register_only)]
    return browser.post(f"/people/invite/{group}/", {"selected": keys}, follow=True)


def parents() -> list[Membership]:
    with as_owner():
        return list(Membership.objects.filter(role="parent").order_by("email"))


def test_brothers_and_sisters_make_one_parent(proved, senco):
    for child in (on_register(senco), on_register(senco)):
        contact(child, email="Mum@example.org", forename="Ann", surname="Bell")
    tick(proved(senco), "register", senco)
    (mother,) = parents()
    with as_owner():
        assert Contact.objects.filter(membership=mother).count() == 2
        assert OutboxMessage.objects.get().to == "mum@example.org"


def test_two_people_of_one_pupil_with_one_address_are_parked(proved, senco):
    child = on_register(senco)
    contact(child, email="family@example.org", forename="Ann")
    contact(child, email="family@example.org", forename="Bob")
    page = proved(senco).get("/people/invite/register/").content.decode()
    assert "Two people share this email address" in page
    tick(proved(senco), "register", senco)
    assert parents() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"court_order": True},
        {"parental_responsibility": False},
        {"relationship": "SOC"},
        {"email": ""},
        {"ended_on": days(-3)},
    ],
)
def test_nobody_is_invited_among_others_who_should_not_be(proved, senco, fields):
    child = on_register(senco)
    contact(child, **({"email": "one@example.org"} | fields))
    contact(child, surname="Unlike", relationship="FAT", email="other@example.org")  # control: this one is
    tick(proved(senco), "register", senco)
    assert [parent.email for parent in parents()] == ["other@example.org"]


def test_ticks_for_somebody_not_offered_are_ignored(proved, senco):
    child = on_register(senco)
    row = contact(child, email="one@example.org", court_order=True)
    page = proved(senco).post("/people/invite/register/", {"selected": [f"c{row.pk}"]}, follow=True)
    assert parents() == []
    assert "0 invitations" in page.content.decode()


def test_only_those_of_the_register_unless_all_are_asked_for(proved, senco):
    contact(on_register(senco), email="k@example.org")
    contact(pupil(at=senco.school), email="n@example.org")
    tick(proved(senco), "register", senco)
    assert [parent.email for parent in parents()] == ["k@example.org"]
    tick(proved(senco), "contacts", senco, on_register_only=False)
    assert [parent.email for parent in parents()] == ["k@example.org", "n@example.org"]


def test_a_parent_with_an_account_sees_a_second_child_without_a_new_invitation(proved, senco):
    mother = person("parent", at=senco.school)
    row = contact(
        on_register(senco),
        email=mother.email.upper(),
        forename=mother.first_name[0],
        surname=mother.last_name,
    )
    proved(senco).post(f"/people/contacts/{row.pk}/invite/")
    with as_owner():
        assert PupilAccess.objects.live().filter(membership=mother, content_object=row.pupil).exists()
        assert not Invitation.objects.exists()


def test_inviting_twice_makes_one_parent(proved, senco):
    child = on_register(senco)
    row = contact(child, email="mum@example.org")
    browser = proved(senco)
    browser.post(f"/people/contacts/{row.pk}/invite/")
    assert browser.post(f"/people/contacts/{row.pk}/invite/").status_code == 404  # no longer in the list
    assert len(parents()) == 1


def test_a_court_order_leads_to_a_page_of_its_own(proved, senco):
    row = contact(
        on_register(senco), email="one@example.org", court_order=True, restriction="No contact at school."
    )
    browser = proved(senco)
    assert browser.post(f"/people/contacts/{row.pk}/invite/").headers["Location"].endswith("/decide/")
    assert "No contact at school." in browser.get(f"/people/contacts/{row.pk}/decide/").content.decode()
    assert parents() == []


def decision(**changed) -> dict:
    details = {
        "reason": "Order of 3 March allows school reports.",
        "starts": "2026-01-01T08:00",
        "level": "view",
        "read": "on",
    }
    return details | {"ends": (days(30)).strftime("%Y-%m-%dT%H:%M")} | changed


@pytest.mark.parametrize("missing", ["reason", "ends", "read"])
def test_the_decision_needs_reason_end_and_a_tick(proved, senco, missing):
    row = contact(on_register(senco), email="one@example.org", court_order=True)
    answer = proved(senco).post(f"/people/contacts/{row.pk}/decide/", decision(**{missing: ""}))
    assert answer.status_code == 422
    assert parents() == []


def test_the_decision_opens_one_pupil_until_its_end_and_links_nothing(proved, senco):
    child, sister = on_register(senco), on_register(senco)
    row = contact(child, email="one@example.org", court_order=True)
    contact(sister, email="one@example.org", court_order=True)
    starts = days(-1).strftime("%Y-%m-%dT%H:%M")
    proved(senco).post(f"/people/contacts/{row.pk}/decide/", decision(starts=starts))
    (father,) = parents()
    with as_owner():
        grant = PupilAccess.objects.get(membership=father)
        assert Contact.objects.get(pk=row.pk).membership_id is None
        assert OutboxMessage.objects.count() == 1
    assert (grant.content_object_id, grant.source, grant.granted_by_id) == (child.pk, "share", senco.pk)
    assert "allows school reports" in grant.reason


def test_an_administrator_does_not_decide_about_court_orders(proved, senco):
    row = contact(on_register(senco), email="one@example.org", court_order=True)
    admin = person("admin", at=senco.school)
    assert proved(admin).post(f"/people/contacts/{row.pk}/decide/", decision()).status_code == 403


def test_lifting_the_order_in_the_mis_opens_nothing_by_itself(proved, senco):
    from register.actions.access import derive_access

    row = contact(on_register(senco), email="one@example.org", court_order=True)
    proved(senco).post(
        f"/people/contacts/{row.pk}/decide/", decision(starts=days(-1).strftime("%Y-%m-%dT%H:%M"))
    )
    with as_owner():
        PupilAccess.objects.update(starts=days(-2), ends=days(-1))
        Contact.objects.update(court_order=False)
        derive_access(school=senco.school)
        assert not PupilAccess.objects.live().exists()


def test_a_contact_of_another_school_is_not_found(proved, senco):
    row = contact(pupil(at=person("senco").school), email="one@example.org")
    assert proved(senco).get(f"/people/contacts/{row.pk}/invite/").status_code == 404


def test_a_list_of_contacts_sends_the_same_queries_for_one_and_for_fifty(proved, senco, count_queries):
    contact(on_register(senco), email="first@example.org")
    browser = proved(senco)
    before = {
        path: count_queries(browser, path) for path in ("/people/contacts/", "/people/invite/register/")
    }
    for number in range(49):
        contact(on_register(senco), email=f"more{number}@example.org")
    assert {path: count_queries(browser, path) for path in before} == before
    assert max(before.values()) <= 12


def test_no_message_names_a_pupil(proved, senco):
    """Every message that inviting and sharing sends, searched for every word of a pupil's name."""
    child = on_register(
        senco, legal_forename="Canaryfore", legal_surname="Canarysur", preferred_forename="Canarycall"
    )
    row = contact(child, surname="Guardian", email="one@example.org")
    barred = contact(child, surname="Other", email="two@example.org", court_order=True)
    psychologist = person("professional", at=senco.school)
    browser = proved(senco)
    browser.post(f"/people/contacts/{row.pk}/invite/")
    begun = days(-1).strftime("%Y-%m-%dT%H:%M")
    browser.post(f"/people/contacts/{barred.pk}/decide/", decision(starts=begun))
    sharing = {"person": str(psychologist.pk), "pupils": "Canarysur", "reason": "About Canarysur's reading."}
    browser.post("/people/shares/new/", decision(starts=begun) | sharing)
    with as_owner():
        sent = [f"{m.to} {m.subject} {m.text}".lower() for m in OutboxMessage.objects.order_by("pk")]
    assert len(sent) == 3  # control: there is something to search
    assert not [message for message in sent if "canary" in message]


def test_whose_names_were_shown_is_recorded(proved, senco):
    from senco.audit.models import ReadEvent

    child = on_register(senco)
    contact(child, email="first@example.org")
    proved(senco).get("/people/contacts/")
    with as_owner():
        assert ReadEvent.objects.get(what="contacts to invite").pupil_ids == [child.pk]


def test_access_of_others_is_untouched_by_an_invitation(proved, senco):
    teacher, child = person("teacher", at=senco.school), on_register(senco)
    kept = access(teacher, child)
    row = contact(child, email="mum@example.org")
    proved(senco).post(f"/people/contacts/{row.pk}/invite/")
    with as_owner():
        assert PupilAccess.objects.get(pk=kept.pk).ends is None
