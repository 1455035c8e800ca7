"""A file of any kind to records and problems: the one way in."""

import datetime
import hashlib
from collections.abc import Mapping
from functools import partial
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from .columns import Recognition, header_strength
from .content import XML, recognise_content
from .ctf import read_ctf
from .encodings import Text
from .reading import Table, read_bytes
from .records import CTF, ParsedFile
from .refusals import ImportRefused, Limits
from .repeats import settle_pupils
from .tables import TableReader
from .texts import cleaned, compact

DEFAULT_LIMITS = Limits()


def parse(
    source: bytes | BinaryIO,
    filename: str,
    *,
    our_laestab: str,
    today: datetime.date,
    mapping: Mapping[str, str] | None = None,
    kind: str | None = None,
    need_choices: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ParsedFile:
    """Read a CTF, a pupil report, contacts, staff or teaching groups from bytes or an open binary file.

    `our_laestab` is the seven digits of our school; a CTF for another school is refused. `mapping` (heading → field,
    "" for not read) and `kind` are a person's or a saved choice and go before what the headings suggest.
    `need_choices` holds decisions about words for needs (the word → need code, or "" to leave it out).
    Whatever the bytes are, the only exception is ImportRefused.
    """
    data = read_bytes(source, limits)
    content, text = recognise_content(data)
    decided = {compact(word): code for word, code in (need_choices or {}).items()}
    if content == XML:
        found = _parsed_ctf(text, our_laestab=our_laestab, today=today, need_choices=decided, limits=limits)
    else:
        table = Table(data, content, text, partial(header_strength, saved=mapping), limits)
        found = _parsed_table(table, TableReader(table, mapping=mapping, kind=kind), today, decided)
    found["problems"] = sorted(found["problems"], key=lambda problem: problem.row_number or 0)
    return ParsedFile(file_name=cleaned(filename)[-255:], sha256=hashlib.sha256(data).hexdigest(), **found)


def suggest_columns(
    source: bytes | BinaryIO,
    *,
    mapping: Mapping[str, str] | None = None,
    kind: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Recognition, list[list[str]]]:
    """The suggested meaning of a table's columns, and its first three rows, for a person to confirm or change.

    Columns that are unknown or missing are no refusal here; everything else that `parse` refuses is.
    """
    data = read_bytes(source, limits)
    content, text = recognise_content(data)
    if content == XML:
        raise ImportRefused(
            "no_columns", _("An XML file has no columns to choose."), _("Import it as it is.")
        )
    reader = TableReader(
        Table(data, content, text, partial(header_strength, saved=mapping), limits),
        mapping=mapping,
        kind=kind,
    )
    return reader.columns, reader.first_rows()


def _parsed_table(
    table: Table, reader: TableReader, today: datetime.date, need_choices: Mapping[str, str]
) -> dict:
    found = reader.read(today=today, need_choices=need_choices)
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


def _parsed_ctf(text: Text, **choices) -> dict:
    document = read_ctf(text, **choices)
    return {
        "kind": CTF,
        "source": document.source,
        "version": document.version,
        "encoding": document.encoding,
        "row_count": document.pupil_count,
        "records": settle_pupils(document.pupils, document.problems),
        "problems": document.problems,
    }
