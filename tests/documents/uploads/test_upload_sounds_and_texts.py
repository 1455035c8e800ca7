"""Sound without film and without what it says about itself; text that is nothing but text."""

import pytest

from senco.documents.uploads.limits import MEGABYTE, Limits
from senco.documents.uploads.reading import read
from senco.documents.uploads.unfit import Unfit
from tests.documents.uploads.samples import EICAR, box, m4a, mp3, ogg, package, pdf, photograph, webm

LIMITS = Limits()


@pytest.mark.parametrize(
    ("sent", "extension"),
    [
        (mp3(), "mp3"),
        (m4a(), "m4a"),
        (ogg(), "ogg"),
        (ogg(b"\x01vorbis"), "ogg"),
        (webm(), "weba"),
        (b"It rained.", "txt"),
    ],
)
def test_sound_and_text_are_taken(sent, extension):
    assert read(sent, LIMITS).format.extension == extension


def test_an_mp3_keeps_its_frames_alone():
    found = read(mp3(tag=b"TIT2 Acacia Avenue", behind=b"TAG" + bytes(125)), LIMITS)
    assert found.content == mp3()


def test_an_m4a_forgets_its_place_and_keeps_its_offsets():
    sent = m4a(place=b"Acacia Avenue")
    found = read(sent, LIMITS)
    assert b"Acacia" in sent and b"Acacia" not in found.content
    assert len(found.content) == len(sent) and found.content.index(b"mdat") == sent.index(b"mdat")


REFUSED = {
    "film in an M4A": ("video", m4a(b"vide")),
    "no sound in an M4A": ("damaged", m4a(b"text")),
    "something behind an M4A": ("damaged", m4a(behind=b"<html>")),
    "an M4A without end": ("damaged", box(b"ftyp", b"M4A ") + b"\0\0\0\1moov"),
    "an M4A cut short": ("damaged", m4a()[:-9]),
    "film in Ogg": ("video", ogg(b"\x80theora")),
    "an unknown stream in Ogg": ("damaged", ogg(b"fishead")),
    "something behind Ogg": ("damaged", ogg(behind=package({"a": "b"}))),
    "an Ogg cut short": ("damaged", ogg()[:-3]),
    "film in WebM": ("video", webm(1)),
    "another Matroska": ("other_sound", webm(doctype=b"matroska")),
    "a file in WebM": ("embedded", webm(more=b"\x19\x41\xa4\x69\x80")),
    "a WebM cut short": ("damaged", webm()[:-3]),
    "an element without a length": ("damaged", webm(more=b"\0")),
    "a tag without a recording": ("damaged", b"ID3\x04\0\0\0\0\0\x09" + bytes(40)),
    "two frames and a program": ("damaged", mp3(2, behind=b"MZ" + bytes(5000))),
    "a page that calls itself a recording": ("two_in_one", mp3().replace(bytes(413), b"<script>x</script>" + bytes(395), 1)),
    "a WAV": ("other_sound", b"RIFF\0\0\0\0WAVE"),
    "a film": ("video", b"RIFF\0\0\0\0AVI "),
    "a HEIC": ("heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
    "a GIF": ("other_picture", b"GIF89a"),
    "a program": ("program", b"MZ\x90\0"),
    "a program of Linux": ("program", b"\x7fELF\x02\x01"),
    "a script": ("program", b"#!/bin/sh\nrm -rf /"),
    "a shortcut": ("program", b"L\0\0\0\x01\x14\x02\0"),
    "an archive": ("archive", package({"a.txt": "x"})),
    "an empty archive": ("archive", package({})),
    "another archive": ("archive", b"7z\xbc\xaf\x27\x1c"),
    "a sheet": ("other_office", package({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})),
    "slides": ("other_office", package({"mimetype": "application/vnd.oasis.opendocument.presentation"})),
    "an old Word file": ("old_office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
    "a locked Word file": ("encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    "RTF": ("rtf", rb"{\rtf1\ansi hello}"),
    "a page": ("web_page", b"<!DOCTYPE html><p>Hello"),
    "a page behind words": ("web_page", b"Hello\n\n<SCRIPT>alert(1)</SCRIPT>"),
    "a page in UTF-16": ("web_page", "<html>".encode("utf-16")),
    "a drawing": ("web_page", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "text with a terminal's codes": ("unknown", b"Hello \x1b[2J"),
    "half a letter of UTF-16": ("unknown", b"\xff\xfeA\0B"),
    "noise": ("unknown", bytes(range(1, 256))),
    "nothing": ("empty", b""),
}  # fmt: skip


@pytest.mark.parametrize(("code", "sent"), REFUSED.values(), ids=REFUSED)
def test_everything_else_is_refused_by_what_it_is(code, sent):
    with pytest.raises(Unfit) as refused:
        read(sent, LIMITS)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Zoë\r\nread".encode(), "Zoë\nread"),
        ("Zoë".encode("cp1252"), "Zoë"),
        ("Zoë".encode("utf-16"), "Zoë"),
        (b"\xef\xbb\xbfZo\xc3\xab", "Zoë"),
        (EICAR, EICAR.decode()),  # text to everybody but a scanner
    ],
)
def test_text_is_kept_in_one_encoding(sent, kept):
    assert read(sent, LIMITS).content.decode() == kept


def test_each_kind_has_its_own_size():
    small = Limits(megabytes=dict.fromkeys(LIMITS.megabytes, 0))
    for sent in (photograph(), pdf(), mp3(), b"Hello"):
        with pytest.raises(Unfit, match="too_large"):
            read(sent, small)
    with pytest.raises(Unfit) as refused:
        read(b"a" * (MEGABYTE + 1), LIMITS)
    assert refused.value.values == {"megabytes": 1}
