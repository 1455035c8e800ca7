"""One transaction, one after another, once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.background import discard
from register.actions.imports.staging import NotReady
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


def test_two_runs_take_turns(senco):
    first, second = (bring(senco, HEADER + ISLA), bring(senco, HEADER + ISLA + JAYDEN))
    with acting_as(senco), CaptureQueriesContext(connection) as captured:
        assert apply_run(run=first, by=senco).state == "applied"
    locks = [query["sql"] for query in captured if "FOR UPDATE" in query["sql"]]
    assert "accounts_school" in locks[0], "the other waits here until this one is written"
    with acting_as(senco):
        again = apply_run(run=second, by=senco)
        assert (again.state, again.counts["new"]) == ("ready", 1), "compared again with what the first wrote"
