"""Protected tables against three attackers: our own, a second linear programme, and plain enumeration."""

import logging
import os
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from senco.governance.suppression import (
    Audit,
    Figure,
    Mark,
    ProtectedSet,
    Table,
    Variable,
    alternatives,
)
from senco.governance.suppression.attack import attack
from senco.governance.suppression.protect import protect_tables
from senco.governance.suppression.published import lay_out
from senco.governance.suppression.tables import join

SCHOOLS = int(os.environ.get("RANDOM_SCHOOLS", "12"))  # nightly: 10000
STATUS = Variable("status", ("K", "E"))
SEX = Variable("sex", ("F", "M"))


def small_cells_hidden_alone(tables, threshold=5):
    """What a careless report does: counts from 1 to the threshold are hidden and nothing else."""
    counts = join(tables).counts
    figures = {
        key: Figure(key, Mark.SMALL, None, threshold)
        if 1 <= count <= threshold
        else Figure(key, Mark.SHOWN, count, threshold)
        for key, count in counts.items()
    }
    return ProtectedSet(lay_out(tables, figures), figures, threshold, Audit())


def small_school(random):
    """Two linked 2×2 tables with small counts."""
    pupils = random.integers(1, 18)
    status, sex, area = (random.random(pupils) < share for share in random.random(3))
    tables = []
    for name, values in (("sex", sex), ("area", area)):
        counts = np.zeros((2, 2), int)
        np.add.at(counts, (status.astype(int), values.astype(int)), 1)
        tables.append(Table(f"by {name}", STATUS, Variable(name, ("one", "two")), counts.tolist()))
    return tables


def truths(tables):
    return join(tables).counts


def assert_prints_the_truth(protected, tables):
    for key, count in truths(tables).items():
        figure = protected.figures[key]
        assert figure.value in (None, count)
        assert figure.range[0] <= count <= figure.range[1]
        assert not (figure.value is not None and 1 <= count <= protected.threshold)


# Random schools -----------
def test_hiding_small_cells_alone_leaks_in_most_schools(random_school, year_by_need, worked_out):
    """Control: the attackers do find what is left open."""
    random = np.random.default_rng(1)
    careless = [small_cells_hidden_alone(random_school(random)) for _ in range(8)]
    careless.append(small_cells_hidden_alone(year_by_need(random, 1000)[0:1]))
    assert sum(bool(attack(one)) for one in careless) > len(careless) / 2
    assert (
        sum(bool(worked_out(one) or worked_out(one, marks_known=False)) for one in careless)
        > len(careless) / 2
    )


@pytest.mark.parametrize("seed", range(SCHOOLS))
def test_linked_tables_of_a_random_school_keep_their_secrets(seed, random_school, worked_out):
    random = np.random.default_rng(seed)
    tables = random_school(random, pupils=int(random.integers(1, 400)), years=int(random.choice([5, 7])))
    protected = protect_tables(tables)
    assert protected.audit.failure == ""
    assert_prints_the_truth(protected, tables)
    assert attack(protected) == []
    assert worked_out(protected) == {}
    assert worked_out(protected, marks_known=False) == {}


@pytest.mark.parametrize("seed", range(max(SCHOOLS // 4, 1)))
@pytest.mark.parametrize("threshold", [5, 10])
def test_a_large_table_keeps_its_secrets(seed, threshold, year_by_need):
    random = np.random.default_rng(1000 + seed)
    tables = year_by_need(random, pupils=int(random.integers(100, 3000)))
    protected = protect_tables(tables, threshold=threshold)
    assert protected.audit.failure == ""
    assert_prints_the_truth(protected, tables)
    assert attack(protected) == []


def test_a_large_table_withstands_the_second_programme(year_by_need, worked_out):
    protected = protect_tables(year_by_need(np.random.default_rng(7), 400))
    assert worked_out(protected) == {}


@pytest.mark.parametrize("seed", range(40))
def test_writing_down_every_possible_school_finds_four_counts_for_each(seed, possible_counts):
    tables = small_school(np.random.default_rng(seed))
    protected = protect_tables(tables)
    assert protected.audit.failure == ""
    counts = possible_counts(protected, most=int(max(truths(tables).values())) + 8)
    for table in protected.tables:
        assert hidden_places(table)
        for place in hidden_places(table):
            assert len(counts[table.name, *place]) >= 4


def test_writing_down_every_possible_school_finds_what_is_left_open(possible_counts):
    """Control for the test above."""
    exposed = 0
    for seed in range(40):
        tables = small_school(np.random.default_rng(seed))
        careless = small_cells_hidden_alone(tables)
        counts = possible_counts(careless, most=int(max(truths(tables).values())) + 8)
        pinned = [len(counts[t.name, *place]) < 4 for t in careless.tables for place in hidden_places(t)]
        exposed += any(pinned)
    assert exposed > 20


def hidden_places(table):
    rows = [[*row, total] for row, total in zip(table.cells, table.row_totals, strict=True)]
    rows.append([*table.column_totals, table.total])
    return [(r, c) for r, row in enumerate(rows) for c, figure in enumerate(row) if figure.value is None]


def rows_of(width):
    return st.lists(st.integers(0, 30), min_size=width, max_size=width)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 4).flatmap(lambda width: st.lists(rows_of(width), min_size=1, max_size=4)))
def test_any_table_is_truthful_and_safe(counts):
    rows = Variable("row", tuple(str(number) for number in range(len(counts))))
    columns = Variable("column", tuple(str(number) for number in range(len(counts[0]))))
    tables = [Table("any", rows, columns, counts)]
    protected = protect_tables(tables)
    assert_prints_the_truth(protected, tables)
    assert attack(protected) == []
    assert protected.audit.failure == ""


# Hostile schools -----------
def protect(counts, rows=STATUS, columns=SEX):
    return protect_tables([Table("hostile", rows, columns, counts)])


def test_a_single_pupil_is_nowhere_to_be_seen():
    protected = protect([[1, 0], [0, 0]])
    assert protected.audit.safe
    assert "1" not in [figure.shown_as for figure in protected.figures.values()]
    assert protected.tables[0].total.shown_as == "fewer than 6"


def test_an_empty_school_shows_zeros():
    protected = protect([[0, 0], [0, 0]])
    assert {figure.shown_as for figure in protected.figures.values()} == {"0"}
    assert protected.audit == Audit(figures=9)


@pytest.mark.parametrize(
    "counts", [[[40, 0], [0, 0]], [[40, 0], [12, 20]], [[40, 9], [0, 20]], [[40, 0], [0, 30]]]
)
def test_a_group_that_is_all_in_one_category_is_flagged_and_blurred(counts):
    protected = protect(counts)
    assert protected.audit.one_category
    assert protected.audit.failure == ""
    zeros = [
        figure
        for key, figure in protected.figures.items()
        if not truths([Table("t", STATUS, SEX, counts)])[key]
    ]
    assert any(figure.shown_as == "fewer than 6" for figure in zeros)


def test_the_attack_notices_a_group_in_one_category():
    """Control: large counts and zeros, nothing hidden, and yet every E pupil is known to be a boy."""
    found = attack(small_cells_hidden_alone([Table("t", STATUS, SEX, [[40, 30], [0, 20]])]))
    assert [leak.where for leak in found] == ["status E by sex", "sex F by status"]
    assert "everybody is in one category" in found[0].why


def test_a_row_without_pupils_is_shown():
    protected = protect([[20, 30], [0, 0]])
    assert [cell.shown_as for cell in protected.tables[0].cells[1]] == [
        "0",
        "0",
    ] or protected.audit.one_category


@pytest.mark.parametrize("counts", [[[7, 2, 30]], [[1, 1, 1]], [[6, 6, 1]], [[5, 0, 0]]])
def test_one_row_only(counts):
    protected = protect(counts, Variable("status", ("K",)), Variable("area", ("a", "b", "c")))
    assert protected.audit.failure == ""
    for cell, margin in zip(protected.tables[0].cells[0], protected.tables[0].column_totals, strict=True):
        assert (cell.value is None) == (margin.value is None)


def test_too_few_pupils_for_marks_still_show_what_can_be_shown():
    """40 pupils in 13 years and 9 areas: with marks that say what is small, no hiding would do."""
    year = Variable("year", tuple(str(number) for number in range(13)))
    area = Variable("area", tuple("abcdefghi"))
    of_year = [[0, 3, 2, 4, 4, 2, 1, 6, 2, 5, 1, 1, 4], [1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1]]
    of_area = [[1, 3, 4, 5, 4, 5, 5, 4, 4], [0, 0, 1, 1, 0, 0, 1, 2, 0]]
    by_sex = Table("c", STATUS, SEX, [[16, 19], [1, 4]])
    tables = [Table("a", STATUS, year, of_year), Table("b", STATUS, area, of_area), by_sex]
    protected = protect_tables(tables)
    assert protected.audit.failure == ""
    assert not protected.withheld
    assert {figure.mark for figure in protected.figures.values()} == {Mark.SHOWN, Mark.WITHHELD}
    assert protected.tables[2].column_totals[0].shown_as == "17"
    assert_prints_the_truth(protected, tables)
    assert attack(protected) == []


def test_a_table_without_rows():
    protected = protect([], Variable("status", ()), SEX)
    assert [total.shown_as for total in protected.tables[0].column_totals] == ["0", "0"]


def test_no_tables_at_all():
    assert protect_tables([]).tables == ()


def test_one_way_counts():
    table = Table("by year", Variable("year", ("1", "2", "3", "4")), None, [12, 3, 9, 30])
    protected = protect_tables([table])
    shown = [row[0].shown_as for row in protected.tables[0].cells]
    assert shown[1] == "fewer than 6"
    assert shown.count("–") == 1
    assert shown[3] == "30"


def test_large_counts_are_all_shown():
    protected = protect([[40, 30], [25, 20]])
    assert protected.audit.hidden == 0


# Failure and speed -----------
def test_when_the_solver_gives_up_nothing_is_shown(monkeypatch, random_school):
    monkeypatch.setattr(alternatives, "TIME_LIMIT", 0.0)
    protected = protect_tables(random_school(np.random.default_rng(3)))
    assert protected.withheld
    assert protected.audit.failure
    assert {figure.shown_as for figure in protected.figures.values()} == {"not shown"}


def test_a_solver_that_breaks_shows_nothing(monkeypatch, random_school, caplog):
    def broken(*_args, **_options):
        raise RuntimeError("out of memory")

    monkeypatch.setattr(alternatives, "milp", broken)
    caplog.set_level(logging.INFO)
    protected = protect_tables(random_school(np.random.default_rng(3)))
    assert protected.withheld
    assert protected.audit.failure == "out of memory"
    assert "figures not protected" in caplog.text


def test_a_solver_that_miscounts_is_caught(monkeypatch, random_school):
    honest = alternatives.milp

    def miscounting(*args, **options):
        answer = honest(*args, **options)
        answer.x = answer.x + 1
        return answer

    monkeypatch.setattr(alternatives, "milp", miscounting)
    assert protect_tables(random_school(np.random.default_rng(3))).withheld


def test_a_typical_set_takes_less_than_a_second(random_school, year_by_need):
    for tables in (
        random_school(np.random.default_rng(5), pupils=220),
        year_by_need(np.random.default_rng(5), 220),
    ):
        assert min(seconds(tables) for _ in range(3)) < 1


def seconds(tables):
    """Of the processor, so that other work on the machine does not count."""
    start = time.process_time()
    protect_tables(tables)
    return time.process_time() - start
