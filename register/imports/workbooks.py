"""Rows of an XLSX workbook, as the text a person would see in the cells."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext_lazy as _

from .refusals import ImportRefused, Limits, said

ROWS_TRIED = 25
MOST_PARTS = 2_000
SMALL_PART = 5 * 1024 * 1024
FORMULA = re.compile(rb"<(?:[A-Za-z0-9]+:)?f[\s>/]")
HIDDEN_ROW = re.compile(rb"<(?:[A-Za-z0-9]+:)?row\b[^>]{0,400}\bhidden=[\"'](?:1|true)")
SCAN = 1 << 16
OVERLAP = 512
UNANSWERED = "\x00=?"  # stands in a cell whose formula has no answer in the file; no person can type it
SHEETS, SHARED_TEXT = "xl/worksheets/", "xl/sharedstrings.xml"


class WorkbookRows:
    """The rows of the sheet that looks most like a list. Iterating yields (row number, cells as text)."""

    def __init__(self, data: bytes, header_strength: Callable[[list[str]], int], limits: Limits):
        self.data = data
        self.limits = limits
        self.has_formulas, self.has_hidden_rows = _survey(data, limits)
        self._open_cells: dict[int, set[int]] | None = None
        self.sheet, self.other_sheets = self._best_sheet(header_strength)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        open_cells = self._unanswered() if self.has_formulas else {}
        for number, row in self._rows(self.sheet, values=True):
            texts = _texts(row)
            for column in sorted(open_cells.get(number, ())):
                texts += [""] * (column - len(texts))
                texts[column - 1] = UNANSWERED
            yield number, texts

    def _unanswered(self) -> dict[int, set[int]]:
        """Row → columns of the formulas without an answer. An empty answer (<v></v>, as Excel writes for "") is one."""
        if self._open_cells is None:
            sheet = _opened(self.data, values=True)[self.sheet]
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                self._open_cells = _formulas_without_answer(archive, sheet._worksheet_path, self.limits)
        return self._open_cells

    def _best_sheet(self, header_strength: Callable[[list[str]], int]) -> tuple[str, list[str]]:
        """The title of the visible sheet with the best header, and the titles of the others that have one."""
        strengths = {title: self._strength(title, header_strength) for title in self._visible_titles()}
        if not strengths:
            raise ImportRefused(
                "no_sheet",
                _("The workbook has no sheet with rows."),
                _("Save the list as a plain XLSX or CSV file."),
            )
        best = max(strengths, key=strengths.get)
        return best, [title for title, strength in strengths.items() if title != best and strength > 1]

    def _strength(self, title: str, header_strength: Callable[[list[str]], int]) -> int:
        rows = islice(self._rows(title, values=True), ROWS_TRIED)
        return max((header_strength(_texts(row)) for _number, row in rows), default=0)

    def _visible_titles(self) -> list[str]:
        book = _opened(self.data, values=True)
        visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return visible or [sheet.title for sheet in book.worksheets]

    def _rows(self, title: str, *, values: bool) -> Iterator[tuple[int, tuple]]:
        """Cells of each row up to the column limit; the sheet's own claim about its size is not believed."""
        sheet = _opened(self.data, values=values)[title]
        sheet.reset_dimensions()
        rows = _guarded(sheet.iter_rows(max_col=self.limits.columns + 1))
        for number, row in enumerate(rows, start=1):
            if number > self.limits.rows + ROWS_TRIED:
                raise _too_far_down(number)
            yield number, row


def _formulas_without_answer(archive: zipfile.ZipFile, part: str, limits: Limits) -> dict[int, set[int]]:
    """Looked for in the sheet's own XML: openpyxl does not tell an empty answer from none."""
    found: dict[int, set[int]] = {}
    row = 0
    with archive.open(part.lstrip("/")) as stream:
        for cell in _guarded(_cells(stream)):
            if isinstance(cell, int):
                row = cell
                continue
            place, is_open = cell
            if is_open and place <= limits.columns:
                found.setdefault(row, set()).add(place)
    return found


def _is_open(cell) -> bool:
    """A formula whose answer is not there. Excel writes the empty text that a formula gave as an empty <v> of type str."""
    held = {child.tag.rpartition("}")[2]: child.text for child in cell}
    answered = held.get("v") or ("v" in held and cell.get("t") == "str") or "is" in held
    return "f" in held and not answered


def _cells(stream) -> Iterator[int | tuple[int, bool]]:
    """The number of each row, then (column, whether it is an open formula) of each of its cells."""
    from openpyxl.utils import column_index_from_string  # not loaded at every start

    number = column = 0
    parents = []
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            parents.append(element)
            if name == "row":
                number, column = int(element.get("r") or number + 1), 0
                yield number
            continue
        parents.pop()
        if name == "c":
            letters = (element.get("r") or "").rstrip("0123456789")
            column = column_index_from_string(letters) if letters else column + 1
            yield column, _is_open(element)
        if name in {"c", "row"} and parents:
            parents[-1].remove(element)


def _opened(data: bytes, *, values: bool):
    """The workbook, opened for reading without loading its sheets. `values` asks for the answers of formulas."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # remarks on styles and validations, which are not read
            return openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=values, keep_links=False
            )
    except Exception as error:  # the library lets many kinds of error through for a damaged file
        raise _damaged() from error


def _guarded(rows: Iterator) -> Iterator:
    """The rows, with the library's many kinds of error for damaged sheets turned into one refusal."""
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                row = next(rows)
        except StopIteration:
            return
        except Exception as error:
            raise _damaged() from error
        yield row


def _survey(data: bytes, limits: Limits) -> tuple[bool, bool]:
    """Whether any sheet has formulas, and hidden rows. Sizes are checked before anything is unpacked.

    The sizes are those that the archive declares; Python's zip reader never unpacks more than that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, limits)
            return _scan(
                archive, [part for part in parts if _is_sheet(part) or _is_shared_text(part)], limits
            )
    except ImportRefused:
        raise
    except Exception as error:  # a damaged archive fails in the zip, zlib, lzma and struct modules alike
        raise _damaged() from error


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().startswith(SHEETS) and not part.is_dir()


def _is_shared_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower() == SHARED_TEXT


def _check_sizes(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Sheets are streamed and may be large, the table of texts less so; every other part is small in an honest file."""
    sheets = sum(part.file_size for part in parts if _is_sheet(part))
    texts = sum(part.file_size for part in parts if _is_shared_text(part))
    others = max(
        (part.file_size for part in parts if not _is_sheet(part) and not _is_shared_text(part)), default=0
    )
    if (
        len(parts) > MOST_PARTS
        or sheets > limits.unpacked_bytes
        or texts > limits.shared_text_bytes
        or others > SMALL_PART
    ):
        raise _unpacks_too_large()


def _scan(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], limits: Limits) -> tuple[bool, bool]:
    """Look through the raw XML for formulas and hidden rows, and count its tags: many tiny ones would fill the memory."""
    formula = hidden = False
    tags = 0
    for window, fresh in _windows(archive, parts):
        formula = formula or FORMULA.search(window) is not None
        hidden = hidden or HIDDEN_ROW.search(window) is not None
        tags += fresh.count(b"<")
        if tags > limits.workbook_tags:
            raise _unpacks_too_large()
    return formula, hidden


def _windows(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[tuple[bytes, bytes]]:
    """Chunks of the unpacked parts: with the end of the chunk before, and without."""
    for part in parts:
        with archive.open(part) as stream:
            kept = b""
            while chunk := stream.read(SCAN):
                yield kept + chunk, chunk
                kept = chunk[-OVERLAP:]


def _texts(row: tuple) -> list[str]:
    """The cells up to the last filled one."""
    end = len(row)
    while end and row[end - 1].value is None:
        end -= 1
    return [_as_text(cell) for cell in row[:end]]


def _as_text(cell) -> str:
    """What the cell shows, in one unmistakable form: ISO dates, whole numbers without .0, percentages with a sign."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return _number_as_text(value, _is_percentage(cell))
    return str(value)


def _is_percentage(cell) -> bool:
    try:
        return "%" in (cell.number_format or "")
    except (IndexError, KeyError):  # the cell names a style that the workbook does not have
        return False


def _number_as_text(value: float, is_percentage: bool) -> str:
    if is_percentage:
        return f"{round(value * 100, 4):.10g}%"
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.10g}"


def _damaged() -> ImportRefused:
    return ImportRefused(
        "damaged_workbook",
        _("This Excel workbook is damaged, or protected by a password."),
        _("Open it in Excel, save it again without a password, and upload it. CSV works too."),
    )


def _unpacks_too_large() -> ImportRefused:
    return ImportRefused(
        "unpacks_too_large",
        _("Unpacked, this workbook is far larger than a school's list can be."),
        _(
            "Copy the list into a new workbook, without pictures and empty rows, and upload that. CSV works too."
        ),
    )


def not_worked_out(cell: str) -> ImportRefused:
    return ImportRefused(
        "formula_without_answer",
        said(_("Cell {cell} holds a formula whose answer is not in the file."), cell=cell),
        _("Open the workbook in Excel and save it once, or paste the list as values, and upload it again."),
    )


def _too_far_down(number: int) -> ImportRefused:
    return ImportRefused(
        "too_many_rows",
        said(_("The sheet goes on beyond row {number}."), number=number),
        _("Delete the empty rows below the list, or divide the list, and upload it again."),
    )
