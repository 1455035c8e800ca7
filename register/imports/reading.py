"""Bytes to rows: one way in for CSV and XLSX, with the limits that keep a hostile or mistaken file harmless."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from .content import TABLE
from .encodings import Text
from .records import WARNING, Fault
from .refusals import ImportRefused, Limits, said
from .separated import SeparatedRows
from .workbooks import WorkbookRows

EMPTY_ROWS_AT_END = 10_000


def read_bytes(source: bytes | BinaryIO, limits: Limits) -> bytes:
    """The whole file, or a refusal before more than the limit has been read."""
    data = source if isinstance(source, bytes) else source.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise ImportRefused(
            "too_large",
            said(_("The file is larger than {size} MB."), size=limits.file_bytes // (1024 * 1024)),
            _("Export fewer columns or divide the report, for example by year group."),
        )
    return data


class Table:
    """A file of rows. Iterating yields (row number, cells) of every row with content; it can be repeated.

    A row of a CSV file may be shorter than the others, which is not the same as having empty cells at its end. The rows
    of a workbook are never short: their empty cells are just not written down.
    """

    def __init__(
        self,
        data: bytes,
        content: str,
        text: Text | None,
        header_strength: Callable[[list[str]], int],
        limits: Limits,
    ):
        self.limits = limits
        self.text = text
        self.rows = (
            SeparatedRows(text, header_strength)
            if content == TABLE
            else WorkbookRows(data, header_strength, limits)
        )

    @property
    def rows_may_be_short(self) -> bool:
        return self.text is not None

    @property
    def encoding(self) -> str:
        return self.text.name if self.text else "xlsx"

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        filled = empty = 0
        for number, row in self.rows:
            width = len(without_empty_end(row))
            if not width:
                empty += 1
                if empty > EMPTY_ROWS_AT_END:
                    return
                continue
            filled, empty = filled + 1, 0
            self._check(number, filled, width)
            yield number, row

    def _check(self, number: int, filled: int, width: int) -> None:
        if filled > self.limits.rows + 1:  # the header is not counted
            raise ImportRefused(
                "too_many_rows",
                said(_("The file has more than {rows} rows."), rows=self.limits.rows),
                _("Divide the report, for example by year group, and upload the parts one by one."),
            )
        if width > self.limits.columns:
            raise ImportRefused(
                "too_many_columns",
                said(
                    _("Row {number} has more than {columns} columns."),
                    number=number,
                    columns=self.limits.columns,
                ),
                _("Export only the columns that are needed here."),
            )

    def remarks(self) -> list[Fault]:
        """What a person should know about the file as a whole."""
        if self.text:
            return [_mixed_encoding()] if self.text.is_mixed else []
        remarks = [_other_sheets(self.rows.sheet, self.rows.other_sheets)] if self.rows.other_sheets else []
        return [*remarks, _hidden_rows()] if self.rows.has_hidden_rows else remarks


def without_empty_end(row: list[str]) -> list[str]:
    """The row up to its last cell with content."""
    end = len(row)
    while end and not row[end - 1].strip("\x00 \t\r\n\xa0\ufeff\u200b\x1a"):
        end -= 1
    return row[:end]


def _mixed_encoding() -> Fault:
    return Fault(
        "mixed_encoding",
        _("Some letters of this file are in another encoding than the rest."),
        _("They were read as Windows letters. Look over names with accents."),
        WARNING,
    )


def _other_sheets(sheet: str, others: list[str]) -> Fault:
    return Fault(
        "other_sheets",
        said(
            _("Only the sheet “{sheet}” was read. These look like lists too: {others}."),
            sheet=sheet,
            others=", ".join(others),
        ),
        _("If they are wanted, save each as a file of its own and upload it."),
        WARNING,
    )


def _hidden_rows() -> Fault:
    return Fault(
        "hidden_rows",
        _("Some rows of the workbook are hidden, perhaps by a filter. They are read as well."),
        _("Delete them before you upload the file if they are not wanted."),
        WARNING,
    )
