"""Whatever the bytes are, the reader answers with records or with a refusal, in bounded time and memory."""

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from register.imports.parsing import suggest_columns
from register.imports.records import ParsedFile
from register.imports.refusals import ImportRefused

from .files import INPUTS, ctf, ctf_pupil, pupil_row, read, report, workbook

EXAMPLES = sorted(path for path in INPUTS.rglob("*") if path.suffix in {".csv", ".xml"})
CELL = st.text(max_size=30) | st.sampled_from(
    ["", "K", "BESD", "SLCN; ASD", "17/05/2015", "Y", "#N/A", '"', "1e999", "-0", "٣", "\x00", "=1+1", "<b>"]
)
VISIBLE_CELL = CELL.map(lambda text: "".join(each for each in text if each >= " " or each == "\n"))
often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(data: bytes) -> ParsedFile | ImportRefused:
    """Anything but these two escapes and fails the test."""
    try:
        found = read(data)
    except ImportRefused as error:
        assert str(error.reason)
        assert str(error.what_to_do)
        return error
    for problem in found.problems:
        assert str(problem.reason)
        assert str(problem.what_to_do)
    assert not found.parked_rows & {record.row_number for record in found.records}, (
        "a parked row is not taken"
    )
    return found


@often
@given(st.binary(max_size=2000))
def test_any_bytes(data):
    outcome(data)


@often
@given(st.text(max_size=500), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"]))
def test_any_text(text, codec):
    outcome(text.encode(codec, "replace"))


@often
@given(st.lists(st.lists(CELL, max_size=9), max_size=6), st.sampled_from([",", ";", "\t", "|"]))
def test_any_rows_below_a_header(rows, separator):
    outcome(report(*rows, separator=separator).encode("utf-8", "replace"))


@often
@given(st.lists(VISIBLE_CELL, min_size=8, max_size=8))
def test_any_cells_in_a_row(cells):
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    found = outcome(report(pupil_row(), quoted).encode("utf-8", "replace"))
    assert isinstance(found, ParsedFile)
    assert found.records, "the good row beside it stays"


@often
@given(st.sampled_from(EXAMPLES), st.data())
def test_examples_with_damage(path, data):
    content = bytearray(path.read_bytes()[:6000])
    for _place in range(data.draw(st.integers(1, 8))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    outcome(bytes(content[: data.draw(st.integers(0, len(content)))]))


@often
@given(
    st.lists(
        st.sampled_from(
            [
                "UPN",
                "Surname",
                "DOB",
                "Sex",
                "SENhistory",
                "SEN",
                "SENneeds",
                "SENneed",
                "SENtype",
                "StartDate",
                "EndDate",
                "Contacts",
                "Contact",
                "Email",
                "FSMhistory",
                "Attendance",
                "YearData",
                "SessionsPossible",
            ]
        ),
        max_size=12,
    ),
    st.text(max_size=12),
)
def test_any_elements_in_a_pupil(names, text):
    inner = "".join(f"<{name}>" for name in names) + "x" + "".join(f"</{name}>" for name in reversed(names))
    flat = "".join(f"<{name}>{text.replace('<', '').replace('&', '')}</{name}>" for name in names)
    outcome(ctf(ctf_pupil(more=inner + flat), f"<Pupil>{flat}</Pupil>").encode("utf-8", "replace"))


BOOK = workbook(
    lambda book: [
        book.active.append(list(cells)) for cells in (("UPN", "Surname", "Forename", "DOB"), pupil_row()[:4])
    ]
)


@often
@given(st.data())
def test_workbooks_with_damage(data):
    content = bytearray(BOOK)
    for _place in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    outcome(bytes(content))


@often
@given(
    st.binary(max_size=200),
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]),
    st.integers(0, 400),
)
def test_workbooks_with_damaged_parts(noise, part, place):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, content[:place] + noise + content[place + len(noise) :] if name == part else content
            )
    outcome(stream.getvalue())


def test_control_the_sound_workbook_and_examples_are_read():
    assert len(outcome(BOOK).records) == 1
    assert sum(isinstance(outcome(path.read_bytes()), ParsedFile) for path in EXAMPLES) == 8


@often
@given(st.binary(max_size=500))
def test_suggesting_columns_refuses_in_the_same_words(data):
    try:
        columns, rows = suggest_columns(data)
    except ImportRefused:
        return
    assert len(rows) <= 3
    assert columns.kind


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9" * 5_000_000,
        b"\xc3\xa9\xe9" * 2_000_000,
        b'"' * 5_000_000,
        b"," * 5_000_000,
        b"\n" * 5_000_000,
        b"a,b\n" * 1_000_000,
        b"UPN,Surname,Forename,DOB\n" + b",,,\n" * 1_000_000,
        b"<CTfile>" + b"<a>" * 1_000_000,
        b"<CTfile><Header>" + b"<a/>" * 1_000_000,
        b"<CTfile " + b"a" * 5_000_000,
        b"<CTfile " + b" ".join(b"a%d=''" % number for number in range(300_000)) + b">",
        b"(" * 100_000 + b"K" + b")" * 100_000,
    ],
    ids=[
        "latin",
        "mixed",
        "quotes",
        "commas",
        "lines",
        "narrow",
        "blank rows",
        "deep",
        "wide",
        "long name",
        "attributes",
        "brackets",
    ],
)
def test_large_nonsense_is_answered_quickly(data):
    started = time.process_time()
    assert isinstance(outcome(data), ImportRefused)
    assert time.process_time() - started < 20


@pytest.mark.parametrize("field", range(8))
def test_a_long_cell_of_any_kind_is_answered_quickly(field):
    for text in (
        "9" * 30_000,
        "a" * 30_000,
        "(" * 15_000 + ")" * 15_000,
        "SLCN, " * 5_000,
        " " * 30_000 + "x",
        "a@" * 15_000,
        "1/" * 15_000,
    ):
        cells = list(pupil_row())
        cells[field] = f'"{text}"'
        started = time.process_time()
        outcome(report(cells).encode())
        assert time.process_time() - started < 3, text[:10]


MEASURE = """
import resource, sys
from django.conf import settings
settings.configure(USE_I18N=False)
from tests.register.imports.files import pupil_row, read, report
count = int(sys.argv[1])
found = read(report(*(pupil_row(number) for number in range(count))))
assert len(found.records) == count, len(found.records)
if sys.platform == "linux":  # getrusage would count what the process that started this one held
    print(int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 // 1024)
"""


def megabytes_for(count: int) -> int:
    """The peak memory of a fresh process that reads so many pupils, the file itself included."""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(count)], cwd=root, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_twenty_thousand_pupils_stay_under_300_megabytes():
    assert 10 < megabytes_for(20_000) < 300
