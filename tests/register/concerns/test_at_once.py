"""Several people at the very same moment: on real connections, each in its own committed transaction."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from register.actions.concerns import raise_concern, withdraw
from register.actions.decisions import decide
from register.models import Concern, ConcernStep
from senco.access.context import acting_as
from senco.core.workflow import StepNotOpen
from tests.factories import access, as_owner, person, pupil, school
from tests.factories.records import concern

PEOPLE = 8


@pytest.fixture
def real(django_db_setup, django_db_blocker):
    """The database without a test's transaction around it; what was written is emptied out by the owner afterwards."""
    with django_db_blocker.unblock():
        yield
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("truncate accounts_school, accounts_user cascade")
        connection.close()


def together(*tasks):
    """Run them at the same moment, each on a connection of its own; their results or errors in order."""
    start = threading.Barrier(len(tasks))

    def run(task):
        try:
            start.wait(timeout=20)
            return task()
        except Exception as error:  # whatever happened is the result
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def details(child) -> dict:
    return {
        "pupil": child, "seen": ["maths"], "what_happened": "x", "where": "class", "seen_on": timezone.localdate(),
        "since": "today", "tried": "", "parent_told": "not_yet", "parent_view": "", "urgent": False,
    }  # fmt: skip


def raising(by, child, key=None):
    def task():
        with acting_as(by):
            return raise_concern(key=key or uuid.uuid4(), by=by, **details(child)).reference

    return task


def test_references_are_given_once_and_without_gaps(real):
    here = school()
    teachers = [person("teacher", at=here) for _number in range(PEOPLE)]
    child = pupil(at=here)
    for teacher in teachers:
        access(teacher, child)
    references = together(*(raising(teacher, child) for teacher in teachers))
    year = timezone.localdate().year
    assert sorted(references, key=lambda r: int(r.split("-")[1])) == [
        f"{year}-{n}" for n in range(1, PEOPLE + 1)
    ]


def test_one_form_sent_many_times_at_once_is_one_concern(real):
    teacher = person("teacher")
    child = pupil(at=teacher.school)
    access(teacher, child)
    key = uuid.uuid4()
    references = together(*(raising(teacher, child, key) for _time in range(PEOPLE)))
    assert set(references) == {f"{timezone.localdate().year}-1"}
    with as_owner():
        assert (Concern.objects.count(), ConcernStep.objects.count()) == (1, 1)


def deciding(by, about, decision):
    def task():
        with acting_as(by):
            return decide(concern=about, version=1, decision=decision, by=by).decision

    return task


def test_two_decisions_at_once_become_one(real):
    senco = person("senco")
    deputy = person("senco", at=senco.school)
    made = concern(pupil(at=senco.school), by=senco)
    results = together(deciding(senco, made, "advise"), deciding(deputy, made, "refer"))
    refused = [result for result in results if isinstance(result, ValidationError)]
    assert len(refused) == 1 and refused[0].code == "outdated"
    with as_owner():
        assert ConcernStep.objects.filter(kind="decided").count() == 1


def test_taking_back_and_deciding_at_once_exclude_each_other(real):
    senco = person("senco")
    teacher = person("teacher", at=senco.school)
    child = pupil(at=senco.school)
    access(teacher, child)

    def taking_back(about):
        def task():
            with acting_as(teacher):
                withdraw(concern=about, by=teacher)
            return "withdrawn"

        return task

    for _round in range(6):
        made = concern(child, by=teacher)
        results = together(deciding(senco, made, "advise"), taking_back(made))
        assert sum(isinstance(result, StepNotOpen) for result in results) == 1, results
        with as_owner():
            assert made.steps.filter(kind__in=["decided", "withdrawn"]).count() == 1
