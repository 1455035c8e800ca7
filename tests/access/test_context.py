"""acting_as: one identity at a time, for exactly one block, whatever happens in it."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from register.models import Pupil
from senco.access.context import acting_as, acting_as_system
from tests.access.catalogue import rows
from tests.factories import access, bypassing_row_security, person, pupil, school

pytestmark = pytest.mark.django_db

STATE = (
    "select current_user, current_setting('app.membership_id', true), current_setting('app.user_id', true)"
)


def powerless() -> bool:
    return rows(STATE)[0] == ("senco_app", "", "")


def test_nobody_becomes_somebody_else_inside_a_block():
    teacher, senco = person("teacher"), person("senco")
    with acting_as(teacher):
        with pytest.raises(RuntimeError, match="durable"), acting_as(senco):
            pass
        with pytest.raises(RuntimeError, match="durable"), acting_as_system(purpose="test"):
            pass
        assert rows(STATE)[0][1] == str(teacher.pk)
    assert powerless()


def test_an_iterator_that_leaves_the_block_fails_instead_of_leaking():
    senco = person("senco")
    pupil(at=senco.school)
    with acting_as(senco):
        escaped = Pupil.objects.all()
        assert escaped.count() == 1  # control: inside it works
    with pytest.raises(DatabaseError, match="permission denied"):
        list(escaped)


def test_an_error_in_the_block_undoes_it_and_leaves_the_connection_powerless():
    senco = person("senco")
    ours = pupil(at=senco.school, form="7A")
    with pytest.raises(ZeroDivisionError), acting_as(senco):
        Pupil.objects.filter(pk=ours.pk).update(form="9Z")
        _fails = 1 / 0
    assert powerless()
    with bypassing_row_security():
        assert Pupil.objects.get(pk=ours.pk).form == "7A"


def test_an_error_of_the_database_leaves_the_connection_powerless():
    senco = person("senco")
    with pytest.raises(DatabaseError), acting_as(senco), connection.cursor() as cursor:
        cursor.execute("select 1 / 0")
    assert powerless()


def test_a_block_that_was_told_to_roll_back_leaves_the_connection_powerless():
    senco = person("senco")
    with acting_as(senco):
        transaction.set_rollback(True)
    assert powerless()


def test_one_membership_cannot_be_taken_up_through_anothers_door():
    here = school()
    teacher = person("teacher", at=here)
    access(teacher, pupil(at=here))
    with acting_as(teacher):
        assert Pupil.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("select set_config('role', 'senco_school', true)")
        assert Pupil.objects.count() == 0


def test_another_thread_has_a_connection_and_an_identity_of_its_own():
    senco = person("senco")
    found = []

    def look():
        try:
            found.extend(rows(STATE))
        finally:
            connection.close()

    with acting_as(senco):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert found[0][0] == "senco_app" and not found[0][1]
