"""XLSX: typed cells, several sheets, formulas, bombs."""

import datetime
import io
import re
import zipfile
from contextlib import suppress
from decimal import Decimal

import pytest

from register.imports.refusals import ImportRefused, Limits

from .files import HEADER as CSV_HEADER
from .files import pupil_row, read, refusal, report, upn, warned, workbook

HEADER = ["Adno", "UPN", "Surname", "Forename", "Date of birth", "% attendance", "FSM"]


def row(number: int = 1, dob=datetime.date(2015, 5, 17), forename="Zoë"):
    return [4000 + number, upn(number), "Müller", forename, dob, 89.2, None]


def with_rows(*rows, header=HEADER) -> bytes:
    def fill(book):
        for cells in (header, *rows):
            book.active.append(cells)

    return workbook(fill)


def repacked(data: bytes, part: str, change) -> bytes:
    """The workbook with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return stream.getvalue()


def test_typed_cells_read_as_a_person_sees_them():
    def fill(book):
        sheet = book.active
        sheet.append(HEADER)
        sheet.append([4000, upn(1), "Müller", "Zoë", datetime.datetime(2015, 5, 17), 0.892, True])
        sheet["F2"].number_format = "0.0%"
        sheet.append(["004001", upn(2), "Bee", "Ann", 42141, 95.8, False])

    first, second = read(workbook(fill), "pupils.xlsx").records
    assert (first.admission_number, first.date_of_birth, first.attendance_percent) == (
        "4000",
        datetime.date(2015, 5, 17),
        Decimal("89.2"),
    )
    assert first.characteristics == {"FSM": True}
    assert (second.admission_number, second.date_of_birth) == ("004001", datetime.date(2015, 5, 17))
    assert second.characteristics == {"FSM": False}


def test_the_name_of_the_file_does_not_matter():
    assert read(with_rows(row()), "pupils.csv").encoding == "xlsx"


def test_a_merged_title_and_empty_lines_above_the_header():
    def fill(book):
        sheet = book.active
        sheet.merge_cells("A1:G1")
        sheet["A1"] = "Pupils of Larkfield Academy"
        sheet["A3"] = "Printed on 22/11/2026"
        for column, heading in enumerate(HEADER, start=1):
            sheet.cell(5, column, heading)
        for column, value in enumerate(row(), start=1):
            sheet.cell(6, column, value)

    assert [pupil.row_number for pupil in read(workbook(fill)).records] == [6]


def test_the_sheet_that_looks_like_a_list_is_read_and_the_others_named():
    def fill(book):
        book.active["A1"] = "How to use this workbook"
        hidden = book.create_sheet("Old")
        hidden.append(HEADER)
        hidden.append(row(9))
        hidden.sheet_state = "hidden"
        pupils = book.create_sheet("Pupils")
        pupils.append(HEADER)
        pupils.append(row(1))
        book.create_sheet("Staff").append(["Staff code", "Surname"])

    found = read(workbook(fill))
    assert [pupil.upn for pupil in found.records] == [upn(1)]
    assert warned(found, None) == {"other_sheets"}
    assert "Staff" in str(found.problems[0].reason)


def test_hidden_rows_are_read_and_said():
    def fill(book):
        book.active.append(HEADER)
        book.active.append(row(1))
        book.active.append(row(2))
        book.active.row_dimensions[3].hidden = True

    found = read(workbook(fill))
    assert len(found.records) == 2
    assert warned(found, None) == {"hidden_rows"}
    assert warned(read(with_rows(row())), None) == set()


def test_a_formula_without_its_answer_is_refused_by_cell():
    error = refusal(with_rows(row(forename='="A"&"nn"')))
    assert error.code == "formula_without_answer"
    assert "D2" in str(error)


def test_a_formula_with_its_answer_is_read():
    data = repacked(
        with_rows(row(forename='="A"&"nn"')),
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            xml.replace(b'<c r="D2"', b'<c r="D2" t="str"')
            .replace(b"</f><v></v>", b"</f><v>Ann</v>")
            .replace(b"</f><v />", b"</f><v>Ann</v>")
            .replace(b"</f><v/>", b"</f><v>Ann</v>")
        ),
    )
    assert read(data).records[0].legal_forename == "Ann"


def test_errors_shown_in_cells_park_the_row():
    found = read(with_rows(row(1), row(2, forename="#N/A"), row(3, dob="#REF!")))
    assert found.parked_rows == {3, 4}
    assert {problem.code for problem in found.problems} == {"spreadsheet_error"}


def test_empty_cells_at_the_end_of_a_row_are_empty_and_not_missing():
    assert "FSM" in read(with_rows(row())).records[0].given


def test_cells_far_to_the_right_or_far_below_do_no_harm():
    def fill(book):
        book.active.append(HEADER)
        book.active.append(row(1))
        book.active["XFD2"] = "stray"
        book.active["A1048576"] = "stray"

    assert len(read(workbook(fill)).records) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-30],
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
)
def test_damaged_workbooks(damage):
    assert refusal(damage(with_rows(row()))).code in {"damaged", "damaged_workbook"}


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    ],
)
@pytest.mark.parametrize(
    "content", [b"", b"<", b"<a/>", b"\x00" * 50, b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>']
)
def test_a_workbook_with_one_broken_part_is_read_or_refused(part, content):
    data = repacked(with_rows(row()), part, lambda _old: content)
    with suppress(ImportRefused):
        assert len(read(data).records) <= 1


def test_bombs_are_refused_before_they_unpack():
    many_rows = repacked(
        with_rows(row()),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b"<row/>" * 7_000_000),
    )
    assert len(many_rows) < 1_000_000
    assert refusal(many_rows).code == "unpacks_too_large"
    large_part = repacked(with_rows(row()), "xl/styles.xml", lambda xml: xml + b" " * (6 * 1024 * 1024))
    assert refusal(large_part).code == "unpacks_too_large"
    assert refusal(with_rows(row()), limits=Limits(unpacked_bytes=100)).code == "unpacks_too_large"


def test_a_row_number_beyond_all_reason():
    data = repacked(
        with_rows(row(1), row(2)),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="3"', b'<row r="99999999999"'),
    )
    assert [pupil.upn for pupil in read(data).records] == [upn(1)]


def test_too_many_rows():
    data = with_rows(*(row(number) for number in range(1, 12)))
    assert refusal(data, limits=Limits(rows=10)).code == "too_many_rows"
    assert len(read(data, limits=Limits(rows=11)).records) == 11


def test_the_same_pupils_from_csv_and_workbook():
    rows = [pupil_row(number) for number in range(1, 4)]
    from_workbook = read(with_rows(*(list(cells) for cells in rows), header=list(CSV_HEADER)))
    assert from_workbook.records == read(report(*rows)).records


def formulas(cell: bytes, header=HEADER) -> bytes:
    """A workbook whose last column holds this cell in every row."""
    data = with_rows([*row()[:-1], "LAST"], header=header)
    return repacked(
        data, "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb'<c r="G2"[^>]*>.*?</c>', cell, xml)
    )


LOOKED_UP = b'<c r="G2" t="str"><f>IFERROR(VLOOKUP(A2,Z:Z,1),"")</f><v></v></c>'
OPEN = b'<c r="G2"><f>A2&amp;"x"</f></c>'


def test_a_formula_whose_answer_is_an_empty_text_is_an_empty_cell():
    assert len(read(formulas(LOOKED_UP)).records) == 1


def test_a_formula_without_answer_spoils_only_a_column_that_is_read():
    header = (*HEADER[:-1], "Unread")
    assert len(read(formulas(OPEN, header=header)).records) == 1
    error = refusal(formulas(OPEN, header=(*HEADER[:-1], "Preferred forename")))
    assert error.code == "formula_without_answer"
    assert "G2" in str(error.reason)
