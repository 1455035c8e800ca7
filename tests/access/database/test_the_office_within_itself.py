"""SENCO, administrator and head share one database role: what sets them apart, and what a rule opens to nobody else, is in triggers."""

import pytest

from register import models
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Membership, User
from tests.access.database.test_nothing_is_mixed_or_forged import grant, refused
from tests.factories import access, as_owner, contact, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def test_an_administrator_makes_nobody_see_the_whole_school():
    admin = person("admin")
    head = person("head", at=admin.school)
    new = person("teacher", at=admin.school)
    with acting_as(admin):
        for change in ({"role": "head"}, {"ends": days(900)}):
            refused(lambda: Membership.objects.filter(pk=admin.pk).update(**change), says="their own role")  # noqa: B023
        refused(lambda: Membership.objects.filter(pk=new.pk).update(role="senco"), says="appoints")
        refused(lambda: Membership.objects.filter(pk=head.pk).update(ends=days(0)), says="appoints")
        refused(
            lambda: Membership.objects.create(school=admin.school, role="head", last_name="X"),
            says="appoints",
        )
        assert (
            Membership.objects.filter(pk=new.pk).update(role="ta") == 1
        )  # control: below the office they may
    with acting_as(head):
        assert Membership.objects.filter(pk=new.pk).update(role="senco") == 1


def test_an_administrator_sends_no_invitation_of_the_office_elsewhere():
    admin = person("admin")
    head, teacher = person("head", at=admin.school), person("teacher", at=admin.school)
    with acting_as(admin):
        refused(
            lambda: Membership.objects.filter(pk=head.pk).update(email="x@example.org"), says="an address"
        )
        Membership.objects.filter(pk=teacher.pk).update(
            email="x@example.org"
        )  # control: below the office they may
    with acting_as(head):
        assert Membership.objects.filter(pk=admin.pk).update(email="y@example.org") == 1
    with as_owner():  # an account's own address, once proved, goes with it whoever they are
        User.objects.filter(pk=head.user_id).update(email="z@example.org")
        assert Membership.objects.get(pk=head.pk).email == "z@example.org"


def test_an_administrator_shares_nothing_for_longer():
    admin = person("admin")
    teacher, professional = person("teacher", at=admin.school), person("professional", at=admin.school)
    grant = access(professional, pupil(at=admin.school), ends=days(3))
    assert teacher
    with acting_as(admin):
        refused(
            lambda: models.PupilAccess.objects.filter(pk=grant.pk).update(ends=days(9)), says="for longer"
        )
        assert (
            models.PupilAccess.objects.filter(pk=grant.pk).update(ends=days(1)) == 1
        )  # control: shorter is open


def test_an_administrator_lifts_no_order():
    admin = person("admin")
    row = contact(pupil(at=admin.school), court_order=True)
    with acting_as(admin):
        refused(lambda: models.Contact.objects.update(court_order=False), says="lifts a court order")
        assert models.Contact.objects.filter(pk=row.pk).update(phone="1", court_order=True) == 1  # control
    with acting_as(person("head", at=admin.school)):
        assert models.Contact.objects.update(court_order=False) == 1


@pytest.mark.parametrize("source", ["group", "key_adult", "provision"])
@pytest.mark.parametrize("role", ["professional", "parent", "governor"])
def test_rules_open_pupils_to_staff_alone(source, role):
    senco = person("senco")
    child, other = pupil(at=senco.school), person(role, at=senco.school)
    for acting in (acting_as(senco), acting_as_system(purpose="test")):
        teacher = person("teacher", at=senco.school)
        with acting:
            refused(lambda: grant(other, child, source=source), says="to staff alone")
            grant(teacher, child, source=source)  # control
