"""Each lock by itself: `visible_to` with row-level security bypassed, and row-level security without any filter."""

import pytest
from django.db import ProgrammingError, connection, transaction

from register.models import Contact, Pupil, TeachingGroup
from senco.access.context import acting_as
from tests.factories import access, as_owner, bypassing_row_security, contact, group, person, pupil, school
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


@pytest.mark.parametrize("role", ["senco", "teacher", "parent", "professional", "governor"])
def test_both_locks_agree_on_groups(role):
    """A parent reads the names of their child's groups, and no others."""
    somebody = person(role)
    child = pupil(at=somebody.school)
    if role in ("teacher", "parent"):
        access(somebody, child)
    theirs = group(at=somebody.school, pupils=[child], name="theirs")
    group(at=somebody.school, pupils=[pupil(at=somebody.school)], name="another")
    expected = {"parent": {theirs.name}, "professional": set(), "governor": set()}.get(
        role, {"theirs", "another"}
    )
    with bypassing_row_security():
        assert {each.name for each in TeachingGroup.objects.visible_to(somebody)} == expected
    if role not in ("professional", "governor"):  # these have no right on the table
        with acting_as(somebody):
            assert {each.name for each in TeachingGroup.objects.order_by("pk")} == expected


@pytest.mark.parametrize("column", ["email", "restriction"])
def test_the_classroom_reads_no_address_of_a_contact_and_no_words_of_an_order(column):
    teacher = person("teacher")
    child = pupil(at=teacher.school)
    access(teacher, child)
    contact(child, email="home@example.org", restriction="None.")
    with acting_as(teacher):
        assert Contact.objects.defer("email", "restriction").get().surname  # control
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(Contact.objects.values_list(column))
