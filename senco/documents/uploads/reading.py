"""One file, from its bytes to what is kept of it. Runs in a process of its own (`child`)."""

import zipfile
from io import BytesIO

from . import boxes, content, formats, mp3, ogg, packages, pdfs, pictures, texts, webm
from .cleaned import Cleaned
from .formats import AUDIO, DOCUMENT, PICTURE, TEXT, Format
from .limits import Limits
from .unfit import Unfit

PDF_HEAD = 1024  # bytes in which readers look for the mark of a PDF


def read(data: bytes, limits: Limits) -> Cleaned:
    """Raises Unfit for whatever is not taken."""
    if not data:
        raise Unfit("empty")
    found = content.recognise(data)
    if len(data) > limits.bytes_of(found.kind):
        raise Unfit("too_large", megabytes=limits.megabytes[found.kind])
    return cleaned(data, found, limits)


def cleaned(data: bytes, found: Format, limits: Limits) -> Cleaned:
    if found.kind == PICTURE:
        return Cleaned(*pictures.clean(data, found, limits))
    if found.kind == DOCUMENT:
        return Cleaned(found, packages.clean(data, found, limits))
    if found.kind == AUDIO:
        return Cleaned(found, one_thing_only(sound(data, found)))
    if found.kind == TEXT:
        return Cleaned(found, one_thing_only(texts.clean(data)))
    written, removed = pdfs.clean(data, limits)
    return Cleaned(found, written, removed=removed)


def sound(data: bytes, found: Format) -> bytes:
    if found == formats.MP3:
        return mp3.clean(data)
    if found == formats.M4A:
        return boxes.clean(data)
    check = ogg.check if found == formats.OGG else webm.check
    check(data)
    return data


def one_thing_only(data: bytes) -> bytes:
    """What is not written anew must not be a PDF, a page or a package besides."""
    head = data[:PDF_HEAD].lower()
    hides = b"%pdf-" in head or any(mark.encode() in head for mark in texts.MARKUP)
    if hides or zipfile.is_zipfile(BytesIO(data)):
        raise Unfit("two_in_one")
    return data
