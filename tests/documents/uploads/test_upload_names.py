"""Names: what came is cleaned, and its end says what is in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senco.documents.uploads.names import LONGEST, clean_name, is_odd


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ("Report.pdf", "Report.pdf"),
        ("Report.PDF.exe", "Report.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\x.pdf", "x.pdf"),
        ("C:\\Users\\Ms Gray\\Zoë's report.docx", "Zoë's report.pdf"),
        ("annual\u202efdp.exe", "annual fdp.pdf"),  # turned, it reads "annualexe.pdf"
        ("a\u200bb\u0000c\nd.pdf", "a b c d.pdf"),
        ('say "hello": <now>?.pdf', "say hello now.pdf"),
        ("", "file.pdf"),
        (".pdf", "file.pdf"),
        ("...", "file.pdf"),
        ("con.pdf", "con_.pdf"),
        ("COM1", "COM1_.pdf"),
        ("Plan v1.2", "Plan v1.2.pdf"),
        ("J.Smith.pdf", "J.Smith.pdf"),
        ("تقرير.pdf", "تقرير.pdf"),
        ("Cafe\u0301.pdf", "Café.pdf"),
        ("report.pdf. . .", "report.pdf"),
    ],
)
def test_names(came, kept):
    assert clean_name(came, "pdf") == kept


def test_a_long_name_is_cut_and_keeps_its_end():
    kept = clean_name("x" * 200 + ".pdf", "pdf")
    assert len(kept) == LONGEST and kept.endswith("x.pdf")


@given(st.text(max_size=300))
def test_no_name_surprises(came):
    kept = clean_name(came, "pdf")
    assert kept.endswith(".pdf") and 4 < len(kept) <= LONGEST + 1
    assert "/" not in kept and "\\" not in kept and not kept.startswith(".")
    assert not [character for character in kept if is_odd(character) and character != " "]
