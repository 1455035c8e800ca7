"""Each lock by itself: `visible_to` with row-level security bypassed, and row-level security without any filter."""

import pytest
from django.db import ProgrammingError, connection

from register.models import Pupil
from senco.access.context import acting_as
from tests.factories import access, as_owner, bypassing_row_security, person, pupil, school
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def test_the_login_role_alone_can_read_no_pupil():
    pupil(at=school())
    with pytest.raises(ProgrammingError, match="permission denied"):
        Pupil.objects.count()


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional"])
def test_a_grant_opens_one_pupil_in_either_lock(role):
    here = school()
    somebody = person(role, at=here)
    theirs, _other = pupil(at=here), pupil(at=here)
    access(somebody, theirs)
    with acting_as(somebody):
        assert list(Pupil.objects.all()) == [theirs]
    with bypassing_row_security():
        assert list(Pupil.objects.visible_to(somebody)) == [theirs]
        assert Pupil.objects.count() == 2  # control: the first lock was what narrowed it


@pytest.mark.parametrize(("starts", "ends"), [(-2, -0.001), (0.001, None)])
def test_a_grant_that_has_ended_or_not_begun_opens_nothing(starts, ends):
    somebody = person("teacher")
    access(somebody, pupil(at=somebody.school), starts=days(starts), ends=days(ends) if ends else None)
    with acting_as(somebody):
        assert not Pupil.objects.exists()
    with bypassing_row_security():
        assert not Pupil.objects.visible_to(somebody).exists()


@pytest.mark.parametrize("role", ["senco", "admin", "head"])
def test_the_office_sees_its_own_school_only(role):
    somebody = person(role)
    ours, _theirs = pupil(at=somebody.school), pupil(at=school())
    with acting_as(somebody):
        assert list(Pupil.objects.all()) == [ours]


def test_a_governor_has_no_right_on_pupils():
    governor = person("governor")
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(governor):
        Pupil.objects.count()


def test_after_the_block_the_connection_is_powerless():
    senco = person("senco")
    with acting_as(senco):
        pass
    with connection.cursor() as cursor:
        cursor.execute("select current_user, current_setting('app.membership_id', true)")
        assert cursor.fetchone() == ("senco_app", "")


def test_a_membership_that_has_ended_sees_nothing():
    senco = person("senco")
    pupil(at=senco.school)
    with as_owner():
        type(senco).objects.filter(pk=senco.pk).update(ends=days(0))
    with acting_as(senco):
        assert not Pupil.objects.exists()
    with bypassing_row_security():
        assert not Pupil.objects.visible_to(senco).exists()
