"""A file of any kind to records and problems: the one way in."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from .columns import HEADER_WITHIN, Chosen, Recognition, header_strength
from .content import XML, recognise_content
from .ctf import read_ctf
from .encodings import Text
from .reading import Table, read_bytes
from .records import CTF, ParsedFile
from .refusals import ImportRefused, Limits
from .repeats import settle_pupils
from .sen import need_key
from .statuses import status_key
from .tables import Choices, TableReader
from .texts import cleaned

DEFAULT_LIMITS = Limits()


def parse(
    source: bytes | BinaryIO,
    filename: str,
    *,
    our_laestab: str,
    today: datetime.date,
    mapping: Chosen | None = None,
    kind: str | None = None,
    header_row: int | None = None,
    need_choices: Mapping[str, str] | None = None,
    status_choices: Mapping[str, str] | None = None,
    progress: Callable[[int], None] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ParsedFile:
    """Read a CTF, a pupil report, contacts, staff or teaching groups from bytes or an open binary file.

    `our_laestab` is the seven digits of our school; a CTF for another school is refused. `mapping` (see `Chosen`; "" for not
    read), `kind` and `header_row` are a person's or a saved choice and go before what the headings suggest.
    `need_choices` and `status_choices` hold decisions about words (the word → need or status code, or "" to leave it out).
    `progress` is told how many rows are read. Whatever the bytes are, the only exception is ImportRefused.
    """
    data = read_bytes(source, limits)
    content, text = recognise_content(data)
    choices = Choices(
        today=today,
        needs={need_key(word): code for word, code in (need_choices or {}).items()},
        statuses={status_key(word): code for word, code in (status_choices or {}).items()},
        progress=progress or _unwatched,
    )
    if content == XML:
        found = _parsed_ctf(text, our_laestab=our_laestab, choices=choices, limits=limits)
    else:
        table = Table(data, content, text, partial(header_strength, saved=mapping), limits)
        reader = TableReader(table, mapping=mapping, kind=kind, header_row=header_row)
        found = _parsed_table(table, reader, choices)
    found["problems"] = sorted(found["problems"], key=lambda problem: problem.row_number or 0)
    return ParsedFile(file_name=cleaned(filename)[-255:], sha256=hashlib.sha256(data).hexdigest(), **found)


def suggest_columns(
    source: bytes | BinaryIO,
    *,
    mapping: Chosen | None = None,
    kind: str | None = None,
    header_row: int | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Recognition, list[list[str]]]:
    """The suggested meaning of a table's columns, and its first three rows, for a person to confirm or change.

    Columns that are unknown or missing are no refusal here; everything else that `parse` refuses is.
    """
    table = _table(source, mapping, limits)
    reader = TableReader(table, mapping=mapping, kind=kind, header_row=header_row)
    return reader.columns, reader.first_rows()


def first_rows(
    source: bytes | BinaryIO, *, count: int = HEADER_WITHIN, limits: Limits = DEFAULT_LIMITS
) -> list[tuple[int, list[str]]]:
    """(row number, cells) of the first filled rows of a table, title lines included, for a person to find the header among."""
    rows = islice(_table(source, None, limits), count)
    return [(number, [cleaned(cell) for cell in cells]) for number, cells in rows]


def _table(source: bytes | BinaryIO, mapping: Chosen | None, limits: Limits) -> Table:
    data = read_bytes(source, limits)
    content, text = recognise_content(data)
    if content == XML:
        raise ImportRefused(
            "no_columns", _("An XML file has no columns to choose."), _("Import it as it is.")
        )
    return Table(data, content, text, partial(header_strength, saved=mapping), limits)


def _unwatched(_rows: int) -> None:
    """Nobody looks on."""


def _parsed_table(table: Table, reader: TableReader, choices: Choices) -> dict:
    found = reader.read(choices)
    return {
        "kind": found.columns.kind,
        "source": found.columns.source,
        "version": "",
        "encoding": table.encoding,
        "row_count": found.row_count,
        "records": found.records,
        "problems": found.problems,
        "mapping": found.columns.columns,
        "unknown_columns": found.columns.unknown_columns,
        "parked_numbers": frozenset(found.parked_numbers),
    }


def _parsed_ctf(text: Text, *, our_laestab: str, choices: Choices, limits: Limits) -> dict:
    document = read_ctf(text, our_laestab=our_laestab, choices=choices, limits=limits)
    return {
        "kind": CTF,
        "source": document.source,
        "version": document.version,
        "encoding": document.encoding,
        "row_count": document.pupil_count,
        "records": settle_pupils(document.pupils, document.problems),
        "problems": document.problems,
    }
