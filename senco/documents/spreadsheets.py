"""Lists as XLSX and CSV files in which no cell can run as a formula, whatever the text in it.

XLSX cells are typed: text is written as text. A CSV file has no types, so text that a spreadsheet would take
for a formula gets an apostrophe in front, as people type it themselves: '+44 1632 960001 stays readable and
dead.
"""

import csv
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import TextIOWrapper
from typing import Any, BinaryIO

import xlsxwriter
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

LONGEST_TEXT = 32_767  # characters in one Excel cell; a longer text would be left out without a word
LONGEST_SHEET_NAME = 31
EXACT_DIGITS = 10**15  # Excel keeps 15 digits of a number
FIRST_EXCEL_YEAR = 1900
A3, A4 = 8, 9  # as Excel numbers paper
FORMULA_STARTS = "=+-@"
NOT_FOR_FILES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNSEEN = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}  # character categories that show nothing at the start of a cell


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a width in characters."""

    heading: str
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list to be exported: `rows` may be a generator and is read once. `made_at` is an aware datetime. `wide` ones print on A3.

    Cells are text, numbers, dates, datetimes, True/False or None; anything else is written as its text. A Decimal with two places is
    an amount of money and is shown with both.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    made_by: str
    made_at: datetime
    holds_personal_data: bool = True
    wide: bool = False

    def file_name(self, extension: str) -> str:
        """Title and date, without characters that a file system or a header could trip over."""
        return f"{slugify(self.title) or 'list'}-{localtime(self.made_at):%Y-%m-%d}.{extension}"


def write_xlsx(sheet: Sheet, target: BinaryIO) -> int:
    """Write the list and a page that says who made it and when; gives the number of rows."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        page = workbook.add_worksheet(_sheet_name(sheet.title))
        count = _fill(page, sheet, _formats(workbook))
        _finish(page, sheet, count)
        _write_about(workbook.add_worksheet(_("About this file")), sheet, count, _formats(workbook))
    return count


def write_csv(sheet: Sheet, target: BinaryIO) -> int:
    """Write the rows after RFC 4180, in UTF-8 with a byte order mark; gives the number of rows."""
    text = TextIOWrapper(target, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([csv_cell(column.heading) for column in sheet.columns])
    count = 0
    for count, row in enumerate(sheet.rows, start=1):  # noqa: B007 the count is the answer
        writer.writerow([csv_cell(value) for value in row])
    text.detach()
    return count


def csv_cell(value: Any) -> str:
    """A value as CSV text: dates as 2026-09-07, numbers bare, dangerous text behind an apostrophe."""
    if isinstance(value, bool) or value is None:
        return _as_text(value)
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, datetime):
        return _local(value).isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = _as_text(value)
    return f"'{text}" if looks_like_formula(text) else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may run the text: it starts with = + - @ (full-width too), a tab or a line end.

    Spaces, zero-width characters and direction marks before the sign are looked through.
    """
    if text[:1] in ("\t", "\r", "\n"):
        return True
    for character in text:
        if unicodedata.category(character) not in UNSEEN:
            return unicodedata.normalize("NFKC", character)[0] in FORMULA_STARTS
    return False


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Any]:
    top = {"valign": "top"}
    return {
        "header": workbook.add_format(
            {
                "bold": True,
                "bg_color": "#1f3a4d",
                "font_color": "#ffffff",
                "text_wrap": True,
                "valign": "vcenter",
            }
        ),
        "text": workbook.add_format({**top, "text_wrap": True, "num_format": "@"}),
        "number": workbook.add_format(top),
        "money": workbook.add_format({**top, "num_format": "#,##0.00"}),
        "date": workbook.add_format({**top, "num_format": "dd/mm/yyyy", "align": "left"}),
        "datetime": workbook.add_format({**top, "num_format": "dd/mm/yyyy hh:mm", "align": "left"}),
    }


def _fill(page: Any, sheet: Sheet, formats: dict[str, Any]) -> int:
    for position, column in enumerate(sheet.columns):
        page.set_column(position, position, column.width)
        page.write_string(0, position, _as_text(column.heading), formats["header"])
    count = 0
    for count, row in enumerate(sheet.rows, start=1):
        for position, value in enumerate(row):
            _write_cell(page, count, position, value, formats)
    return count


def _write_cell(page: Any, row: int, column: int, value: Any, formats: dict[str, Any]) -> None:
    """Write by type. Only text goes through write_string, and nothing goes through the guessing `write`."""
    if value is None:
        page.write_blank(row, column, None, formats["text"])
    elif isinstance(value, bool):
        page.write_string(row, column, _as_text(value), formats["text"])
    elif _is_exact_number(value):
        page.write_number(row, column, value, formats["money" if _is_money(value) else "number"])
    elif isinstance(value, datetime) and value.year >= FIRST_EXCEL_YEAR:
        page.write_datetime(row, column, _local(value), formats["datetime"])
    elif isinstance(value, date) and value.year >= FIRST_EXCEL_YEAR:
        page.write_datetime(row, column, value, formats["date"])
    else:
        page.write_string(row, column, _as_text(value), formats["text"])


def _is_exact_number(value: Any) -> bool:
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        return False
    return isinstance(value, int | float | Decimal) and abs(value) < EXACT_DIGITS


def _is_money(value: Any) -> bool:
    return isinstance(value, Decimal) and value.as_tuple().exponent == -2


def _finish(page: Any, sheet: Sheet, count: int) -> None:
    page.freeze_panes(1, 0)
    if sheet.columns:
        page.autofilter(0, 0, count, len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(A3 if sheet.wide else A4)
    page.fit_to_pages(1, 0)


def _write_about(page: Any, sheet: Sheet, count: int, formats: dict[str, Any]) -> None:
    page.set_column(0, 0, 18)
    page.set_column(1, 1, 60)
    for row, (name, value) in enumerate(_about(sheet, count)):
        page.write_string(row, 0, name, formats["header"])
        page.write_string(row, 1, _as_text(value), formats["text"])


def _about(sheet: Sheet, count: int) -> Iterator[tuple[str, str]]:
    yield _("List"), sheet.title
    yield _("Rows"), str(count)
    yield _("Made by"), sheet.made_by
    yield _("Made at"), date_format(_local(sheet.made_at), "j F Y, H:i")
    if sheet.holds_personal_data:
        yield (
            _("Please note"),
            _("This file holds personal data. Keep it safe and delete it when it is no longer needed."),
        )


def _as_text(value: Any) -> str:
    """The value as text without characters that a file cannot hold, cut visibly where a cell is too small."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    text = NOT_FOR_FILES.sub("", str(value))
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _local(moment: datetime) -> datetime:
    """School time without a zone: spreadsheets know none."""
    return localtime(moment).replace(tzinfo=None) if is_aware(moment) else moment


def _sheet_name(title: str) -> str:
    """Excel allows 31 characters, none of []:*?/\\, and no apostrophe at the ends."""
    allowed = "".join(" " if character in "[]:*?/\\" else character for character in _as_text(title))
    return allowed[:LONGEST_SHEET_NAME].strip("' \t\r\n") or _("List")
