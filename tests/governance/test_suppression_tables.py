"""Tables in, tables out: what is refused, what is printed, and what can be stored."""

from decimal import Decimal

import pytest

from senco.governance.suppression import (
    Figure,
    Mark,
    ProtectedSet,
    Table,
    Variable,
    percentage,
)
from senco.governance.suppression.attack import attack
from senco.governance.suppression.protect import protect_tables

STATUS = Variable("status", ("K", "E"))
SEX = Variable("sex", ("F", "M"))
YEAR = Variable("year", ("1", "2"))
BY_SEX = Table("Status by sex", STATUS, SEX, [[20, 30], [8, 12]])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Table("t", STATUS, SEX, [[1, 2]]), "“t” names 2 rows but has counts for 1"),
        (lambda: Table("t", STATUS, SEX, [[1, 2], [3]]), "“t” names 2 columns but a row has 1 counts"),
        (
            lambda: Table("t", STATUS, SEX, [[1, 2], [3, -1]]),
            "counts -1 for sex M, status E: not a number of pupils",
        ),
        (lambda: Table("t", STATUS, SEX, [[1, 2], [3, 0.5]]), "counts 0.5"),
        (lambda: Variable("sex", ("F", "F")), "A category of “sex” is listed twice"),
    ],
)
def test_a_table_that_cannot_be_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("others", "message"),
    [
        (
            [Table("b", STATUS, YEAR, [[25, 24], [10, 10]])],
            "“b” counts 49 for status K, another table 50|counts 69",
        ),
        (
            [Table("b", STATUS, Variable("sex", ("F", "X")), [[1, 2], [3, 4]])],
            "different categories for “sex”",
        ),
        ([Table("again", STATUS, SEX, [[20, 30], [8, 12]])], "“again” closes a ring"),
        (
            [Table("b", SEX, YEAR, [[14, 14], [21, 21]]), Table("c", YEAR, STATUS, [[25, 10], [25, 10]])],
            "“c” closes a ring",
        ),
    ],
)
def test_tables_that_do_not_go_together_are_refused(others, message):
    with pytest.raises(ValueError, match=message):
        protect_tables([BY_SEX, *others])


@pytest.mark.parametrize("threshold", [0, 2])
def test_a_threshold_too_low_to_hide_anything_is_refused(threshold):
    with pytest.raises(ValueError, match=f"at least 3, not {threshold}"):
        protect_tables([BY_SEX], threshold=threshold)


@pytest.mark.parametrize(
    ("threshold", "text"), [(5, "fewer than 6"), (10, "fewer than 11"), (3, "fewer than 4")]
)
def test_the_text_of_a_small_count_follows_the_threshold(threshold, text):
    table = Table("t", Variable("year", ("1", "2", "3", "4")), None, [40, 2, 50, 60])
    assert protect_tables([table], threshold=threshold).tables[0].cells[1][0].shown_as == text


def test_the_three_kinds_of_text():
    figures = [Figure(frozenset(), mark, None, 5) for mark in (Mark.SMALL, Mark.HIDDEN, Mark.WITHHELD)]
    assert [figure.shown_as for figure in figures] == ["fewer than 6", "–", "not shown"]
    assert Figure(frozenset(), Mark.SHOWN, 12, 5).shown_as == "12"


def test_a_cell_that_cannot_exist_is_printed_empty_and_protects_nothing():
    need = Variable("need", ("SLCN", "SEMH", "none"))
    status = Variable("status", ("N", "K"))
    table = Table("t", status, need, [[None, None, 800], [40, 50, None]])
    protected = protect_tables([table])
    assert protected.tables[0].cells[0][0] is None
    assert protected.tables[0].cells[0][2].shown_as == "800"
    assert protected.audit.one_category == ()


def test_linked_tables_share_their_margins():
    by_year = Table("Status by year", STATUS, YEAR, [[48, 2], [10, 10]])
    one, two = protect_tables([BY_SEX, by_year]).tables
    assert [total.shown_as for total in one.row_totals] == [total.shown_as for total in two.row_totals]
    assert two.cells[0][1].shown_as == "fewer than 6"


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (3, 9, None),
        (7, 10, Decimal("70.0")),
        (20, 30, Decimal("66.7")),
        (None, 30, None),
        (8, None, None),
        (0, 0, None),
    ],
)
def test_percentages_need_ten_pupils_and_two_shown_figures(part, whole, expected):
    figures = [Figure(frozenset(), Mark.HIDDEN if it is None else Mark.SHOWN, it, 5) for it in (part, whole)]
    assert percentage(*figures) == expected


def test_a_set_is_stored_as_its_reader_sees_it_and_comes_back_the_same():
    by_year = Table("Status by year", STATUS, YEAR, [[48, 2], [10, 10]])
    one_way = Table("By form", Variable("form", ("a", "b")), None, [30, 40])
    protected = protect_tables([BY_SEX, by_year, one_way])
    data = protected.as_data()
    back = ProtectedSet.from_data(data)
    assert (back.tables, back.figures, back.threshold) == (protected.tables, protected.figures, 5)
    hidden = [entry for entry in data["figures"] if entry[1] != "shown"]
    assert hidden
    assert all(value is None for _key, _mark, value in hidden)
    assert attack(back) == []
