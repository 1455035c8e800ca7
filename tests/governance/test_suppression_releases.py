"""Differencing: what a reader learns by laying this term's tables beside last term's."""

import numpy as np
import pytest
from scipy.optimize import linprog

from senco.governance.held import moved_up
from senco.governance.suppression import Mark, ProtectedSet, Table, Variable
from senco.governance.suppression.attack import attack
from senco.governance.suppression.protect import protect_tables
from senco.governance.suppression.tables import join
from tests.governance.conftest import grid, printed_range, sums, unknowns

STATUS = Variable("status", ("K", "E"))
YEAR = Variable("year", ("1", "2", "3", "4"))
AUTUMN = [[20, 30, 25, 18], [9, 14, 12, 8]]


def tables(counts):
    return [Table("Status by year", STATUS, YEAR, counts)]


def moved(*changes):
    """The autumn's counts with some cells changed: (row, column, by)."""
    counts = np.array(AUTUMN)
    for row, column, by in changes:
        counts[row, column] += by
    return counts.tolist()


def told_by_both(old, new, old_counts, new_counts, threshold):
    """Changes of 1 to threshold pupils that can be read off, in figures shown both times."""
    return [
        key
        for key in new
        if old[key].value is not None
        and new[key].value is not None
        and 0 < abs(new_counts[key] - old_counts[key]) <= threshold
    ]


@pytest.fixture
def autumn():
    return protect_tables(tables(AUTUMN))


def test_without_the_rule_one_pupil_who_joins_can_be_read_off(autumn):
    """Control: protected apart, the two releases tell on each other."""
    spring = protect_tables(tables(moved((1, 2, 1))))
    counts = join(tables(AUTUMN)).counts, join(tables(moved((1, 2, 1)))).counts
    assert told_by_both(autumn.figures, spring.figures, *counts, threshold=5)


def test_one_pupil_who_joins_cannot_be_read_off(autumn):
    after = moved((1, 2, 1))
    spring = protect_tables(tables(after), earlier=[autumn])
    counts = join(tables(AUTUMN)).counts, join(tables(after)).counts
    assert spring.audit.failure == ""
    assert told_by_both(autumn.figures, spring.figures, *counts, threshold=5) == []
    assert spring.tables[0].cells[1][2].shown_as == "–"
    assert spring.tables[0].cells[0][0].shown_as == "20"
    assert attack(spring, [autumn]) == []


def test_a_quiet_term_is_published_as_before(autumn):
    spring = protect_tables(tables(AUTUMN), earlier=[autumn])
    assert spring.figures == autumn.figures


def test_what_was_hidden_stays_hidden():
    autumn = protect_tables(tables(moved((1, 0, -7))))
    spring = protect_tables(tables(moved((1, 0, 30))), earlier=[autumn])
    for key, figure in autumn.figures.items():
        assert figure.value is not None or spring.figures[key].value is None


def test_a_figure_that_moved_a_lot_is_shown_again(autumn):
    spring = protect_tables(tables(moved((0, 1, 40))), earlier=[autumn])
    assert spring.tables[0].cells[0][1].shown_as == "70"
    assert spring.audit.hidden == 0


def test_a_release_that_was_withheld_binds_nothing():
    whole = protect_tables(tables(AUTUMN))
    figures = {key: type(figure)(key, Mark.WITHHELD, None, 5) for key, figure in whole.figures.items()}
    withheld = ProtectedSet(whole.tables, figures, 5)
    assert protect_tables(tables(AUTUMN), earlier=[withheld]).figures == whole.figures


def test_new_categories_are_new_figures(autumn):
    longer = Variable("year", ("1", "2", "3", "4", "5"))
    counts = [[*row, 20] for row in AUTUMN]
    spring = protect_tables([Table("Status by year", STATUS, longer, counts)], earlier=[autumn])
    assert spring.tables[0].cells[0][4].shown_as == "20"


@pytest.mark.parametrize("seed", range(8))
def test_three_terms_of_a_random_school(seed, random_school):
    """Pupils join, leave and change status; no small change can be read off any pair of releases."""
    random = np.random.default_rng(seed)
    terms = [random_school(random, pupils=160)]
    for _term in range(2):
        terms.append([shifted(table, random) for table in terms[-1][:1]])
    releases = []
    for term in terms:
        releases.append(protect_tables(term[:1], earlier=releases))
    counts = [join(term[:1]).counts for term in terms]
    for new in range(1, 3):
        for old in range(new):
            pair = releases[old].figures, releases[new].figures
            assert told_by_both(*pair, counts[old], counts[new], threshold=5) == []
        assert attack(releases[new]) == []
    assert [release.audit.failure for release in releases] == ["", "", ""]


# Over the summer ---------------------------------------------------------------------------------------------------------


def over_the_summer(random):
    """Status by year in July, and in September: all moved up, as many begin as have left, and one pupil is gone."""
    years = Variable("year", ("7", "8", "9", "10", "11"))
    july = random.integers(8, 40, (2, 5))
    september = np.roll(july, 1, axis=1)
    september[random.integers(0, 2), random.integers(1, 5)] -= 1
    return [[Table("Status by year", STATUS, years, counts.tolist())] for counts in (july, september)]


def subtracted(july, september):
    """Small changes that a reader of both prints is certain of: the second programme, over both at once."""
    places = unknowns([july.tables[0]])
    size = max(places.values()) + 1
    equations = list(sums([july.tables[0]], places))
    both = np.array(
        [np.concatenate(pair) for line in equations for pair in ((line, 0 * line), (0 * line, line))]
    )
    texts = [text for shown in (july, september) for text in texts_of(shown.tables[0], places)]
    bounds = [printed_range(text) for text in texts]
    return [place for place, pair in following(places, size) if certain(pair, both, bounds)]


def texts_of(table, places):
    texts = {}
    for (_name, row, column), number in places.items():
        texts[number] = grid(table)[row][column]
    return [texts[number] for number in range(len(texts))]


def following(places, size):
    """(place, (number in July, number in September)) of each group that is the same children; sums stay where they are."""
    last = max(column for _name, _row, column in places)
    for (name, row, column), number in places.items():
        if column == last:
            yield (row, column), (number, size + number)
        elif column < last - 1:
            yield (row, column), (number, size + places[name, row, column + 1])


def certain(pair, equations, bounds):
    direction = np.zeros(len(bounds))
    direction[list(pair)] = [-1, 1]
    ends = []
    for sign in (1, -1):
        answer = linprog(sign * direction, A_eq=equations, b_eq=np.zeros(len(equations)), bounds=bounds)
        if answer.status == 3:
            return False
        ends.append(round(sign * answer.fun, 6))
    return ends[0] == ends[1] and 0 < abs(ends[0]) <= 5


@pytest.mark.parametrize("seed", range(6))
def test_the_child_who_is_gone_after_the_summer_cannot_be_worked_out_of_both_prints(seed):
    july, september = over_the_summer(np.random.default_rng(seed))
    before = protect_tables(july)
    unmoved = protect_tables(september, earlier=[before])
    moved = protect_tables(september, earlier=[moved_up(before, 1)])
    assert subtracted(before, protect_tables(september)), "control: protected apart"
    assert moved.audit.failure == "" and not moved.withheld
    assert subtracted(before, moved) == []
    assert unmoved.figures != moved.figures


def shifted(table, random):
    counts = np.array(table.counts)
    for _pupil in range(int(random.integers(0, 6))):
        row, column = random.integers(0, counts.shape[0]), random.integers(0, counts.shape[1])
        counts[row, column] = max(counts[row, column] + random.choice([-1, 1]), 0)
    return Table(table.name, table.rows, table.columns, counts.tolist())
