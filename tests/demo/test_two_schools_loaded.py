"""Two schools in the database: the first has its history, the second came without."""

import pytest
from django.db import connection

from register.models import SenStatus
from tests.factories import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(load_once):
    load_once(schools=2)


def test_the_first_school_has_history_and_the_others_do_without():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select s.laestab, count(p.id), count(e.pgh_id) from accounts_school s join register_pupil p on p.school_id = s.id"
            " left join register_pupilevent e on e.pgh_obj_id = p.id group by 1 order by 1"
        )
        first, second = cursor.fetchall()
    assert first[0] == "9994001" and first[1] == first[2] > 0
    assert second[1] > 0 and second[2] == 0


def test_after_loading_without_history_triggers_work_again():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_trigger where tgenabled = 'D'")
        assert cursor.fetchone() == (0,)
        status = SenStatus.objects.filter(school__laestab="9994002").first()
        SenStatus.objects.filter(pk=status.pk).update(criteria="Changed")
        cursor.execute("select count(*) from register_senstatusevent where pgh_obj_id = %s", [status.pk])
        assert cursor.fetchone() == (1,)


def test_further_schools_have_plans_without_history():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select s.laestab, count(o.id), count(e.pgh_id) from accounts_school s join provision_outcome o on o.school_id = s.id"
            " left join provision_outcomeevent e on e.pgh_obj_id = o.id group by 1 order by 1"
        )
        first, second = cursor.fetchall()
    assert first[1] == first[2] > 0
    assert second[1] > 0 and second[2] == 0
