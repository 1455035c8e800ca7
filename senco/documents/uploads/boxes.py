"""M4A (ISO base media): boxes in boxes. Sound is taken, film is not; what is said about the recording is blanked where it stands."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .formats import M4A, Format
from .unfit import Unfit

TOP = {
    b"ftyp",
    b"moov",
    b"mdat",
    b"free",
    b"skip",
    b"wide",
    b"moof",
    b"mfra",
    b"sidx",
    b"styp",
    b"pdin",
    b"meta",
    b"uuid",
    b"udta",
}
HOLDING = {b"moov", b"trak", b"mdia"}
TELLING = {b"udta", b"meta", b"uuid"}  # names, places (a voice memo is called after its street), anything
SOUND, FILM = b"soun", {b"vide", b"pict"}
DEEPEST = 8


@dataclass(frozen=True)
class Box:
    kind: bytes
    start: int  # of the box
    body: int  # where its content starts
    end: int


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places, which they must fill to the byte."""
    while start < end:
        if end - start < 8:
            raise Unfit("damaged")
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1 and end - start >= 16:
            size, body = struct.unpack_from(">Q", data, start + 8)[0], start + 16
        size = end - start if size == 0 else size
        if size < body - start or start + size > end:
            raise Unfit("damaged")
        yield Box(kind, start, body, start + size)
        start += size


def everything(data: bytes, start: int, end: int, depth: int = 0) -> Iterator[Box]:
    for box in boxes(data, start, end):
        yield box
        if box.kind in HOLDING and depth < DEEPEST:
            yield from everything(data, box.body, box.end, depth + 1)


def recognise(data: bytes) -> Format:
    """Sound, or a refusal that says what it is instead."""
    found = list(everything(data, 0, len(data)))
    handlers = {data[box.body + 8 : box.body + 12] for box in found if box.kind == b"hdlr"}
    if handlers & FILM:
        raise Unfit("video")
    outermost = {box.kind for box in boxes(data, 0, len(data))}
    if SOUND not in handlers or not outermost <= TOP:
        raise Unfit("damaged")
    return M4A


def clean(data: bytes) -> bytes:
    """The same recording: every offset stays, what tells about it becomes empty space."""
    kept = bytearray(data)
    for box in everything(data, 0, len(data)):
        if box.kind in TELLING:
            kept[box.start + 4 : box.start + 8] = b"free"
            kept[box.body : box.end] = bytes(box.end - box.body)
    return bytes(kept)
