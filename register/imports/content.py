"""What a file is, judged by its bytes and never by its name."""

import io
import zipfile

from django.utils.translation import gettext_lazy as _

from .encodings import Text, decode
from .refusals import ImportRefused

XML, WORKBOOK, TABLE = "xml", "workbook", "table"

_SAVE_AS = _("Open it in the program it comes from and save it as XLSX or CSV, then upload that file.")
_OLD_EXCEL = _("This is an old Excel file (.xls) or a workbook protected by a password.")
_COMPRESSED = _("This is a compressed archive, not a table.")
_PICTURE = _("This is a picture, not a table.")
_PDF = _("This is a PDF document, not a table.")
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_EXCEL),
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _COMPRESSED),
    (b"BZh", _COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", _COMPRESSED),
    (b"Rar!", _COMPRESSED),
    (b"\xfd7zXZ", _COMPRESSED),
    (b"{\\rtf", _("This is a word-processor document, not a table.")),
    (b"\x7fELF", _("This is a program, not a table.")),
    (b"MZ\x90", _("This is a program, not a table.")),
)
WEB_PAGE = ("<html", "<!doctype html", "<table", "<head", "<body", "<div")
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
FEW_CONTROL_BYTES, MOST_CONTROL_SHARE = 16, 0.01


def recognise_content(data: bytes) -> tuple[str, Text | None]:
    """XML, WORKBOOK or TABLE, with the decoded text for the first and last. Anything else is refused by name."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise ImportRefused(
            "empty",
            _("The file is empty."),
            _("Export it again and check that it has rows before you upload it."),
        )
    _refuse_known_formats(data)
    if data.startswith(b"PK"):
        return _kind_of_zip(data), None
    text = decode(data)
    _refuse_binary(data, text)
    start = text.head().lstrip("\ufeff \t\r\n\x00").lower()
    if start.startswith(WEB_PAGE):
        raise ImportRefused(
            "web_page", _("This is a web page, although its name may end in .xls or .csv."), _SAVE_AS
        )
    return (XML if start.startswith("<") else TABLE), text


def _refuse_known_formats(data: bytes) -> None:
    for signature, reason in SIGNATURES:
        if data.startswith(signature):
            raise ImportRefused("not_a_table", reason, _SAVE_AS)


def _kind_of_zip(data: bytes) -> str:
    """A zip file is a workbook when it holds one; a broken one is named as such."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # a damaged directory fails in the zip and struct modules alike
        raise _damaged() from error
    if "xl/workbook.xml" in names or any(name.startswith("xl/") for name in names):
        return _readable_workbook(names)
    if "content.xml" in names:
        raise ImportRefused("opendocument", _("This is an OpenDocument file."), _SAVE_AS)
    raise ImportRefused(
        "archive", _COMPRESSED, _("Unpack it and upload the files that are in it one by one.")
    )


def _readable_workbook(names: set[str]) -> str:
    if any(name.startswith("xl/") and name.endswith("workbook.bin") for name in names):
        raise ImportRefused("binary_workbook", _("This is a binary Excel workbook (.xlsb)."), _SAVE_AS)
    return WORKBOOK


def _damaged() -> ImportRefused:
    return ImportRefused(
        "damaged",
        _("This is not a text file. It begins like an Excel or zip file, but it is damaged."),
        _(
            "Export it again. If you changed the end of its name by hand, change it back and save it as XLSX or CSV in Excel."
        ),
    )


def _refuse_binary(data: bytes, text: Text) -> None:
    """Text has next to no control characters. UTF-16 and UTF-32 are full of NULs, which does not count."""
    if text.codec.startswith(("utf-16", "utf-32")):
        return
    control = len(data) - len(data.translate(None, CONTROL_BYTES))
    if control > FEW_CONTROL_BYTES and control / len(data) > MOST_CONTROL_SHARE:
        raise ImportRefused(
            "binary",
            _("This is not a text file, whatever its name says."),
            _("Export the report as CSV or XLSX from the MIS and upload that file."),
        )
