"""A document as the texts that somebody translates one by one, and the document that their words make."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from senco.documents.contents import Block, Document, Part, Row

SIGNATURES = "signatures"  # the part that is signed on paper (provision/letters/answers.py)

type Words = Mapping[str, str]  # a text of the original → what stands in its place


def bare(document: Document) -> Document:
    """Without the sources of its sentences and without lines to sign on: those stand in the original."""
    parts = tuple(bare_part(part) for part in document.parts if part.code != SIGNATURES)
    return replace(document, facts=tuple(map(bare_row, document.facts)), parts=parts)


def bare_row(row: Row) -> Row:
    return Row(row.cells)


def bare_part(part: Part) -> Part:
    blocks = tuple(replace(block, rows=tuple(map(bare_row, block.rows))) for block in part.blocks)
    return Part(part.title, blocks, tuple(map(bare_part, part.parts)), code=part.code)


def segments(document: Document) -> list[str]:
    """Every text once, in the order in which it is read. Names of pupil and school, and what holds no letter, stay as they are."""
    found = dict.fromkeys(texts_of(document))
    return [
        text for text in found if any(map(str.isalpha, text)) and text not in (document.name, document.school)
    ]


def texts_of(document: Document) -> Iterator[str]:
    yield document.title
    for row in document.facts:
        yield from row.cells
    for part in document.parts:
        yield from texts_of_part(part)
    yield document.stamp
    yield document.mark


def texts_of_part(part: Part) -> Iterator[str]:
    yield part.title
    for block in part.blocks:
        yield block.caption
        yield from block.headings
        for row in block.rows:
            yield from row.cells
    for smaller in part.parts:
        yield from texts_of_part(smaller)


def in_words(document: Document, words: Words) -> Document:
    """The document with each text in its words; one without words stays as it is."""

    def said(text: str) -> str:
        return words.get(text) or text

    def row_in(row: Row) -> Row:
        return Row(tuple(map(said, row.cells)), row.source)

    def block_in(block: Block) -> Block:
        return Block(
            block.kind, tuple(map(row_in, block.rows)), tuple(map(said, block.headings)), said(block.caption)
        )

    def part_in(part: Part) -> Part:
        parts = tuple(map(part_in, part.parts))
        return Part(said(part.title), tuple(map(block_in, part.blocks)), parts, part.source, part.code)

    return replace(
        document, title=said(document.title), stamp=said(document.stamp), mark=said(document.mark),
        facts=tuple(map(row_in, document.facts)), parts=tuple(map(part_in, document.parts)),
    )  # fmt: skip


def shortened(document: Document, words: Words) -> Document:
    """Without the rows that have no words at all, and the parts that are empty then: easy read leaves out what is not needed.

    A smaller part whose title has words is there for its title: an outcome says what it is.
    """
    wanted = {text for text in segments(document) if words.get(text)}

    def is_kept(row: Row) -> bool:
        return any(cell in wanted for cell in row.cells)

    def part_of(part: Part) -> Part | None:
        blocks = (replace(block, rows=tuple(filter(is_kept, block.rows))) for block in part.blocks)
        made = replace(
            part,
            blocks=tuple(block for block in blocks if block.rows),
            parts=tuple(smaller(part.parts)),
        )
        return made if made.blocks or made.parts else None

    def smaller(parts: tuple[Part, ...]) -> Iterator[Part]:
        for each in parts:
            if made := part_of(each):
                yield made
            elif each.title in wanted:
                yield Part(each.title, code=each.code)

    return replace(
        document,
        facts=tuple(filter(is_kept, document.facts)),
        parts=tuple(filter(None, map(part_of, document.parts))),
    )
