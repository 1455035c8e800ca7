"""Inviting people: who may invite whom, what goes out, and what a link can and cannot do."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from register.actions import invitations
from register.models import PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Invitation, Membership, User
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, contact, person, pupil, school
from tests.factories.records import days
from tests.register.people.inviting import invited, known, link_from_mail

pytestmark = pytest.mark.django_db
PHRASE = "three words together"


def reread(record):
    with as_owner():
        return type(record).objects.get(pk=record.pk)


# Sending ----------------------------------------------------------------------------------------------------------------


def test_the_office_invites_somebody_new(proved):
    senco = person("senco")
    details = {
        "role": "professional",
        "first_name": "Eve",
        "last_name": "Osei",
        "email": "Eve@example.org",
        "organisation": "EPS",
    }
    answer = proved(senco).post("/people/invite/", details)
    with as_owner():
        made = Membership.objects.get(last_name="Osei")
        message = OutboxMessage.objects.get()
    assert answer.headers["Location"] == f"/people/{made.pk}/"
    assert (made.user_id, made.school_id) == (None, senco.school_id)
    assert message.to == "eve@example.org"
    assert senco.school.name in message.subject


def test_the_token_is_kept_only_as_a_hash(proved):
    here = school()
    _someone, link = invited("teacher", at=here)
    token = link.strip("/").split("/")[-1]
    with as_owner():
        kept = str(Invitation.objects.values().get())
    assert token not in kept
    assert Invitation.hash_of(token) in kept  # control: the row is the one


def test_sending_again_makes_the_first_link_useless(proved, client):
    here = school()
    someone, first = invited("teacher", at=here)
    proved(person("senco", at=here)).post(f"/people/{someone.pk}/invite/")
    client.logout()
    assert client.get(first).status_code == 410
    assert client.get(link_from_mail()).status_code == 200


def test_an_invitation_taken_back_opens_nothing(proved, client):
    here = school()
    someone, link = invited("teacher", at=here)
    proved(person("admin", at=here)).post(f"/people/{someone.pk}/revoke/")
    client.logout()
    page = client.post(link, {"password1": PHRASE, "password2": PHRASE})
    assert page.status_code == 410
    assert "taken it back" in page.content.decode()
    assert reread(someone).user_id is None


@pytest.mark.parametrize(("role", "allowed"), [("senco", True), ("head", True), ("admin", False)])
def test_only_the_senco_and_the_head_appoint_to_the_office(proved, role, allowed):
    here = school()
    someone = known("senco", at=here)
    answer = proved(person(role, at=here)).post(f"/people/{someone.pk}/invite/")
    assert answer.status_code == (302 if allowed else 403)
    with as_owner():
        assert Invitation.objects.exists() == allowed


def test_an_administrator_is_not_offered_roles_they_may_not_hand_out(proved):
    browser = proved(person("admin"))
    assert 'value="senco"' not in browser.get("/people/invite/").content.decode()
    details = {"role": "senco", "last_name": "Clever", "email": "clever@example.org"}
    assert browser.post("/people/invite/", details).status_code == 422
    with as_owner():
        assert not Membership.objects.filter(last_name="Clever").exists()


def test_the_action_itself_refuses_too():
    someone = known("head", at=school())
    with acting_as(person("admin", at=someone.school)) as admin, pytest.raises(PermissionDenied):
        invitations.invite(membership=someone, by=admin)


def test_inviting_asks_for_recent_proof(acting):
    here = school()
    someone = known("teacher", at=here)
    answer = acting(person("senco", at=here)).post(f"/people/{someone.pk}/invite/")
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")
    with as_owner():
        assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/people/",
        "/people/contacts/",
        "/people/invite/",
        "/people/invite/staff/",
        "/people/shares/",
        "/people/shares/new/",
        "/outbox/",
    ],
)
@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional", "governor"])
def test_nobody_else_comes_in(proved, path, role):
    assert proved(person(role)).get(path).status_code == 403


def test_a_stranger_is_not_found(proved):
    someone = known("teacher", at=school())
    browser = proved(person("senco"))
    for path in ("", "edit/", "end/"):
        assert browser.get(f"/people/{someone.pk}/{path}").status_code == 404
    for path in ("invite/", "revoke/", "end/"):
        assert browser.post(f"/people/{someone.pk}/{path}").status_code == 404


def test_sending_and_taking_back_are_submissions(proved):
    here = school()
    someone = known("teacher", at=here)
    browser = proved(person("senco", at=here))
    assert browser.get(f"/people/{someone.pk}/invite/").status_code == 405
    assert browser.get(f"/people/{someone.pk}/revoke/").status_code == 405


def test_somebody_without_an_address_is_refused_in_words(proved):
    here = school()
    someone = known("teacher", at=here, email="")
    page = (
        proved(person("senco", at=here)).post(f"/people/{someone.pk}/invite/", follow=True).content.decode()
    )
    assert "No email address is recorded for Ms Ahmed." in page


def test_another_address_takes_the_open_link_back(proved, client):
    here = school()
    someone, link = invited("teacher", at=here)
    details = {"title": "Ms", "first_name": "Amal", "last_name": "Ahmed", "email": "right@example.org"}
    proved(person("senco", at=here)).post(f"/people/{someone.pk}/edit/", details)
    client.logout()
    assert client.get(link).status_code == 410
    assert reread(someone).email == "right@example.org"


# Accepting --------------------------------------------------------------------------------------------------------------


def test_a_teacher_accepts_chooses_a_password_and_must_set_up_a_second_step(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    someone, link = invited("teacher", at=school())
    assert "Choose a password" in client.get(link).content.decode()
    assert reread(someone).user_id is None  # looking accepts nothing
    assert client.post(link, {"password1": PHRASE, "password2": PHRASE}).status_code == 302
    assert client.get("/you/").headers["Location"] == "/accounts/2fa/"
    user = reread(someone).user
    assert user.check_password(PHRASE)
    assert user.emailaddress_set.get().verified


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("short", "short", "too short"),
        ("password1234", "password1234", "too common"),
        (PHRASE, PHRASE + "x", "differ"),
        ("amal@example.org", "amal@example.org", "too similar"),
    ],
)
def test_a_bad_password_is_refused_and_the_link_stays_good(client, first, second, words):
    someone, link = invited("teacher", at=school())
    page = client.post(link, {"password1": first, "password2": second})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert client.post(link, {"password1": PHRASE, "password2": PHRASE}).status_code == 302


def test_a_parent_accepts_without_a_password_and_sees_the_child(client):
    here = school()
    child = pupil(at=here)
    parent, link = invited("parent", at=here, title="")
    contact(child, membership=parent)
    assert "password" not in re.sub("You need no password.*", "", client.get(link).content.decode())
    client.post(link)
    parent = reread(parent)
    assert not parent.user.has_usable_password()
    with as_owner():
        grant = PupilAccess.objects.live().get(membership=parent)
    assert (grant.content_object_id, grant.source) == (child.pk, "parent")
    assert client.get("/drafts/unsent/").status_code == 200  # signed in and acting


def test_a_link_works_once(client):
    _someone, link = invited("parent", at=school())
    client.post(link)
    client.logout()
    page = client.get(link)
    assert page.status_code == 410
    assert "accepted already" in page.content.decode()


def test_a_link_expires_after_seven_days(client):
    someone, link = invited("parent", at=school())
    with as_owner():
        invitation = Invitation.objects.get()
        assert (invitation.expires_at - invitation.created_at).days in (6, 7)
        Invitation.objects.update(expires_at=days(-0.001))
    page = client.post(link)
    assert page.status_code == 410
    assert "Ask the SEN office" in page.content.decode()
    assert reread(someone).user_id is None


def test_a_mistyped_link_says_what_to_do(client):
    page = client.get("/accounts/invitation/not-a-token/")
    assert page.status_code == 410
    assert "cut off" in page.content.decode()


def test_an_existing_account_has_to_sign_in_first(client, acting):
    there = person("professional")
    here = school()
    someone, link = invited("professional", at=here, email=there.user.email.upper())
    assert "has an account here already" in client.get(link).content.decode()
    assert client.post(link).status_code == 200
    assert reread(someone).user_id is None
    acting(there).post(link)
    assert reread(someone).user_id == there.user_id
    assert User.objects.filter(email=there.user.email).count() == 1


def test_a_forwarded_link_is_of_no_use_to_another_account(acting):
    someone, link = invited("parent", at=school())
    other = person("parent")
    page = acting(other).post(link).content.decode()
    assert other.user.email in page
    assert "This invitation is for amal@example.org" in page
    assert reread(someone).user_id is None


def test_a_role_that_ended_in_the_meantime_is_not_taken_up(client):
    someone, link = invited("parent", at=school())
    with as_owner():
        Membership.objects.filter(pk=someone.pk).update(ends=timezone.now())
        Invitation.objects.update(revoked_at=timezone.now())
    assert client.post(link).status_code == 410
