"""The process in which a file is opened: without settings, secrets, other files or much memory. Started by `apart`.

Standard input: a line of JSON (limits), then the file. Standard output: a line of JSON, then content and thumbnail, or why not.
"""

import dataclasses
import json
import resource
import sys
from contextlib import suppress

from .limits import MEGABYTE, Limits
from .unfit import Unfit

MEMORY = 1024 * MEGABYTE  # a transparent picture of 50 megapixels needs half of it
SECONDS = 15  # of processor time
OPEN_FILES = 32  # libraries that are loaded on the way, one at a time


def main() -> None:
    confine()
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    answer(*judged(sys.stdin.buffer.read(), limits))


def confine() -> None:
    """No more memory, time and open files than one file needs; nothing written to disk, a dump of this process least of all."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
    ):  # fmt: skip
        with suppress(ValueError, OSError):  # macOS knows no limit of addresses
            resource.setrlimit(what, (most, most))


def judged(data: bytes, limits: Limits) -> tuple[dict, bytes, bytes]:
    try:
        from .reading import read  # the libraries below are loaded within the limits

        kept = read(data, limits)
    except Unfit as unfit:
        return {"code": unfit.code, "values": unfit.values}, b"", b""
    except (MemoryError, RecursionError):
        return {"code": "too_complicated", "values": {}}, b"", b""
    head = {
        "content_type": kept.format.content_type,
        "removed": kept.removed,
        "sizes": [len(kept.content), len(kept.thumbnail)],
    }
    return head, kept.content, kept.thumbnail


def answer(head: dict, *parts: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for part in parts:
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()


def line_of(limits: Limits) -> bytes:
    """The limits as the first line of the input."""
    return json.dumps(dataclasses.asdict(limits)).encode() + b"\n"
