"""PDFs: written anew without anything that acts; locked, endless and broken ones refused."""

from io import BytesIO

import pikepdf
import pytest

from senco.documents.uploads.limits import Limits
from senco.documents.uploads.reading import read
from senco.documents.uploads.unfit import Unfit
from tests.documents.uploads.samples import locked_pdf, pdf, with_everything_active

LIMITS = Limits()
ACTIVE = (
    b"JavaScript",
    b"/JS",
    b"Launch",
    b"SubmitForm",
    b"XFA",
    b"EmbeddedFile",
    b"FileAttachment",
    b"evil payload",
    b"javascript:",
)


def plain(content: bytes) -> bytes:
    """Every object of a PDF written out, so that nothing hides in compressed streams."""
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as opened:
        opened.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )
    return target.getvalue()


def test_nothing_that_acts_is_left():
    sent = pdf(2, change=with_everything_active)
    assert [mark for mark in ACTIVE if mark not in plain(sent)] == []  # control: all of it was there
    found = read(sent, LIMITS)
    assert [mark for mark in ACTIVE if mark in plain(found.content)] == []
    assert found.removed > 5
    with pikepdf.open(BytesIO(found.content)) as kept:
        assert len(kept.pages) == 2
        links = [str(note.A.URI) for note in kept.pages[0].Annots if "/URI" in note.get("/A", {})]
        assert links == ["https://example.org/"]


def test_names_spelt_in_code_do_not_hide_a_script():
    sent = pdf(change=with_everything_active, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    hidden = sent.replace(b"/JavaScript", b"/J#61vaScript")
    assert hidden != sent
    assert b"app.alert" not in plain(read(hidden, LIMITS).content)


def test_an_ordinary_pdf_stays_as_it_is_and_is_told_apart():
    def opens_at_its_page(made):
        made.Root.OpenAction = pikepdf.Array([made.pages[0].obj, pikepdf.Name.Fit])

    found = read(pdf(3, change=opens_at_its_page), LIMITS)
    assert found.removed == 0
    with pikepdf.open(BytesIO(found.content)) as kept:
        assert len(kept.pages) == 3 and "/OpenAction" in kept.Root


def test_a_pdf_that_asks_for_a_password_is_refused():
    with pytest.raises(Unfit, match="encrypted"):
        read(locked_pdf(), LIMITS)


def test_a_pdf_that_opens_without_its_password_is_kept_unlocked():
    with pikepdf.open(BytesIO(read(locked_pdf(user=""), LIMITS).content)) as kept:
        assert not kept.is_encrypted


def test_pages_and_objects_have_limits():
    with pytest.raises(Unfit) as refused:
        read(pdf(12), Limits(pages=10))
    assert (refused.value.code, refused.value.values) == ("too_many_pages", {"pages": 12, "limit": 10})
    with pytest.raises(Unfit, match="too_complicated"):
        read(pdf(12), Limits(pdf_objects=5))


def test_things_nested_without_end_are_refused():
    def nested(made):
        inner = pikepdf.Array([])
        for _level in range(100):
            inner = pikepdf.Array([inner])
        made.Root.Odd = inner

    with pytest.raises(Unfit, match="too_complicated"):
        read(pdf(change=nested), LIMITS)


@pytest.mark.parametrize(
    "broken", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n" + b"<script>alert(1)</script>" * 50]
)
def test_what_only_calls_itself_a_pdf_is_refused(broken):
    with pytest.raises(Unfit, match="damaged"):
        read(broken, LIMITS)


def test_what_stands_before_and_behind_is_gone():
    found = read(b"\n\r\n" + pdf() + b"PK\x05\x06 and a page: <html>", LIMITS)
    assert found.content.startswith(b"%PDF-") and b"<html>" not in found.content


def test_the_same_pdf_becomes_the_same_bytes():
    sent = pdf()
    assert read(sent, LIMITS).content == read(sent, LIMITS).content
