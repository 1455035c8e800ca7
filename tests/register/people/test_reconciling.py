"""The nightly look at derived access: one school after the other, each by itself."""

import pytest

from register import tasks
from register.models import PupilAccess
from tests.factories import as_owner, contact, group, person, pupil

pytestmark = pytest.mark.django_db


def test_every_school_is_derived_by_the_system():
    """The system reads no name on the way: it may not."""
    expected = 0
    for _school in range(2):
        teacher = person("teacher")
        child = pupil(at=teacher.school, key_adult=teacher)
        group(at=teacher.school, teachers=[teacher], pupils=[child])
        contact(child, membership=person("parent", at=teacher.school))
        expected += 3
    tasks.reconcile_access()
    with as_owner():
        assert PupilAccess.objects.live().count() == expected


def test_a_failure_at_one_school_holds_up_no_other(monkeypatch):
    first, second = sorted((person("teacher") for _ in range(2)), key=lambda each: each.school_id)
    for teacher in (first, second):
        group(at=teacher.school, teachers=[teacher], pupils=[pupil(at=teacher.school)])
    derive = tasks.derive_access

    def failing(*, school):
        derive(school=school)
        if school.pk == first.school_id:
            raise RuntimeError("broken")

    monkeypatch.setattr(tasks, "derive_access", failing)
    with pytest.raises(ExceptionGroup):
        tasks.reconcile_access()
    with as_owner():
        assert [grant.membership_id for grant in PupilAccess.objects.all()] == [second.pk]
