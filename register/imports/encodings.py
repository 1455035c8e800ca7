"""Bytes to text, whatever encoding a school's computer wrote: UTF-8, UTF-16 or UTF-32, Windows-1252, or a mixture."""

import codecs
import io
import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .refusals import ImportRefused

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH_BYTES = bytes(range(0x80, 0x100))
MOST_STRAY_BYTES = 20_000
SAMPLE = 4096
WINDOWS = "windows-1252"
MIXED = "utf-8 mixed with windows-1252"
_AS_WINDOWS = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    """Decode only the bytes that are not UTF-8 as Windows-1252."""
    return "".join(_AS_WINDOWS[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error("register-windows-1252", _read_as_windows)


@dataclass(frozen=True)
class Text:
    """The text in some bytes. It is decoded while it is read, so that a long file is never in memory twice."""

    data: bytes
    codec: str
    errors: str
    name: str

    @property
    def is_mixed(self) -> bool:
        return self.name == MIXED

    def open(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self.data), encoding=self.codec, errors=self.errors, newline="")

    def head(self, characters: int = SAMPLE) -> str:
        with self.open() as stream:
            return stream.read(characters)


def decode(data: bytes) -> Text:
    """Find out the encoding. Only a hopeless mixture is refused; every other byte is read as some letter."""
    codec = _marked(data) or _unmarked_utf16(data)
    if codec:
        return Text(data, codec, "replace", codec.removesuffix("-sig"))
    if _is_utf8(data):
        return Text(data, "utf-8", "strict", "utf-8")
    return _windows_or_mixed(data)


def as_windows(data: bytes) -> Text:
    """Windows-1252, with the five bytes that it leaves undefined taken as control characters."""
    return Text(data, "cp1252", "register-windows-1252", WINDOWS)


def _marked(data: bytes) -> str | None:
    codec = next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    return None if codec == "utf-8-sig" and not _is_utf8(data) else codec


def _unmarked_utf16(data: bytes) -> str | None:
    """English text in UTF-16 has a NUL in every other byte; which one tells the byte order."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    high, low = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if low > 0.4 and high < 0.1:
        return "utf-16-le"
    return "utf-16-be" if high > 0.4 and low < 0.1 else None


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), 1 << 20):
            decoder.decode(data[start : start + (1 << 20)])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _windows_or_mixed(data: bytes) -> Text:
    """Windows-1252 throughout, or UTF-8 with stray Windows bytes, as when files are pasted together."""
    in_sequences = sum(len(found[0]) for found in UTF8_SEQUENCE.finditer(data))
    stray = len(data) - len(data.translate(None, HIGH_BYTES)) - in_sequences
    if in_sequences == 0 or stray > in_sequences:
        return as_windows(data)
    if stray > MOST_STRAY_BYTES:
        raise ImportRefused(
            "encoding",
            _("The letters in this file cannot be made out: it mixes encodings throughout."),
            _("Export it again as UTF-8."),
        )
    return Text(data, "utf-8-sig", "register-windows-1252", MIXED)
