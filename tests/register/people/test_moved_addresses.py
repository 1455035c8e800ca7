"""A file that gives somebody another address: invitations to the old one stop, accounts keep theirs."""

import pytest

from register.actions.imports.undoing import undo_run
from register.actions.people import invite_contacts
from register.models import PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Invitation, Membership
from tests.factories import as_owner, contact, person
from tests.register.mis.bringing import CONTACT_HEADER, DANA, lines_of, take
from tests.register.people.inviting import known
from tests.register.people.isla import dana, derive, isla, sees, senco

__all__ = ["dana", "isla", "senco"]

pytestmark = pytest.mark.django_db


def undo(by, run):
    with acting_as(by):
        undo_run(run=run, by=by)


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
