"""What a file is, by its first bytes. Names and what a browser claims say nothing."""

from collections.abc import Callable

from . import boxes, formats, packages, texts
from .unfit import Unfit

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe",
    b"#!", b"L\x00\x00\x00\x01\x14\x02\x00",
)  # fmt: skip
ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")
OTHER_PICTURES = (
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
    b"8BPS",
    b"\xff\x0a",
    b"\x00\x00\x00\x0cJXL ",
)
OTHER_SOUNDS = (b"fLaC", b"#!AMR", b"\xff\xf1", b"\xff\xf9", b"FORM", b"0&\xb2u")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def recognise(data: bytes) -> formats.Format:
    """The format of a file. Raises Unfit for whatever is not taken, with the code that says best what it is."""
    for looks_like_it, found in RULES:
        if looks_like_it(data):
            return found(data) if callable(found) else found
    return texts.recognise(data)


def begins(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def refused(code: str) -> Callable[[bytes], formats.Format]:
    def refuse(data: bytes) -> formats.Format:
        raise Unfit(code)

    return refuse


def is_pdf(data: bytes) -> bool:
    """Some programs write a blank line or a byte order mark first; the file is written anew anyway."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-")


def is_riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:4] == b"RIFF" and data[8:12] == form


def is_iso_media(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


def of_iso_media(data: bytes) -> formats.Format:
    if data[8:12] in HEIC_BRANDS:
        raise Unfit("heic")
    return boxes.recognise(data)


def of_ole(data: bytes) -> formats.Format:
    """Old Office files, and new ones with a password, share one container."""
    raise Unfit("encrypted" if ENCRYPTED_PACKAGE in data else "old_office")


def is_mp3(data: bytes) -> bool:
    """A tag, or the head of a first frame of layer III."""
    return data[:3] == b"ID3" or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2)


RULES = (
    (begins(b"\xff\xd8\xff"), formats.JPEG),
    (begins(b"\x89PNG\r\n\x1a\n"), formats.PNG),
    (is_riff(b"WEBP"), formats.WEBP),
    (is_pdf, formats.PDF_FILE),
    (begins(b"PK\x03\x04", b"PK\x05\x06"), packages.recognise),
    (begins(OLE), of_ole),
    (is_iso_media, of_iso_media),
    (begins(b"OggS"), formats.OGG),
    (begins(b"\x1aE\xdf\xa3"), formats.WEBM),
    (begins(*OTHER_SOUNDS), refused("other_sound")),
    (is_riff(b"WAVE"), refused("other_sound")),
    (is_riff(b"AVI "), refused("video")),
    (begins(*PROGRAMS), refused("program")),
    (begins(*ARCHIVES), refused("archive")),
    (begins(*OTHER_PICTURES), refused("other_picture")),
    (begins(b"{\\rtf"), refused("rtf")),
    (is_mp3, formats.MP3),
)
