"""Whatever becomes of the work behind the page, a person can see it and has a way on or out."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.actions.imports.background import discard, is_stuck, try_again
from register.actions.imports.staging import NotReady
from register.actions.imports.uploading import upload
from register.models import ImportRun, Pupil
from register.tasks import take_up_imports
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.factories import as_owner, person, school

from .bringing import HEADER, ISLA, bring

pytestmark = pytest.mark.django_db
LONG_AGO = "2026-01-01T08:00:00+00:00"


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def office(senco):
    return person("admin", at=senco.school)


def put(run: ImportRun, **fields) -> ImportRun:
    with as_owner():
        ImportRun.objects.filter(pk=run.pk).update(**fields)
    return run


def state_of(by, run) -> str:
    with acting_as(by):
        return ImportRun.objects.get(pk=run.pk).state


def uploaded(by) -> ImportRun:
    with acting_as(by):
        return upload(content=(HEADER + ISLA).encode(), file_name="f.csv", by=by)


def test_a_file_nobody_was_woken_for_is_found_by_the_round(senco):
    run = uploaded(senco)
    take_up_imports()
    assert state_of(senco, run) == "ready"


def test_rights_that_ended_since_leave_nothing_stuck(senco, office):
    reading, applying = uploaded(office), bring(office, HEADER + ISLA)
    put(applying, state="applying")
    with as_owner():
        Membership.objects.filter(pk=office.pk).update(ends=timezone.now() - datetime.timedelta(1))
    take_up_imports()
    assert state_of(senco, reading) == "refused"
    assert state_of(senco, applying) == "ready"
    with acting_as(senco):
        run = ImportRun.objects.get(pk=applying.pk)
        assert "may no longer import" in run.refusal
        assert ImportRun.objects.get(pk=reading.pk).content is None, "a refused file is not kept"
        assert not Pupil.objects.exists()


def test_a_file_that_kills_its_worker_is_given_up_after_a_few_attempts(senco):
    run = put(uploaded(senco), options={"attempts": 3})
    take_up_imports()
    assert state_of(senco, run) == "refused"


@pytest.mark.parametrize("state", ["uploaded", "reading", "applying"])
def test_stuck_work_is_tried_again_or_dropped_by_any_importer(senco, office, state):
    run = put(
        bring(senco, HEADER + ISLA),
        state=state,
        options={"since": LONG_AGO},
        started_at=timezone.now() - datetime.timedelta(1),
    )
    with acting_as(office):
        held = ImportRun.objects.get(pk=run.pk)
        assert is_stuck(held)
        assert try_again(run=held, by=office).state == "ready"
    put(run, state=state)
    with acting_as(office):
        discard(run=run, by=office)
    assert state_of(senco, run) == "discarded"


@pytest.mark.parametrize("state", ["uploaded", "reading", "applying"])
def test_work_that_has_just_begun_is_left_alone(senco, state):
    run = put(bring(senco, HEADER + ISLA), state=state, options={"since": timezone.now().isoformat()})
    for step in (try_again, discard):
        with acting_as(senco), pytest.raises(NotReady):
            step(run=run, by=senco)


def test_the_page_of_stuck_work_has_both_ways(proved, senco):
    run = put(bring(senco, HEADER + ISLA), state="applying", options={"since": LONG_AGO})
    shown = proved(senco).get(reverse("register:import_progress", args=[run.pk])).content.decode()
    assert "Try again" in shown and "Drop this file" in shown
    proved(senco).post(reverse("register:retry_import", args=[run.pk]))
    assert state_of(senco, run) == "ready"


def test_a_file_that_waits_for_its_columns_has_both_ways(proved, senco):
    run = bring(senco, "Foo,Bar\nx,y\n")
    assert run.state == "mapping"
    shown = proved(senco).get(reverse("register:import_columns", args=[run.pk])).content.decode()
    assert "Try again" in shown and "Drop this file" in shown
    proved(senco).post(reverse("register:discard_import", args=[run.pk]))
    assert state_of(senco, run) == "discarded"


def test_what_was_applied_is_neither_tried_again_nor_dropped(senco):
    run = put(bring(senco, HEADER + ISLA), state="applied")
    for step in (try_again, discard):
        with acting_as(senco), pytest.raises(NotReady):
            step(run=run, by=senco)
