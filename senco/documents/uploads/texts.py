"""Plain text: in a known encoding, without control characters, and not another format that happens to be readable."""

import unicodedata

from .formats import PLAIN_TEXT, Format
from .unfit import Unfit

ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MARKUP = (
    "<!doctype",
    "<html",
    "<svg",
    "<?xml",
    "<script",
    "<?php",
    "<body",
    "<head",
    "<iframe",
    "<?mso",
    "<hta",
)
SAFE_CONTROLS = set("\t\n\r\f")
LOOKED_AT = 4096  # characters in which markup would begin


def recognise(data: bytes) -> Format:
    """Text, or a refusal: this is the last thing a file can be."""
    decoded(data)
    return PLAIN_TEXT


def clean(data: bytes) -> bytes:
    """The text in UTF-8, with lines that end as they do everywhere. Raises Unfit for anything that is more than text."""
    text = decoded(data)
    if any(mark in text[:LOOKED_AT].casefold() for mark in MARKUP):
        raise Unfit("web_page")
    return text.replace("\r\n", "\n").replace("\r", "\n").encode()


def decoded(data: bytes) -> str:
    """Windows letters are the last guess: they fit nearly anything, so control characters decide."""
    named = next((encoding for mark, encoding in ENCODINGS if data.startswith(mark)), None)
    for encoding in [named] if named else ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(c) == "Cc" and c not in SAFE_CONTROLS for c in set(text)):
            return text
    raise Unfit("unknown")
