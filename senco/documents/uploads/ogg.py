"""Ogg: pages follow each other to the last byte, and every stream in them is sound."""

from .unfit import Unfit

CODECS = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
FILM = (b"\x80theora", b"\x01video", b"BBCD\0")
HEAD = 27  # bytes of a page before its table of lengths
FIRST_PAGE = 0x02


def check(data: bytes) -> None:
    """Raises Unfit for damage, film, and anything behind the last page."""
    position = streams = 0
    while position < len(data):
        body, end = page(data, position)
        if data[position + 5] & FIRST_PAGE:
            streams += 1
            check_stream(data[body:end])
        position = end
    if not streams:
        raise Unfit("damaged")


def page(data: bytes, start: int) -> tuple[int, int]:
    """(where the page's content starts, where it ends)."""
    if data[start : start + 5] != b"OggS\0" or len(data) < start + HEAD:
        raise Unfit("damaged")
    body = start + HEAD + data[start + 26]
    end = body + sum(data[start + HEAD : body])
    if end > len(data):
        raise Unfit("damaged")
    return body, end


def check_stream(first: bytes) -> None:
    if first.startswith(FILM):
        raise Unfit("video")
    if not first.startswith(CODECS):
        raise Unfit("damaged")
