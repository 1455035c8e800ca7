"""The way in for a file that somebody brings."""

import hashlib
import threading
from dataclasses import dataclass

from django.conf import settings

from . import scanning
from .apart import read_apart
from .cleaned import Cleaned
from .limits import Limits
from .names import UNNAMED, clean_name, readable
from .refusals import UploadRefused
from .unfit import Unfit

NOT_SCANNED, WAITING, CLEAN = (
    "none",
    "waiting",
    "clean",
)  # no scanner; one that was away; one that found nothing
_AT_ONCE = threading.BoundedSemaphore(2)  # files open at one time in this process


@dataclass(frozen=True)
class Received:
    """A file that was taken: our bytes, under a name of ours. `scan` is NOT_SCANNED, WAITING or CLEAN."""

    name: str
    kind: str
    content_type: str
    content: bytes
    thumbnail: bytes
    scan: str
    removed: int = 0

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def limits() -> Limits:
    return Limits(megabytes=settings.UPLOAD_MEGABYTES)


def receive(data: bytes, *, name: str) -> Received:
    """Scan, judge and clean one file. Raises UploadRefused with a message for whoever brought it."""
    try:
        check_size(len(data))
        scanned = scan(data)
        with _AT_ONCE:
            kept = read_apart(data, limits())
    except Unfit as unfit:
        raise UploadRefused(readable(name) or UNNAMED, unfit) from unfit
    return received(kept, name, scanned)


def check_size(size: int) -> None:
    """No kind may be larger than this; asked before a file is read into memory."""
    if not size:
        raise Unfit("empty")
    if size > limits().largest_bytes:
        raise Unfit("too_large", megabytes=max(settings.UPLOAD_MEGABYTES.values()))


def scan(data: bytes) -> str:
    """What the scanner says of the bytes as they came. While it is away the file waits, unread."""
    if not scanning.has_scanner():
        return NOT_SCANNED
    try:
        scanning.scan(data)
    except scanning.ScannerAway:
        return WAITING
    return CLEAN


def received(kept: Cleaned, name: str, scanned: str) -> Received:
    return Received(
        name=clean_name(name, kept.format.extension),
        kind=kept.format.kind,
        content_type=kept.format.content_type,
        content=kept.content,
        thumbnail=kept.thumbnail,
        scan=scanned,
        removed=kept.removed,
    )
