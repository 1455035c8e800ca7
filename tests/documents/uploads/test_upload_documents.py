"""Word and OpenDocument: no macros, no programs inside, nothing fetched, nothing that unpacks without end."""

import zipfile
from io import BytesIO

import pytest

from senco.documents.uploads.limits import MEGABYTE, Limits
from senco.documents.uploads.reading import read
from senco.documents.uploads.unfit import Unfit
from tests.documents.uploads.samples import WORD, docx, odt, package, relations, word_members

LIMITS = Limits()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FIELD = "<w:r><w:instrText>{}</w:instrText></w:r>"


def member(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as opened:
        return opened.read(name)


def test_a_word_file_is_packed_anew_with_the_same_parts():
    found = read(docx(), LIMITS)
    assert found.format.extension == "docx" and b"Hello" in member(found.content, "word/document.xml")


def test_an_open_document_is_packed_anew_with_its_type_first():
    found = read(odt(), LIMITS)
    with zipfile.ZipFile(BytesIO(found.content)) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_a_sheet_behind_a_chart_stays():
    assert read(docx(word__embeddings__Sheet1_xlsx=package({"xl/workbook.xml": "<w/>"})), LIMITS)


HOSTILE = {
    "a macro by its part": ("macros", docx(word__vbaProject_bin=b"macro")),
    "a macro by what the package says": ("macros", docx(main="application/vnd.ms-word.document.macroEnabled.main+xml")),
    "a macro in a sheet behind a chart": ("macros", docx(word__embeddings__S_xlsx=package({"xl/vbaProject.bin": b"x"}))),
    "a control": ("macros", docx(word__activeX__activeX1_xml="<x/>")),
    "an embedded object": ("embedded", docx(word__embeddings__oleObject1_bin=b"anything")),
    "an old container under another name": ("embedded", docx(word__media__image1_png=OLE + bytes(90))),
    "a program": ("embedded", docx(word__media__image1_png=b"MZ" + bytes(90))),
    "an archive": ("embedded", docx(word__stuff_zip=package({"a.txt": "x"}))),
    "a package in a package in a package": (
        "embedded", docx(word__embeddings__S_xlsx=package({"xl/embeddings/T.xlsx": package({"a": "b"})})),
    ),
    "a relation to a program": ("embedded", docx(word___rels__document_xml_rels=relations(("oleObject", "http://e.org/x.hta")))),
    "a page taken in": ("embedded", docx(word___rels__document_xml_rels=relations(("aFChunk", "page.html"), external=False))),
    "a picture from elsewhere": ("fetches", docx(word___rels__document_xml_rels=relations(("image", r"\\server\share\x.png")))),
    "a field that starts a program": ("macros", docx(FIELD.format('DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"'))),
    "such a field in pieces": ("macros", docx(FIELD.format("DD") + FIELD.format("EAUTO c:\\cmd"))),
    "such a field in code": ("macros", docx(FIELD.format("&#68;DE cmd"))),
    "such a field in UTF-16 with another prefix": (
        "macros",
        docx(word__header1_xml=f'<q:hdr xmlns:q="{WORD}"><q:instrText>DDE x</q:instrText></q:hdr>'.encode("utf-16")),
    ),
    "a DTD": ("damaged", docx(word__header1_xml='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')),
    "no XML": ("damaged", docx(word__header1_xml="<x>")),
    "a way out": ("damaged", package(word_members("") | {"../../x": "y"})),
    "a folder of Basic": ("macros", odt(Basic__Standard__Module1_xml="<x/>")),
    "a script on an event": ("macros", odt('<script:event-listener xlink:href="vnd.sun.star.script:x"/>')),
    "a plug-in": ("macros", odt("<draw:plugin/>")),
    "a picture of an OpenDocument from elsewhere": ("fetches", odt('<draw:image xlink:href="https://example.org/x.png"/>')),
    "a section from a file": ("fetches", odt('<text:section-source xlink:href="file:///etc/passwd"/>')),
}  # fmt: skip


@pytest.mark.parametrize(("code", "sent"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents_are_refused(code, sent):
    with pytest.raises(Unfit) as refused:
        read(sent, LIMITS)
    assert refused.value.code == code


def test_a_locked_open_document_is_refused():
    sent = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<m><encryption-data/></m>",
        }
    )
    with pytest.raises(Unfit, match="encrypted"):
        read(sent, LIMITS)


def test_a_template_is_not_fetched_and_links_to_files_lead_nowhere():
    to = (
        ("attachedTemplate", "file://server/evil.dotm"),
        ("hyperlink", "file:///c:/cmd.exe"),
        ("hyperlink", "https://example.org"),
    )
    found = read(docx(word___rels__settings_xml_rels=relations(*to)), LIMITS)
    said = member(found.content, "word/_rels/settings.xml.rels").decode()
    assert "server" not in said and "cmd.exe" not in said
    assert "Normal.dotm" in said and "https://example.org" in said


def test_links_of_an_open_document_stay():
    assert read(odt('<text:a xlink:href="https://example.org">x</text:a>'), LIMITS)


def test_a_bomb_is_refused_before_it_is_unpacked():
    sent = docx(word__media__image1_png=bytes(200 * MEGABYTE))
    assert len(sent) < MEGABYTE
    with pytest.raises(Unfit, match="unpacks_too_large"):
        read(sent, LIMITS)


def test_text_without_end_is_refused_before_it_is_read():
    sent = docx("<w:p/>" * 5_000_000)
    assert len(sent) < MEGABYTE
    with pytest.raises(Unfit, match="unpacks_too_large"):
        read(sent, LIMITS)


def test_a_bomb_that_lies_about_its_size_is_refused():
    sent = docx(word__media__image1_png=bytes(30 * MEGABYTE))
    lying = sent.replace((30 * MEGABYTE).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != sent
    with pytest.raises(Unfit, match="damaged"):
        read(lying, LIMITS)


def test_a_package_of_too_many_parts_is_refused():
    with pytest.raises(Unfit, match="unpacks_too_large"):
        read(package(word_members("") | {f"a{n}": "" for n in range(60)}), Limits(members=50))


def test_what_stands_before_and_behind_is_gone():
    plain = word_members("<w:p/>")
    found = read(package(plain, behind=b"<html>evil</html>"), LIMITS)
    assert b"evil" not in found.content
    with pytest.raises(Unfit, match="program"):
        read(package(plain, before=b"MZ"), LIMITS)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.95])
def test_a_document_cut_short_is_refused(cut):
    sent = docx()
    with pytest.raises(Unfit, match="damaged"):
        read(sent[: int(len(sent) * cut)], LIMITS)


def test_the_same_document_becomes_the_same_bytes():
    sent = docx()
    assert read(sent, LIMITS).content == read(sent, LIMITS).content
