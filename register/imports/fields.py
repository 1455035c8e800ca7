"""One row on its way to a record: its cells by field, what they mean, and what is wrong with them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from .headings import FIRST_FILLED, JOINED, STRICTEST
from .records import PARKED, WARNING, Fault, Reading, RowProblem
from .texts import EXCEL_ERRORS, cleaned, compact, is_blank
from .values import NO

SAYS_WHO = ("group", "legal_surname", "surname", "legal_forename", "forename")
LONGEST_LABEL_PART = 100
LONGEST_CELL = 2_000  # characters; no field of ours holds more

Reader = Callable[[str], Reading]


class Row:
    """The fields of one row. `given` shrinks when a cell turns out to hold nothing that can be used."""

    def __init__(self, number: int, cells: Mapping[str, str], problems: list[RowProblem]):
        self.number = number
        self.cells = {field: "" if is_blank(text) else text for field, text in cells.items()}
        self.problems = problems
        self.given = set(cells)
        self.is_parked = False

    def note(self, field: str, value: str, fault: Fault) -> None:
        """Tell a person about a value; a fault that parks makes the row unusable."""
        self.problems.append(RowProblem.from_fault(self.number, field, value, fault, self.label()))
        self.is_parked = self.is_parked or fault.severity == PARKED

    def label(self) -> str:
        """Whom or what the row is about, for the person who has to find it again."""
        found = (cleaned(self.cells.get(field, ""))[:LONGEST_LABEL_PART] for field in SAYS_WHO)
        return ", ".join(filter(None, found))

    def has(self, field: str) -> bool:
        """Whether the field is in the file and not blank."""
        return bool(self.cells.get(field, "").strip())

    def numbers(self) -> set[str]:
        """The UPN and admission number of the row as written, whether or not they are right."""
        return {
            cleaned(self.cells[field]).upper()
            for field in ("upn", "admission_number", "group")
            if self.has(field)
        }

    def read(self, field: str, reader: Reader, *, optional: bool = False) -> Any:
        """The field's value, or None when it is blank, not in the file or cannot be used.

        What is wrong with an optional field is a warning, and only its cell is left out.
        """
        text = self.cells.get(field, "").strip()
        if not text:
            return None
        value, fault = _unreadable(text) or reader(text)
        if fault and optional and fault.severity == PARKED:
            value, fault = None, left_out(fault)
        if fault:
            self.note(field, text, fault)
        if value is None:
            self.given.discard(field)
        return value

    def read_all(
        self, readers: Mapping[str, Reader], optional: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """Every field that has a value, ready for a record."""
        values = {
            field: self.read(field, reader, optional=field in optional)
            for field, reader in readers.items()
            if field in self.cells
        }
        return {field: value for field, value in values.items() if value is not None}

    def put(self, field: str, text: str) -> None:
        """A field that was worked out from another one."""
        self.cells[field] = text
        self.given.add(field)

    def require(self, field: str, fault: Fault) -> None:
        """Park the row when a field it cannot do without is blank."""
        if not self.has(field):
            self.note(field, "", fault)


def plain_text(longest: int) -> Reader:
    """A reader of short text without rules of its own, such as a form or a subject."""

    def read(text: str) -> Reading:
        value = cleaned(text)
        if len(value) > longest:
            return Reading(None, _too_long())
        return Reading(value or None)

    return read


def gather(mapping: Mapping[int, str], cells: list[str], twins: Callable[[str, str], None]) -> dict[str, str]:
    """Field → text of one row. `twins` is told of two columns of the same name that say different things.

    Columns beyond the end of a short row are not in the file for this row.
    """
    found: dict[str, str] = {}
    for index, field in mapping.items():
        if index >= len(cells):
            continue
        text = _unwrapped(cells[index].strip())
        before = found.get(field, "")
        if field in JOINED and text and before:
            text = f"{before}, {text}"
        elif field in STRICTEST:
            before = "" if text and compact(before) in NO else before
        elif before and text and before != text and field not in FIRST_FILLED:
            twins(field, f"{before} / {text}")
        found[field] = text if field in JOINED and text else before or text
    return found


def _unwrapped(text: str) -> str:
    """Some reports write ="004000" so that a spreadsheet keeps the zeros; what is meant stands between the quotes."""
    if is_blank(text):
        return ""
    return text[2:-1] if text.startswith('="') and text.endswith('"') and text.count('"') == 2 else text


def left_out(fault: Fault) -> Fault:
    """The same fault where the row can do without the cell."""
    return fault._replace(
        severity=WARNING,
        what_to_do=_("Nothing is taken from this cell; correct it in the MIS if it matters here."),
    )


def missing_value() -> Fault:
    return Fault(
        "missing",
        _("This is blank, and a row cannot be taken without it."),
        _("Fill it in the MIS and export again."),
    )


def twin_columns() -> Fault:
    return Fault(
        "twin_columns",
        _("The file has this column twice, and in this row the two say different things."),
        _("Remove one of the two columns from the report and export again."),
    )


def too_many_cells() -> Fault:
    return Fault(
        "too_many_cells",
        _(
            "The row has more cells than there are headings; a separator inside a value may have moved the rest."
        ),
        _("Correct the row, or export the report as XLSX."),
    )


def total_row() -> Fault:
    return Fault(
        "total_row",
        _("This row holds a total, so it was left out."),
        _("Nothing, unless it is a person after all: then complete the row and export again."),
        WARNING,
    )


def not_a_row() -> Fault:
    return Fault(
        "not_a_row",
        _("Only one cell of this row is filled, so it was not read as a person."),
        _("Nothing, if it is a note or a total. Otherwise complete the row and export again."),
    )


def _unreadable(text: str) -> Reading | None:
    """What is wrong with a cell whatever its column."""
    if len(text) > LONGEST_CELL:
        return Reading(None, _too_long())
    return Reading(None, _spreadsheet_error()) if text in EXCEL_ERRORS else None


def _spreadsheet_error() -> Fault:
    return Fault(
        "spreadsheet_error",
        _("The spreadsheet shows an error in this cell."),
        _("Correct the cell in the spreadsheet and upload it again."),
    )


def _too_long() -> Fault:
    return Fault(
        "too_long",
        _("The text is too long for this field."),
        _("Check that the columns have not slipped, correct it in the MIS and export again."),
    )
