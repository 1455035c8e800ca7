"""A table that somebody uploads: where its headings stand, and what each row says under them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from register.imports.content import XML, recognise_content
from register.imports.reading import Table, read_bytes
from register.imports.refusals import ImportRefused, Limits
from register.imports.texts import cleaned
from senco.documents.spreadsheets import looks_like_formula

HEADER_WITHIN = 10  # rows at the top of which one holds the headings
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Columns:
    """Words of a heading, made `plain` → the field that stands below it; the fields without which a file says too little.

    `advice` tells what to do about a file in which no row names those.
    """

    known: Mapping[str, str]
    needed: frozenset[str]
    advice: str

    def places_in(self, row: list[str]) -> dict[str, int]:
        """Field → place; where two headings mean the same the first counts."""
        found: dict[str, int] = {}
        for place, words in enumerate(row):
            if name := self.known.get(plain(words)):
                found.setdefault(name, place)
        return found


def limits_of(*, rows: int, columns: int) -> Limits:
    return Limits(file_bytes=5 * MEGABYTE, rows=rows, columns=columns, unpacked_bytes=30 * MEGABYTE)


def rows_said(source, columns: Columns, limits: Limits) -> Iterator[tuple[int, dict[str, str]]]:
    """(number of the row in a CSV or XLSX file, field → what its cell says). Raises ImportRefused for a file that is no such table."""
    data = read_bytes(source, limits)
    content, text = recognise_content(data)
    if content == XML:
        raise ImportRefused(
            "xml", _("This is an XML file."), _("Save it as XLSX or CSV, then upload that file.")
        )
    table = iter(Table(data, content, text, lambda row: len(columns.places_in(row)), limits))
    places = header_of(table, columns)
    for number, row in table:
        yield number, {name: typed(row[place]) if place < len(row) else "" for name, place in places.items()}


def header_of(table: Iterable, columns: Columns) -> dict[str, int]:
    """Field → place, from the first row that names the columns."""
    for seen, (_number, row) in enumerate(table):
        found = columns.places_in(row)
        if found.keys() >= columns.needed:
            return found
        if seen >= HEADER_WITHIN:
            break
    raise ImportRefused("no_columns", _("No row with the headings was found."), columns.advice)


def typed(words: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    words = cleaned(words)
    return words[1:] if words.startswith("'") and looks_like_formula(words[1:]) else words


def plain(words) -> str:
    """Case and spaces aside."""
    return " ".join(str(words).split()).casefold()
