"""Random schools, and two attackers who read nothing but the printed tables."""

from itertools import product
from math import ceil, floor, inf

import numpy as np
import pytest
from scipy.optimize import linprog

from senco.governance.suppression import Table, Variable

STATUS = Variable("status", ("K", "E"))
SEX = Variable("sex", ("F", "M"))


def crossed(rows, columns, row_values, column_values):
    """The table of two characteristics of the same pupils; values are positions of categories."""
    counts = np.zeros((len(rows.categories), len(columns.categories)), int)
    np.add.at(counts, (row_values, column_values), 1)
    return Table(f"{rows.name} by {columns.name}", rows, columns, counts.tolist())


@pytest.fixture
def random_school():
    """A maker of schools: pupils on the register by status and year, area and sex, drawn at random."""

    def make(random, pupils=185, years=7, areas=5):
        year = Variable("year", tuple(str(number) for number in range(1, years + 1)))
        area = Variable("area", tuple(f"area {number}" for number in range(areas)))
        status = (random.random(pupils) < 0.21).astype(int)
        of_year = random.integers(0, years, pupils)
        of_area = random.choice(areas, pupils, p=random.dirichlet(np.full(areas, 2.0)))
        of_sex = (random.random(pupils) < 0.63).astype(int)
        return [
            crossed(STATUS, year, status, of_year),
            crossed(STATUS, area, status, of_area),
            crossed(STATUS, SEX, status, of_sex),
        ]

    return make


@pytest.fixture
def year_by_need():
    """A maker of one large table: thirteen years by fourteen needs, some of them rare."""

    def make(random, pupils=185):
        year = Variable("year", tuple(str(number) for number in range(1, 14)))
        need = Variable("need", tuple(f"need {number}" for number in range(1, 15)))
        of_need = random.choice(14, pupils, p=random.dirichlet(np.ones(14)))
        return [crossed(year, need, random.integers(0, 13, pupils), of_need)]

    return make


def printed_range(text, heed_marks=True):
    """What the text in a cell says about the count."""
    if text.isdigit():
        return int(text), int(text)
    if not heed_marks:
        return 0, inf
    if text.startswith("fewer than "):
        return 0, int(text.removeprefix("fewer than ")) - 1
    return (6, inf) if text == "–" else (0, inf)


def grid(table):
    """The printed texts with the margins as last row and last column."""
    rows = [[cell.shown_as for cell in row] for row in table.cells]
    rows = [[*row, total.shown_as] for row, total in zip(rows, table.row_totals, strict=True)]
    return [*rows, [*(total.shown_as for total in table.column_totals), table.total.shown_as]]


def unknowns(tables):
    """Numbers for all cells of all printed tables; shared margins and the total have one number each."""
    numbers = {}
    for table in tables:
        height, width = len(table.cells) + 1, len(table.cells[0]) + 1
        for row, column in product(range(height), range(width)):
            cell = (table.name, row, column)
            if row == height - 1 and column == width - 1:
                cell = "total"
            elif column == width - 1:
                cell = (table.rows.name, row)
            numbers[table.name, row, column] = cell
    index = {cell: number for number, cell in enumerate(dict.fromkeys(numbers.values()))}
    return {place: index[cell] for place, cell in numbers.items()}


def sums(tables, numbers):
    """One equation for every row and column, margins included."""
    size = max(numbers.values()) + 1
    for table in tables:
        height, width = len(table.cells) + 1, len(table.cells[0]) + 1
        lines = [[(row, column) for column in range(width)] for row in range(height)]
        lines += [[(row, column) for row in range(height)] for column in range(width)]
        for *parts, whole in lines:
            equation = np.zeros(size)
            np.add.at(equation, [numbers[table.name, *place] for place in parts], 1)
            equation[numbers[table.name, *whole]] -= 1
            yield equation


@pytest.fixture
def worked_out():
    """An attacker with its own linear programme: figures with under four counts, or certainly 1 to 5."""

    def read(protected, marks_known=True):
        numbers = unknowns(protected.tables)
        ranges = {}
        for table in protected.tables:
            for row, texts in enumerate(grid(table)):
                for column, text in enumerate(texts):
                    ranges[numbers[table.name, row, column]] = printed_range(text, marks_known)
        bounds = [ranges[number] for number in range(len(ranges))]
        equations = np.array(list(sums(protected.tables, numbers)))
        hidden = [number for number, (low, high) in enumerate(bounds) if low != high]
        return {
            n: r
            for n in hidden
            if leaks(r := extremes(n, equations, bounds), marks_known, protected.threshold)
        }

    return read


def leaks(found, marks_known, threshold):
    low, high = found
    return high - low + 1 < 4 or (not marks_known and low >= 1 and high <= threshold)


def extremes(number, equations, bounds):
    direction = np.eye(1, len(bounds), number)[0]
    ends = []
    for sign in (1, -1):
        answer = linprog(sign * direction, A_eq=equations, b_eq=np.zeros(len(equations)), bounds=bounds)
        assert answer.status in (0, 3), answer.message
        ends.append(inf if answer.status == 3 else sign * answer.fun)
    return ceil(ends[0] - 1e-6), ends[1] if ends[1] == inf else floor(ends[1] + 1e-6)


@pytest.fixture
def possible_counts():
    """An attacker who only writes things down: every pair of 2×2 tables that prints the same.

    Gives for each place the set of counts found. Tables share their rows; cells go from 0 to `most`.
    """

    def read(protected, most):
        fitting = [tables_that_print(table, most) for table in protected.tables]
        shared = set.intersection(*({(row[2], row[5]) for row in found} for found in fitting))
        counts = {}
        for table, found in zip(protected.tables, fitting, strict=True):
            kept = [row for row in found if (row[2], row[5]) in shared]
            for place, column in zip(product(range(3), range(3)), zip(*kept, strict=True), strict=True):
                counts[table.name, *place] = set(column)
        return counts

    return read


def tables_that_print(table, most):
    """The nine figures of every 2×2 table with margins that fits the print, row by row."""
    a, b, c, d = np.meshgrid(*[np.arange(most + 1, dtype=np.int16)] * 4, copy=False)
    figures = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
    texts = [text for row in grid(table) for text in row]
    fits = np.ones(a.shape, bool)
    for figure, text in zip(figures, texts, strict=True):
        low, high = printed_range(text)
        fits &= (figure >= low) & (figure <= high)
    return np.stack([figure[fits] for figure in figures], axis=1).tolist()
