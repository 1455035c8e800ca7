import pytest

from tests.access.database.cells import Stage, make_tried_cells, run
from tests.access.database.world import locked_tables, populate
from tests.factories import as_owner


@pytest.fixture
def stage(db):
    _world, personas = populate()
    with as_owner():
        run(
            "set constraints all immediate"
        )  # nothing is left to be checked later: tables can be altered by mutants
        run("set constraints all deferred")
        make_tried_cells()
        return Stage(personas, locked_tables())
