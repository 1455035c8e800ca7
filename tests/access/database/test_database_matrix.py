"""Every persona at every locked table: reading, writing, moving, deleting, and updates without WHERE."""

from tests.access.database.expectations import DELETE, INSERT, SELECT, UPDATE
from tests.access.database.world import locked_tables


def test_every_locked_table_has_its_expectations(stage):
    assert set(SELECT) == set(locked_tables())
    assert set(INSERT) | set(UPDATE) | set(DELETE) <= set(SELECT)
    assert {
        table for table in SELECT if not stage.rows(table)
    } == set()  # without rows nothing would be proved


def test_matrix(stage):
    faults = [fault for table in sorted(SELECT) for fault in (*stage.faults(table), *stage.unguarded(table))]
    assert not faults, "\n".join(faults)
    assert stage.tried > 5000  # the cells were there
