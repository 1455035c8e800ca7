"""Word and OpenDocument files: zip packages, opened within limits, searched for programs, and packed anew.

Packing anew drops whatever stood before, between and behind the members. A document that holds anything that runs is refused: taking a
macro out of a document leaves one that behaves otherwise than its author meant.
"""

import stat
import zipfile
from io import BytesIO

from . import markup
from .formats import DOCX, ODT, Format
from .limits import Limits
from .unfit import Unfit

WORD, CONTENT_TYPES, MIMETYPE, MANIFEST = (
    "word/document.xml",
    "[Content_Types].xml",
    "mimetype",
    "META-INF/manifest.xml",
)
MARKUP = (".xml", ".rels")
OTHER_OFFICE = ("xl/", "ppt/", "visio/", "word/")
MACROS = ("vbaproject", "vbadata", "activex/", "macros/", "attachedtoolbars", "customui")
MACRO_FOLDERS = ("basic/", "scripts/", "dialogs/")
PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"%PDF-",
    b"Rar!",
    b"7z\xbc\xaf",
)
WRITTEN_AT = (1980, 1, 1, 0, 0, 0)


def recognise(data: bytes) -> Format:
    """Which document a zip package is. Raises Unfit("archive") for any other zip, ("other_office") for sheets and slides."""
    with opened(data) as package:
        names = set(package.namelist())
        if WORD in names and CONTENT_TYPES in names:
            return DOCX
        if MIMETYPE in names:
            kind = package.read(MIMETYPE)[:200].strip().decode("ascii", "replace")
            if kind == ODT.content_type:
                return ODT
            raise Unfit("other_office" if "opendocument" in kind else "archive")
    office = CONTENT_TYPES in names and any(name.startswith(OTHER_OFFICE) for name in names)
    raise Unfit("other_office" if office else "archive")


def clean(data: bytes, found: Format, limits: Limits) -> bytes:
    """The document packed anew. Raises Unfit where it is damaged, locked, too large, or holds something that runs."""
    members = read_members(data, limits)
    if found == DOCX:
        check_word(members)
    else:
        check_open_document(members)
    return packed(members, first=MIMETYPE if found == ODT else CONTENT_TYPES)


def opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as broken:
        raise Unfit("damaged") from broken


def read_members(data: bytes, limits: Limits, depth: int = 0) -> dict[str, bytes]:
    """Name → content. The sizes a package states are added up before anything is unpacked; more than stated is never read."""
    with opened(data) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        check_entries(entries, limits)
        try:
            members = {entry.filename: package.read(entry) for entry in entries}
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
        ) as broken:
            raise Unfit("damaged") from broken
    for name, content in members.items():
        check_member(name, content, limits, depth)
    return members


def check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unfit("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    markup_bytes = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(MARKUP))
    if (
        len(entries) > limits.members
        or unpacked > limits.unpacked_bytes
        or markup_bytes > limits.markup_bytes
    ):
        raise Unfit("unpacks_too_large", megabytes=limits.unpacked_bytes // (1024 * 1024))
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or any(is_odd(entry) for entry in entries):
        raise Unfit("damaged")


def is_odd(entry: zipfile.ZipInfo) -> bool:
    """A name that leads out of the package, or a link: no program that writes documents makes one."""
    name = entry.filename.replace("\\", "/")
    leads_out = name.startswith("/") or ".." in name.split("/") or ":" in name
    return leads_out or stat.S_ISLNK(entry.external_attr >> 16)


def check_member(name: str, content: bytes, limits: Limits, depth: int) -> None:
    """Nothing that runs. A sheet behind a chart is a package of its own, looked into once."""
    low = name.lower()
    if any(part in low for part in MACROS) or low.startswith(MACRO_FOLDERS):
        raise Unfit("macros")
    if "oleobject" in low or content.startswith(PROGRAMS):
        raise Unfit("embedded")
    if content.startswith(b"PK\x03\x04"):
        if depth or not low.endswith((".xlsx", ".docx", ".pptx", ".ods", ".odt")):
            raise Unfit("embedded")
        read_members(content, limits, depth + 1)


def check_word(members: dict[str, bytes]) -> None:
    """Macros by what the package says of itself; relations that fetch; fields that run programs."""
    if markup.says_macros(members[CONTENT_TYPES]):
        raise Unfit("macros")
    for name in [name for name in members if name.lower().endswith(".rels")]:
        members[name] = markup.harmless_relations(members[name])
    check_parts(members)


def check_open_document(members: dict[str, bytes]) -> None:
    if markup.is_locked(members.get(MANIFEST, b"<none/>")):
        raise Unfit("encrypted")
    check_parts(members)


def check_parts(members: dict[str, bytes]) -> None:
    for name, content in members.items():
        if name.lower().endswith(MARKUP) and content.strip():
            seen = markup.look_through(content)
            if seen.runs_programs:
                raise Unfit("macros")
            if seen.fetches:
                raise Unfit("fetches")


def packed(members: dict[str, bytes], *, first: str) -> bytes:
    """A new package with the same members. OpenDocument wants its type first and unpacked."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(members, key=lambda each: each != first):
            entry = zipfile.ZipInfo(name, WRITTEN_AT)
            entry.compress_type = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            package.writestr(entry, members[name])
    return target.getvalue()
