"""One transaction, one after another, once."""

import threading

import pytest
from django.db import connection, connections

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.staging import NotReady
from register.actions.imports.uploading import discard
from register.models import ImportLine, ImportRun, Pupil
from senco.access.context import acting_as
from tests.factories import as_owner, person, pupil, school

from .bringing import HEADER, ISLA, JAYDEN, bring

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def test_a_last_row_that_the_database_refuses_undoes_all_before_it(senco):
    run = bring(senco, HEADER + ISLA + JAYDEN)
    with as_owner():
        last = ImportLine.objects.filter(run=run).order_by("row_number").last()
        last.after["pupil"]["upn"] = "G999400125001"  # the first row's
        last.save()
    with acting_as(senco):
        with pytest.raises(NotReady, match="nothing was changed"):
            apply_run(run=run, by=senco)
        assert not Pupil.objects.exists()
        assert ImportRun.objects.get().state == "ready"


def test_a_run_is_applied_once(senco):
    run = bring(senco, HEADER + ISLA)
    with acting_as(senco):
        begun = begin_applying(run=run, leavers=False, by=senco)
        with pytest.raises(NotReady):
            begin_applying(run=run, leavers=False, by=senco)
        with pytest.raises(NotReady):
            discard(run=run, by=senco)
        apply_run(run=begun, by=senco)
        with pytest.raises(NotReady):
            apply_run(run=begun, by=senco)
        assert Pupil.objects.count() == 1


def test_what_changes_while_the_work_waits_is_looked_at_again(senco):
    run = bring(senco, HEADER + ISLA)
    with acting_as(senco):
        run = begin_applying(run=run, leavers=False, by=senco)
    pupil(at=senco.school, upn="G999400125001", legal_forename="Isla", legal_surname="Marlowe")
    with acting_as(senco):
        run = apply_run(run=run, by=senco)
        assert run.state == "ready" and run.counts["new"] == 0
        assert Pupil.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_take_turns(senco):
    runs = [bring(senco, HEADER + ISLA), bring(senco, HEADER + ISLA + JAYDEN)]
    states = []

    def work(run):
        try:
            with acting_as(senco):
                states.append(apply_run(run=run, by=senco).state)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=[run]) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(states) == ["applied", "ready"], "the second is compared again with what the first wrote"
    connection.close()
