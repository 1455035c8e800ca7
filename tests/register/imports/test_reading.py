"""Encodings, separators and things that are not what their name says."""

import codecs
import gzip
import hashlib
import io
import zipfile

import pytest

from register.imports.refusals import Limits

from .files import INPUTS, pupil_row, read, refusal, report, upn, warned

ROWS = report(pupil_row(1, surname="Müller", forename="Zoë"))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ROWS.encode("utf-8"), "utf-8"),
        (ROWS.encode("utf-8-sig"), "utf-8"),
        (ROWS.encode("cp1252"), "windows-1252"),
        (ROWS.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + ROWS.encode("utf-16-be"), "utf-16"),
        (ROWS.encode("utf-16-le"), "utf-16-le"),
        (ROWS.encode("utf-16-be"), "utf-16-be"),
        (ROWS.encode("utf-32"), "utf-32"),
    ],
)
def test_encodings(data, encoding):
    found = read(data)
    assert found.encoding == encoding
    (pupil,) = found.records
    assert (pupil.legal_surname, pupil.legal_forename) == ("Müller", "Zoë")
    assert found.problems == []


def test_a_file_pasted_together_from_two_encodings_is_read_and_said():
    data = report(pupil_row(1, surname="Müller", forename="Łukasz")).encode("utf-8-sig") + report(
        pupil_row(2, surname="Müller")
    ).encode("cp1252")
    found = read(data)
    assert [pupil.legal_surname for pupil in found.records] == ["Müller", "Müller"]
    assert warned(found, None) == {"mixed_encoding"}


def test_names_from_windows_keep_their_marks():
    found = read(report(pupil_row(surname="O’Connor", forename="Šárka")).encode("cp1252"))
    assert found.records[0].legal_surname == "O’Connor"
    assert found.records[0].legal_forename.startswith("Š")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("announced", [False, True])
def test_separators(separator, announced):
    quoted = pupil_row(needs='"Speech, language; and communication needs"')
    text = (f"sep={separator}\r\n" if announced else "") + report(
        quoted, pupil_row(2, surname='"Bee, Ann"'), separator=separator
    )
    found = read(text)
    assert found.records[-1].legal_surname == "Bee, Ann"
    assert found.records[-1].row_number == 3 + announced


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings(ending):
    assert len(read(report(pupil_row(1), pupil_row(2)).replace("\r\n", ending)).records) == 2


def test_a_cell_with_lines_counts_as_one_row():
    found = read(report(pupil_row(1, forename='"Ann\r\nMarie"'), pupil_row(2)))
    assert [(pupil.row_number, pupil.legal_forename) for pupil in found.records] == [
        (2, "Ann Marie"),
        (3, "Halima"),
    ]


def test_control_characters_and_nul_are_removed():
    found = read(report(pupil_row(forename="Ha\x00li\x07ma")))
    assert found.records[0].legal_forename == "Halima"


@pytest.mark.parametrize(
    "rows",
    [
        report(pupil_row(surname='"Marlowe'), pupil_row(2)),
        report(pupil_row(surname='"Mar"lowe')),
        report(pupil_row(), pupil_row(2, needs='"SLCN')),
    ],
)
def test_an_open_quote_never_swallows_rows(rows):
    error = refusal(rows)
    assert error.code == "quotes"
    assert "line" in str(error)


def test_an_endless_cell():
    assert refusal(report(pupil_row(surname='"' + "x" * 200_000))).code == "quotes"


def zipped(name: str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\r\n \r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b",,,\r\n,,,\r\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "not_a_table"),
        (b"%PDF-1.7 x", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n", "not_a_table"),
        (gzip.compress(ROWS.encode()), "not_a_table"),
        (b"\x7fELF\x02\x01", "not_a_table"),
        (b"PK\x03\x04 and no more", "damaged"),
        (zipped("pupils.csv", ROWS.encode()), "archive"),
        (zipped("content.xml"), "opendocument"),
        (zipped("xl/workbook.bin"), "binary_workbook"),
        (zipped("xl/workbook.xml"), "damaged_workbook"),
        (b"<!DOCTYPE html><html><table><tr><td>UPN</td></tr></table></html>", "web_page"),
        (bytes(range(256)) * 20, "binary"),
        (b'[{"upn": "B999400119000"}]', "unknown_columns"),
        (b"Dear Sir,\r\nplease find the pupils attached.\r\n", "unknown_columns"),
        (report(header=("UPN", "Surname", "Forename", "DOB")).encode(), "no_rows"),
    ],
)
def test_what_is_no_table_is_refused_by_name(data, code):
    assert refusal(data).code == code


def test_limits_are_told_with_what_to_do():
    rows = report(*(pupil_row(number) for number in range(1, 12)))
    assert refusal(rows, limits=Limits(file_bytes=100)).code == "too_large"
    assert refusal(rows, limits=Limits(rows=10)).code == "too_many_rows"
    assert refusal(rows, limits=Limits(columns=7)).code == "too_many_columns"
    assert len(read(rows, limits=Limits(rows=11, columns=8)).records) == 11


def test_an_open_file_is_read_no_further_than_the_limit():
    class Counting(io.BytesIO):
        taken = 0

        def read(self, size=-1):
            data = super().read(size)
            self.taken += len(data)
            return data

    stream = Counting(b"x" * 5000)
    assert refusal(stream, limits=Limits(file_bytes=1000)).code == "too_large"
    assert stream.taken == 1001
    assert len(read(io.BytesIO(ROWS.encode())).records) == 1


def test_the_record_of_the_file():
    data = (INPUTS / "staff.csv").read_bytes()
    found = read(data, "../../staff\x00.csv")
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert "\x00" not in found.file_name
    assert (found.kind, found.row_count) == ("staff", 48)


def test_very_long_values_are_parked_and_shown_short():
    found = read(report(pupil_row(surname="x" * 5000), pupil_row(2)))
    (problem,) = found.problems
    assert (problem.row_number, problem.code) == (2, "too_long")
    assert len(problem.value) < 200
    assert [pupil.upn for pupil in found.records] == [upn(2)]
