"""Every weakened policy, grant, trigger and helper function turns the database matrix red."""

from django.db import OperationalError
from psycopg.errors import DeadlockDetected

from tests.access.database.cells import run
from tests.access.database.isolation import isolated, told_apart
from tests.access.database.mutants import mutants
from tests.factories import as_owner

SURVIVORS = {  # name of a mutant that no cell can tell from the original → why
    "accounts_user without its lock": "each right on it is on every row; test_catalogue insists on the lock itself",
    "audit_readevent without stays": "no row of it is ever updated: the append-only guard speaks first",
    "app_whole_school: \"and role in ('senco', 'admin', 'head')\" → ''": (
        "only senco_school's policies ask it, and app_membership() is empty there for any other role"
    ),
}


def killed(stage, mutant) -> bool:
    """Whether at least one cell is not as expected any more. The first one is enough."""
    run("savepoint mutant")
    weaken(mutant)
    noticed = any(next(faults(stage, table, mutant), None) for table in mutant.tables)
    run("rollback to mutant")
    return noticed


def weaken(mutant) -> None:
    """Once more where the database's housekeeping looked at the same table: of two who wait for each other one is sent away."""
    for last in (False, False, True):
        try:
            with as_owner():
                for statement in mutant.statements:
                    run(statement)
            return
        except OperationalError as problem:
            if last or not isinstance(problem.__cause__, DeadlockDetected):
                raise


def faults(stage, table: str, mutant):
    """What is weakened is asked for first: most mutants fall at the first cell."""
    owner = mutant.roles == ("senco_owner",)
    yield from stage.unguarded(table) if owner else stage.faults(table, mutant.roles, mutant.command)


def test_what_stands_behind_another_layer_is_judged_without_it(stage):
    tried = list(isolated())
    assert [one.name for one in tried if not told_apart(stage, one)] == []
    assert len(tried) > 30


def test_every_weakening_is_noticed(stage):
    tried = list(mutants())
    survived = {mutant.name for mutant in tried if not killed(stage, mutant)}
    unexplained = sorted(survived - set(SURVIVORS))
    assert not unexplained, "\n".join([f"{len(unexplained)} of {len(tried)}", *unexplained])
    assert len(tried) > 300
