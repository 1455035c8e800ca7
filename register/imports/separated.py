"""Rows of a text file with columns separated by commas, semicolons, tabs or bars."""

import csv
import re
from collections.abc import Callable, Iterator
from itertools import islice

from django.utils.translation import gettext_lazy as _

from .encodings import Text
from .refusals import ImportRefused, said

SEPARATORS = (",", ";", "\t", "|")
ROWS_TRIED = 25
SEPARATOR_LINE = re.compile(r"sep=(.)", re.IGNORECASE)


class SeparatedRows:
    """The rows of a CSV file. Iterating yields (row number as a spreadsheet shows it, cells)."""

    def __init__(self, text: Text, header_strength: Callable[[list[str]], int]):
        self.text = text
        self.separator = self._best_separator(header_strength)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        reader = None
        try:
            with self.text.open() as stream:
                reader = csv.reader(stream, delimiter=self.separator, strict=True)
                for number, row in enumerate(reader, start=1):
                    if number == 1 and SEPARATOR_LINE.fullmatch(self.separator.join(row)):
                        continue
                    yield number, row
        except csv.Error as error:
            raise _misplaced_quote(reader.line_num if reader else 1, error) from error

    def _best_separator(self, header_strength: Callable[[list[str]], int]) -> str:
        """The separator with which one of the first rows is the best header; failing that, most columns."""
        return max(SEPARATORS, key=lambda separator: self._score(separator, header_strength))

    def _score(self, separator: str, header_strength: Callable[[list[str]], int]) -> tuple[int, int]:
        strongest, widest = 0, 0
        try:
            with self.text.open() as stream:
                for row in islice(csv.reader(stream, delimiter=separator), ROWS_TRIED):
                    strongest = max(strongest, header_strength(row))
                    widest = max(widest, len(row))
        except csv.Error:
            pass  # told to the person when the rows are read; here it only ends the trial
        return strongest, widest


def _misplaced_quote(line: int, error: csv.Error) -> ImportRefused:
    if "field larger" in str(error):
        reason = said(
            _(
                "A cell near line {line} is far too long. Probably a quotation mark is opened there and never closed."
            ),
            line=line,
        )
    else:
        reason = said(
            _("A quotation mark near line {line} is in the wrong place or is never closed."), line=line
        )
    return ImportRefused("quotes", reason, _("Correct that line, or export the report again, best as XLSX."))
