"""`user.has_perm` answers as `visible_to` does, and says no rather than failing to whoever is nobody here."""

import pytest
from django.contrib.auth.models import AnonymousUser

from senco.accounts.models import Membership
from tests.factories import access, as_owner, bypassing_row_security, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def may(user, permission: str, about=None) -> bool:
    with bypassing_row_security():
        return user.has_perm(permission, about)


def test_a_live_role_may_what_its_role_may_of_whom_it_sees():
    teacher = person("teacher")
    own, other = pupil(at=teacher.school), pupil(at=teacher.school)
    access(teacher, own)
    assert may(teacher.user, "register.view_pupil")
    assert may(teacher.user, "register.view_pupil", own)
    assert not may(teacher.user, "register.view_pupil", other)
    assert not may(teacher.user, "register.change_status", own)  # another role's
    assert not may(teacher.user, "auth.view_permission")  # nobody's


@pytest.mark.parametrize("period", [{"ends": days(-0.001)}, {"starts": days(1)}])
def test_a_role_that_has_ended_or_not_begun_may_nothing(period):
    teacher = person("teacher", **({"starts": days(-9)} | period))
    own = pupil(at=teacher.school)
    access(teacher, own)
    assert not may(teacher.user, "register.view_pupil")
    assert not may(teacher.user, "register.view_pupil", own)


def test_who_is_not_signed_in_or_switched_off_may_nothing():
    senco = person("senco")
    own = pupil(at=senco.school)
    assert may(senco.user, "register.view_pupil", own)  # control
    senco.user.is_active = False
    for user in (AnonymousUser(), senco.user):
        assert not may(user, "register.view_pupil")
        assert not may(user, "register.view_pupil", own)


def test_something_that_is_no_pupil_is_nobodys():
    senco = person("senco")
    with as_owner():
        held = Membership.objects.get(pk=senco.pk)
    assert not may(senco.user, "register.view_pupil", held)
