"""WebM: elements in elements (EBML). Every track is sound, and nothing is attached."""

from collections.abc import Iterator
from dataclasses import dataclass

from .unfit import Unfit

EBML, SEGMENT, CLUSTER, TRACKS, ENTRY, ATTACHED = (
    0x1A45DFA3,
    0x18538067,
    0x1F43B675,
    0x1654AE6B,
    0xAE,
    0x1941A469,
)
DOCTYPE, TRACK_TYPE = 0x4282, 0x83
SOUND, FILM = 2, 1


@dataclass(frozen=True)
class Element:
    key: int
    body: int
    end: int | None  # None where a recorder did not know yet


def check(data: bytes) -> None:
    """Raises Unfit for damage, film, other kinds of Matroska, and files inside."""
    head, *_rest = elements(data, 0, len(data))
    doctype = next(
        (data[e.body : e.end] for e in elements(data, head.body, head.end) if e.key == DOCTYPE), b""
    )
    if head.key != EBML or doctype.rstrip(b"\0") != b"webm":
        raise Unfit("other_sound")
    types: list[int] = []
    for element in elements(data, head.end, len(data)):
        if element.key == ATTACHED:
            raise Unfit("embedded")
        if element.key == TRACKS:
            types += track_types(data, element)
    if FILM in types:
        raise Unfit("video")
    if not types or set(types) != {SOUND}:
        raise Unfit("damaged")


def track_types(data: bytes, tracks: Element) -> Iterator[int]:
    for entry in elements(data, tracks.body, tracks.end):
        if entry.key == ENTRY:
            yield from (
                int.from_bytes(data[e.body : e.end])
                for e in elements(data, entry.body, entry.end)
                if e.key == TRACK_TYPE
            )


def elements(data: bytes, start: int, end: int | None) -> Iterator[Element]:
    """The elements between two places. The segment, and clusters of unknown length, are stepped into: they hold the others."""
    end = len(data) if end is None else end
    while start < end:
        key, behind = number(data, start, marker=True)
        size, body = number(data, behind, marker=False)
        unknown = size == (1 << 7 * (body - behind)) - 1
        if not unknown and body + size > end:
            raise Unfit("damaged")
        yield Element(key, body, None if unknown else body + size)
        start = body if unknown or key == SEGMENT else body + size


def number(data: bytes, start: int, *, marker: bool) -> tuple[int, int]:
    """A number whose first byte says how long it is, and where it ends. Keys keep that mark, lengths do not."""
    first = data[start] if start < len(data) else 0
    length = 9 - first.bit_length()
    if not first or start + length > len(data):
        raise Unfit("damaged")
    value = int.from_bytes(data[start : start + length])
    return (value if marker else value & ((1 << 7 * length) - 1)), start + length
