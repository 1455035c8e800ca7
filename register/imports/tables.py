"""The rows of a table to records: header, columns, rows, repeats."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from django.utils.translation import gettext_lazy as _
from xlsxwriter.utility import xl_col_to_name

from .columns import Chosen, Recognition, check_required, find_header, recognise
from .contacts import read_contact
from .fields import Row, gather, not_a_row, too_many_cells, total_row, twin_columns
from .headings import REQUIRED
from .people import read_group, read_staff
from .pupils import Choices, PupilReader
from .reading import Table, without_empty_end
from .records import CONTACTS, GROUPS, PUPILS, STAFF, WARNING, Fault, RowProblem
from .refusals import ImportRefused, said
from .repeats import settle_pupils, settle_staff, settle_whole_rows
from .restrictions import Columns, remark_in, restriction_in_words
from .texts import cleaned
from .workbooks import UNANSWERED, not_worked_out

TOTAL = re.compile(r"\b(?:sub-?)?totals?\b", re.IGNORECASE)
ROWS_SAMPLED, ROWS_REPORTED = 25, 200
SETTLE = {
    PUPILS: settle_pupils,
    CONTACTS: partial(settle_whole_rows, field="surname"),
    STAFF: settle_staff,
    GROUPS: partial(settle_whole_rows, field="group"),
}


@dataclass
class TableReading:
    """What was found in one pass over the rows."""

    columns: Recognition
    records: list = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    row_count: int = 0
    parked_numbers: set[str] = field(default_factory=set)


class TableReader:
    """Reads a table once its header has been found and its columns are known."""

    def __init__(
        self,
        table: Table,
        *,
        mapping: Chosen | None = None,
        kind: str | None = None,
        header_row: int | None = None,
    ):
        self.table = table
        self.header_row, header = find_header(iter(table), mapping, header_row)
        self.header = without_empty_end(header)
        self.columns = recognise(self.header, saved=mapping, kind=kind)
        self.width = self._expected_width()

    def read(self, choices: Choices) -> TableReading:
        """All rows, read a second time with the month first if their dates prove to be written so."""
        check_required(self.columns)
        self.columns, about_orders = self._columns_settled()
        pupils = PupilReader(choices)
        found = self._pass(_row_reader(self.columns.kind, pupils), choices.progress)
        if pupils.dates.file_is_month_first:
            evidence = pupils.dates.month_came_first
            pupils = PupilReader(choices, month_first=True)
            found = self._pass(_row_reader(self.columns.kind, pupils), choices.progress)
            found.problems.append(_about_file(_month_first(evidence)))
        if not found.row_count:
            raise _no_rows()
        found.problems.extend(
            _about_file(fault) for fault in (*self.table.remarks(), *self._column_remarks())
        )
        found.problems.extend(about_orders)
        found.records = SETTLE[self.columns.kind](found.records, found.problems)
        return found

    def first_rows(self, count: int = 3) -> list[list[str]]:
        """The first rows below the header, as they stand."""
        return [[cleaned(cell) for cell in cells] for _number, cells in islice(self._below_header(), count)]

    def _pass(
        self, read_row: Callable[[Row], object | None], progress: Callable[[int], None]
    ) -> TableReading:
        found = TableReading(self.columns)
        for number, cells in self._below_header():
            found.row_count += 1
            if found.row_count % ROWS_REPORTED == 0:
                progress(found.row_count)
            record = self._record(number, cells, read_row, found)
            if record is not None:
                found.records.append(record)
        return found

    def _record(self, number: int, cells: list[str], read_row, found: TableReading):
        problems = found.problems
        fault = self._shape_fault(cells)
        if fault:
            shown = next(cell for cell in cells if cell.strip())
            problems.append(RowProblem.from_fault(number, "", shown, fault))
            return None
        twins: list[tuple[str, str]] = []
        if not self.table.rows_may_be_short:
            cells = cells + [""] * (self.width - len(cells))
        self._refuse_unanswered(number, cells)
        row = Row(number, gather(self.columns.mapping, cells, lambda *twin: twins.append(twin)), problems)
        for name, values in twins:
            row.note(name, values, twin_columns())
        record = read_row(row)
        if not getattr(record, "court_order", False):
            self._note_restriction(row, cells)
        if record is None:
            found.parked_numbers.update(row.numbers())
        return record

    def _columns_settled(self) -> tuple[Recognition, list[RowProblem]]:
        if self.columns.kind not in (PUPILS, CONTACTS):
            return self.columns, []
        return Columns.of(self.columns, self._below_header()).settled()

    def _note_restriction(self, row: Row, cells: list[str]) -> None:
        """No order is taken from a remark, but whoever imports is told of it."""
        if self.columns.kind in (PUPILS, CONTACTS) and (remark := remark_in(self.columns, cells)):
            heading, text = remark
            row.note("court_order", text, restriction_in_words(heading))

    def _refuse_unanswered(self, number: int, cells: list[str]) -> None:
        """A formula whose answer is not in the file spoils only the columns that are read."""
        for index in self.columns.mapping:
            if index < len(cells) and cells[index] == UNANSWERED:
                raise not_worked_out(f"{xl_col_to_name(index)}{number}")

    def _shape_fault(self, cells: list[str]) -> Fault | None:
        if len(without_empty_end(cells)) > self.width:
            return too_many_cells()
        if self._is_total(cells):
            return total_row()
        if self.width > 2 and sum(1 for cell in cells if cell.strip()) == 1:
            return not_a_row()
        return None

    def _is_total(self, cells: list[str]) -> bool:
        """“7A Total”, “Grand total: 3” in the first filled cell, and no person in the others: something a row needs is missing."""
        first = next((cell for cell in cells if cell.strip()), "")
        if not TOTAL.search(first):
            return False
        filled = {
            name for index, name in self.columns.mapping.items() if "".join(cells[index : index + 1]).strip()
        }
        return (
            any(filled.isdisjoint(choice) for choice in REQUIRED[self.columns.kind])
            or 2 * len(filled) <= self.width
        )

    def _below_header(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header, without the header that some reports repeat on each page."""
        for number, cells in self.table:
            if number > self.header_row and without_empty_end(cells) != self.header:
                yield number, cells

    def _expected_width(self) -> int:
        """As many cells as there are headings; more if nearly every row has a last column without a heading."""
        widths = Counter(
            len(without_empty_end(cells)) for _number, cells in islice(self._below_header(), ROWS_SAMPLED)
        )
        usual, times = widths.most_common(1)[0] if widths else (0, 0)
        return max(len(self.header), usual if times > 3 else 0)

    def _column_remarks(self) -> list[Fault]:
        if self.columns.kind == PUPILS and "upn" not in self.columns.mapping.values():
            return [_no_upn_column()]
        return []


def _row_reader(kind: str, pupils: PupilReader) -> Callable[[Row], object | None]:
    return {PUPILS: pupils.read, CONTACTS: read_contact, STAFF: read_staff, GROUPS: read_group}[kind]


def _about_file(fault: Fault) -> RowProblem:
    return RowProblem.from_fault(None, "", "", fault)


def _no_rows() -> ImportRefused:
    return ImportRefused(
        "no_rows",
        _("The file has a heading row but nothing below it."),
        _("Check the filter of the report in the MIS and export it again."),
    )


def _month_first(evidence: str) -> Fault:
    return Fault(
        "month_first",
        said(
            _(
                "The dates of this file are read with the month first, because {date} can be read in no other way."
            ),
            date=evidence,
        ),
        _("Compare some dates of birth with the MIS before you apply the import."),
        WARNING,
    )


def _no_upn_column() -> Fault:
    return Fault(
        "no_upn_column",
        _(
            "The file has no column with UPNs. Pupils are matched by admission number, or suggested by name and date of birth."
        ),
        _("Add the UPN to the report in the MIS if you can."),
        WARNING,
    )
