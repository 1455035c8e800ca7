"""What is read in one query is what each query would have found, value by value."""

import datetime
from decimal import Decimal

import pytest

from provision import models
from senco.access.context import acting_as
from senco.core.together import read_together
from tests.factories import as_owner, person
from tests.provision.costs.conftest import rate_of

pytestmark = pytest.mark.django_db


def values(rows) -> list[tuple]:
    return sorted(
        ([getattr(row, field.attname) for field in row._meta.concrete_fields] for row in rows),
        key=lambda row: row[0],
    )


def test_it_is_what_each_query_finds(senco, talk_time, django_assert_num_queries):
    rate_of(senco, paid_weeks=Decimal("44.25"))
    rate_of(senco, "teacher", 4_105, valid_from=datetime.date(2024, 2, 29))
    with as_owner():
        models.Resource.objects.create(
            school=senco.school, saved_by=senco, intervention=talk_time, name='A "kit", 10 ½ €', pence=1_999
        )
    with acting_as(senco):
        asked = [
            models.StaffRate.objects.visible_to(senco),
            models.Resource.objects.visible_to(senco),
            models.CostSettings.objects.visible_to(senco),
        ]
        one_by_one = [list(rows) for rows in asked]
        with django_assert_num_queries(1):
            together = read_together(*asked)
    assert [len(rows) for rows in together] == [2, 1, 0]
    assert list(map(values, together)) == list(map(values, one_by_one))
    assert not any(row._state.adding for rows in together for row in rows)


def test_both_locks_hold_in_it(senco, rate):
    stranger = person("senco")
    with acting_as(stranger):
        assert read_together(models.StaffRate.objects.all(), models.Resource.objects.all()) == [[], []]
    with acting_as(senco):
        assert read_together(models.StaffRate.objects.visible_to(stranger)) == [[]]
        [[found]] = read_together(models.StaffRate.objects.all())
    assert found == rate
