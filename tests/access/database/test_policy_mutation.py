"""Every weakened policy, grant, trigger and helper function turns the database matrix red."""

from tests.access.database.cells import run
from tests.access.database.mutants import mutants
from tests.factories import as_owner

SURVIVORS = {  # name of a mutant that no cell can tell from the original → why
    "accounts_user without its lock": "each right on it is on every row; test_catalogue insists on the lock itself",
}


def killed(stage, mutant) -> bool:
    """Whether at least one cell is not as expected any more. The first one is enough."""
    run("savepoint mutant")
    with as_owner():
        for statement in mutant.statements:
            run(statement)
    noticed = any(next(stage.faults(table, mutant.roles), None) for table in mutant.tables)
    run("rollback to mutant")
    return noticed


def test_every_weakening_is_noticed(stage):
    tried = list(mutants())
    survived = {mutant.name for mutant in tried if not killed(stage, mutant)}
    unexplained = sorted(survived - set(SURVIVORS))
    assert not unexplained, "\n".join([f"{len(unexplained)} of {len(tried)}", *unexplained])
    assert len(tried) > 300
