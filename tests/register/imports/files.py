"""Small files as schools' systems write them, and the ways the tests read them."""

import datetime
import io
from pathlib import Path

import openpyxl

from register.imports.identifiers import upn_check_letter
from register.imports.parsing import parse
from register.imports.records import PARKED, WARNING, ParsedFile
from register.imports.refusals import ImportRefused

INPUTS = Path(__file__).resolve().parent.parent / "inputs"
TODAY = datetime.date(2026, 11, 22)
LAESTAB = "9994001"
HEADER = ("UPN", "Surname", "Forename", "Date of birth", "Sex", "Year group", "SEN status", "SEN needs")


def upn(number: int) -> str:
    """A permanent UPN of the fictional authority 999 with the right check letter; `number` from 0 to 99,999."""
    rest = f"999400119{number:03}" if number < 1000 else f"999{4001 + number // 1000:04}19{number % 1000:03}"
    return upn_check_letter(rest) + rest


def report(*rows: tuple, header: tuple = HEADER, separator: str = ",") -> str:
    """A table as text; cells are written as they are, so a test can misplace separators and quotes."""
    return "".join(separator.join(map(str, row)) + "\r\n" for row in (header, *rows))


def pupil_row(number: int = 1, **changes: str) -> tuple:
    """One sound row for HEADER; keyword arguments replace cells, named by field."""
    cells = {
        "upn": upn(number),
        "surname": "Marlowe",
        "forename": "Halima",
        "dob": "24/04/2015",
        "sex": "F",
        "year": "Year 7",
        "status": "K",
        "needs": "SLCN",
    }
    return tuple((cells | changes).values())


def read(content: str | bytes, name: str = "pupils.csv", **choices) -> ParsedFile:
    """Parse as the school 999/4001 would in November 2026."""
    data = content.encode() if isinstance(content, str) else content
    return parse(data, name, **{"our_laestab": LAESTAB, "today": TODAY} | choices)


def read_input(name: str) -> ParsedFile:
    return read((INPUTS / name).read_bytes(), name)


def refusal(content: str | bytes, **choices) -> ImportRefused:
    """The refusal that the content meets with; it must be told in words."""
    try:
        found = read(content, **choices)
    except ImportRefused as error:
        assert str(error.reason), "a refusal says why"
        assert str(error.what_to_do), "a refusal says what to do"
        return error
    raise AssertionError(f"read instead of refused: {found.row_count} rows")


def codes(found: ParsedFile, row: int | None, severity: str | None = None) -> set[str]:
    """Codes of the problems of one row."""
    return {
        each.code for each in found.problems if each.row_number == row and severity in {None, each.severity}
    }


def parked(found: ParsedFile, row: int) -> set[str]:
    return codes(found, row, PARKED)


def warned(found: ParsedFile, row: int | None) -> set[str]:
    return codes(found, row, WARNING)


def workbook(fill) -> bytes:
    """The bytes of a workbook that `fill(book)` has written into."""
    book = openpyxl.Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ctf(
    *pupils: str,
    destination: str = "<LEA>999</LEA><Estab>4001</Estab>",
    version: str = "25.0",
    declaration: str = "",
) -> str:
    """A Common Transfer File around Pupil elements."""
    return (
        f"{declaration}<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>{version}</CTFversion>"
        "<SourceSchool><LEA>999</LEA><Estab>2001</Estab><SchoolName>Larkfield Primary School</SchoolName></SourceSchool>"
        f"<DestSchool>{destination}</DestSchool></Header><CTFpupilData>{''.join(pupils)}</CTFpupilData></CTfile>"
    )


def ctf_pupil(number: int = 1, more: str = "", surname: str = "Marlowe", sex: str = "<Sex>F</Sex>") -> str:
    return (
        f"<Pupil><UPN>{upn(number)}</UPN><Surname>{surname}</Surname><Forename>Isla</Forename><DOB>2015-03-09</DOB>{sex}"
        f"<BasicDetails><NCyearActual>6</NCyearActual></BasicDetails>{more}</Pupil>"
    )
