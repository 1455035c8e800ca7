"""What a document says, before it is drawn as a PDF or written for Word.

A document is parts under headings; a part is blocks, and smaller parts. Every block is rows of cells, and every row and every part can
name its source. Equal sources share one number, which stands behind what they say; the numbers are resolved at the end.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property

from django.utils.formats import date_format

from senco.documents.spreadsheets import NOT_FOR_FILES

LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")


def clean(words: str) -> str:
    """Words without characters that a file cannot hold; every kind of line end as one."""
    return NOT_FOR_FILES.sub("", LINE_ENDS.sub("\n", words))


def runs_leftwards(words: str) -> bool:
    """Whether the first letter that has a direction has that of Arabic, Hebrew or Urdu."""
    sides = (unicodedata.bidirectional(character) for character in words)
    return next((side in ("R", "AL") for side in sides if side in ("L", "R", "AL")), False)


class BlockKind(StrEnum):
    TEXT = "text"  # a paragraph a row
    LIST = "list"
    STEPS = "steps"  # a list whose order means something
    QUOTES = "quotes"  # (words, whose they are)
    FACTS = "facts"  # (name, value)
    TABLE = "table"
    SIGN = "sign"  # a table that is filled in by hand


@dataclass(frozen=True)
class Source:
    """Where a sentence comes from: what record, who wrote it, on which day."""

    record: str = ""
    who: str = ""
    on: datetime.date | None = None

    def __bool__(self) -> bool:
        return bool(self.record or self.who or self.on)

    @property
    def words(self) -> str:
        """ "SEN register, Ms Ward, 4 October 2026"; what is not known is left out."""
        return ", ".join(filter(None, (self.record, self.who, date_format(self.on) if self.on else "")))


NOWHERE = Source()


@dataclass(frozen=True)
class Row:
    """Cells hold only what a file can hold."""

    cells: tuple[str, ...]
    source: Source = NOWHERE

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", tuple(map(clean, self.cells)))


@dataclass(frozen=True)
class Block:
    """`headings` belong to tables, `caption` to tables and, where no heading of their own stands above, to lists."""

    kind: str
    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    caption: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether in large type each row is better read by itself than in narrow columns."""
        return self.kind == BlockKind.TABLE and len(self.headings) > MOST_COLUMNS_IN_LARGE_TYPE

    @property
    def records(self) -> list[tuple[Row, list[Row]]]:
        """Each row of a table with what its further columns say, as (heading, cell); what is empty is left out."""
        return [
            (row, [Row(pair) for pair in zip(self.headings[1:], row.cells[1:], strict=True) if pair[1]])
            for row in self.rows
        ]


MOST_COLUMNS_IN_LARGE_TYPE = 3


@dataclass(frozen=True)
class Part:
    """Something under a heading. `source` is that of everything in it that names none of its own."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()
    source: Source = NOWHERE
    code: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean(self.title))

    def rows(self) -> Iterator[Row]:
        """Its own rows, then those of its parts, as they are read."""
        yield Row((self.title,), self.source)
        for block in self.blocks:
            yield from block.rows
        for part in self.parts:
            yield from part.rows()


@dataclass(frozen=True)
class Document:
    """`name` is who it is about, `stamp` what every page says at its foot, `mark` what nobody may overlook, such as that it is a draft."""

    title: str
    name: str
    school: str
    stamp: str
    facts: tuple[Row, ...] = ()
    parts: tuple[Part, ...] = ()
    mark: str = ""

    def __post_init__(self) -> None:
        for told in ("title", "name", "school", "stamp", "mark"):
            object.__setattr__(self, told, clean(getattr(self, told)))

    @property
    def full_title(self) -> str:
        """As a file and a window are called."""
        return f"{self.name}: {self.title}"

    @property
    def runs_leftwards(self) -> bool:
        """Whether it is in Arabic, Hebrew or Urdu: a line that begins with a name in Latin letters runs that way as well."""
        return runs_leftwards(self.title)

    @property
    def opening(self) -> Block:
        return Block(BlockKind.FACTS, self.facts)

    @cached_property
    def notes(self) -> dict[Source, int]:
        """Source → its number, in the order in which they are first met."""
        rows = [*self.facts, *(row for part in self.parts for row in part.rows())]
        found = dict.fromkeys(row.source for row in rows if row.source)
        return {source: number for number, source in enumerate(found, start=1)}

    def note(self, source: Source) -> int | None:
        """The number behind a sentence; None where it comes from no record."""
        return self.notes.get(source)

    def as_json(self) -> dict:
        """As a row keeps it: dates as ISO text."""
        return asdict(self, dict_factory=with_days_as_text)


def with_days_as_text(pairs: list[tuple]) -> dict:
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in pairs}


def document_from_json(kept: dict) -> Document:
    """The document that `as_json` wrote."""
    told = kept | {"facts": rows_from(kept["facts"]), "parts": parts_from(kept["parts"])}
    return Document(**told)


def parts_from(kept: Iterable[dict]) -> tuple[Part, ...]:
    return tuple(
        Part(
            part["title"],
            tuple(
                Block(b["kind"], rows_from(b["rows"]), tuple(b["headings"]), b["caption"])
                for b in part["blocks"]
            ),
            parts_from(part["parts"]),
            source_from(part["source"]),
            part["code"],
        )
        for part in kept
    )


def rows_from(kept: Iterable[dict]) -> tuple[Row, ...]:
    return tuple(Row(tuple(row["cells"]), source_from(row["source"])) for row in kept)


def source_from(kept: dict) -> Source:
    on = datetime.date.fromisoformat(kept["on"]) if kept["on"] else None
    return Source(kept["record"], kept["who"], on)


# Building -----------------------------------------------------------------------------------------------------------------


def text(words: str, source: Source = NOWHERE) -> Block:
    """One paragraph; line ends in it are kept."""
    return Block(BlockKind.TEXT, (Row((words,), source),))


def facts(pairs: Iterable[tuple[str, object]], source: Source = NOWHERE) -> tuple[Row, ...]:
    """Names with what is known; what is not known is left out."""
    return tuple(Row((str(name), shown(value)), source) for name, value in pairs if value not in ("", None))


def table(caption: str, headings: Iterable[str], rows: Iterable[Row]) -> Block:
    """Columns that are empty from top to bottom are left out; the first one stays."""
    headings, rows = tuple(map(str, headings)), tuple(rows)
    kept = [n for n in range(len(headings)) if n == 0 or any(row.cells[n] for row in rows)]
    return Block(
        BlockKind.TABLE,
        tuple(Row(tuple(row.cells[n] for n in kept), row.source) for row in rows),
        tuple(headings[n] for n in kept),
        str(caption),
    )


def row(*cells: object, source: Source = NOWHERE) -> Row:
    """Cells as they are read: days in words, nothing for what is not known."""
    return Row(tuple(shown(cell) for cell in cells), source)


def shown(value: object) -> str:
    if value is None:
        return ""
    return date_format(value) if isinstance(value, datetime.date) else str(value)


def context_of(document: Document, large: bool, anchor: str = "") -> dict:
    """What the template gets. `anchor` tells the sources of one document from those of the others in a file."""
    return {"document": document, "large": large, "anchor": anchor}
