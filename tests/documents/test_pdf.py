"""PDFs: conformant to PDF/UA-1, and drawn without opening a socket or a file outside the static folder."""

import logging
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import page as checker
import pydyf
import pytest
import weasyprint
from django.test import override_settings
from pypdf import PdfReader

from senco.documents import pdf
from senco.documents.glyphs import name_every_glyph

CREST = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
LETTER = """<!doctype html><html><head><link rel="stylesheet" href="/static/letter.css"></head><body>
<h1>{{ title }}</h1><p>Dear {{ parent }},</p>
<h2>What was decided</h2><p>See <a href="https://www.gov.uk/">the guide</a>, <a href="#end">the end</a>.</p>
<img src="/static/crest.svg" alt="Crest of the school">
<svg role="img" width="40" height="10"><title>Bar</title><desc>Reading rose.</desc>
<rect width="30" height="9"/></svg>
<table><caption>Targets</caption><thead><tr><th scope="col">Target</th><th scope="col">By</th></tr></thead>
<tbody><tr><td>Reads aloud</td><td>4 May</td></tr></tbody></table><p id="end">Yours</p></body></html>"""


def conformance(document):
    report = checker.validate_pdf_bytes(document, profile=checker.ValidationProfile.PDF_UA_1)
    return [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.fixture
def static_folder(tmp_path):
    """A static folder with a stylesheet and a picture, beside a file that is not static."""
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "letter.css").write_text("h1 { color: rgb(1, 2, 3) }")
    (folder / "crest.svg").write_text(CREST)
    (tmp_path / "secret.txt").write_text("SECRET-CANARY")
    (folder / "way_out.txt").symlink_to(tmp_path / "secret.txt")
    with override_settings(STATIC_ROOT=str(folder), STATIC_URL="/static/"):
        yield folder


@pytest.fixture
def letter(static_folder):
    """The template above, found as letter.html."""
    loader = ("django.template.loaders.locmem.Loader", {"letter.html": LETTER})
    backend = {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [loader]}}
    with override_settings(TEMPLATES=[backend]):
        yield pdf.render("letter.html", {"parent": "<Ms Marlowe>"}, title="Your child’s support")


# The document -----------
def test_a_letter_conforms_to_pdf_ua_1(letter):
    assert conformance(letter) == []


def test_the_checker_notices_a_heading_that_is_skipped(static_folder):
    """Control: the check above can fail."""
    faulty = pdf.draw("<h1>One</h1><h3>Three</h3>", title="Faulty", lang="en-gb")
    assert "PDFUA1-HEADING-NESTING-001" in {rule for rule, _message in conformance(faulty)}


def test_title_language_and_text_are_in_the_document(letter):
    reader = PdfReader(BytesIO(letter))
    assert reader.metadata.title == "Your child’s support"
    assert reader.trailer["/Root"]["/Lang"] == "en-gb"
    assert "Dear <Ms Marlowe>," in reader.pages[0].extract_text()


def test_static_files_are_used(letter, static_folder):
    (static_folder / "letter.css").write_text("h1 { display: none }")
    assert "Your child’s support" in PdfReader(BytesIO(letter)).pages[0].extract_text()
    hidden = pdf.draw(LETTER, title="x", lang="cy")
    assert "{{ title }}" not in PdfReader(BytesIO(hidden)).pages[0].extract_text()


def test_the_title_of_the_call_replaces_that_of_the_page(static_folder):
    made = pdf.draw("<html lang=fr><title>Old</title><p>Text</p>", title="New", lang="cy")
    root = PdfReader(BytesIO(made))
    assert (root.metadata.title, root.trailer["/Root"]["/Lang"]) == ("New", "cy")
    assert conformance(made) == []


# What a page may not reach -----------
@pytest.fixture
def listener():
    """A real server on this machine that remembers what it was asked for."""
    hits = []

    class Remember(BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args):
            """Nothing is printed: the list of hits is the record."""

    server = HTTPServer(("127.0.0.1", 0), Remember)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", hits
    server.shutdown()
    server.server_close()
    thread.join()


FETCHED = {
    "stylesheet": '<link rel="stylesheet" href="URL/a.css">',
    "import": '<style>@import url("URL/a.css");</style>',
    "font": '<style>@font-face { font-family: x; src: url("URL/a.woff2") } p { font-family: x }</style>',
    "background": '<p style="background: url(URL/a.png)">x</p>',
    "content": '<style>p::before { content: url("URL/a.png") }</style>',
    "list": '<ul style="list-style-image: url(URL/a.png)"><li>x</ul>',
    "border": '<p style="border-image-source: url(URL/a.png); border: 9px solid">x</p>',
    "picture": '<img src="URL/a.png" alt="x">',
    "object": '<object data="URL/a.svg"></object>',
    "embed": '<embed src="URL/a.svg">',
    "picture in drawing": '<svg width="9" height="9"><image href="URL/a.png" width="9" height="9"/></svg>',
    "base": '<head><base href="URL/"></head><img src="a.png" alt="x">',
    "attachment link": '<a rel="attachment" href="URL/a.txt">x</a>',
    "attachment of the page": '<link rel="attachment" href="URL/a.txt">',
    "upper case": '<a rel="nofollow ATTACHMENT" href="URL/a.txt">x</a>',
}


@pytest.mark.parametrize("markup", FETCHED.values(), ids=FETCHED)
def test_an_open_renderer_would_have_fetched_it(markup, listener, caplog):
    """Control: each of these makes an unguarded renderer call the listener."""
    caplog.set_level(logging.CRITICAL, "weasyprint")
    address, hits = listener
    weasyprint.HTML(string=f"{markup.replace('URL', address)}<p>x</p>").write_pdf()
    assert hits


@pytest.mark.parametrize("markup", FETCHED.values(), ids=FETCHED)
def test_ours_refuses_and_never_calls(markup, listener, static_folder):
    address, hits = listener
    with pytest.raises(pdf.PdfRefused):
        pdf.draw(f"{markup.replace('URL', address)}<p>x</p>", title="x", lang="en-gb")
    assert hits == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "file://localhost/etc/passwd",
        "/etc/passwd",
        "//127.0.0.1/x.png",
        "http://static.invalid/static/crest.svg",
        "https://static.invalid@127.0.0.1/static/crest.svg",
        "https://static.invalid:8443/static/crest.svg",
        "https://static.invalid/other/crest.svg",
        "https://static.invalid/static/../secret.txt",
        "/static/../secret.txt",
        "/static/%2e%2e/secret.txt",
        "/static/..%2fsecret.txt",
        "/static//etc/passwd",
        "/static/way_out.txt",
        "/static/",
        "/static/missing.png",
        "/static/%00",
        "data:text/css,p{}",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "ftp://127.0.0.1/x",
        "jar:file:///etc/passwd",
        "gopher://127.0.0.1/x",
    ],
)
@pytest.mark.parametrize("markup", ['<img alt="x" src="URL">', '<link rel="stylesheet" href="URL">'])
def test_addresses_outside_the_static_folder_are_refused(address, markup, static_folder):
    with pytest.raises(pdf.PdfRefused, match="static files only"):
        pdf.draw(f"{markup.replace('URL', address)}<p>x</p>", title="x", lang="en-gb")


def test_an_open_renderer_would_have_carried_the_file_away(static_folder):
    """Control: the canary below can be found."""
    secret = (static_folder.parent / "secret.txt").as_uri()
    stolen = weasyprint.HTML(string=f'<a rel="attachment" href="{secret}">x</a>').write_pdf()
    assert carried(stolen) == [b"SECRET-CANARY"]


def carried(document):
    """The contents of every file embedded in a PDF, wherever in the document they hang."""
    reader = PdfReader(BytesIO(document))
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    files = [item for item in objects if isinstance(item, dict) and item.get("/Type") == "/EmbeddedFile"]
    return [item.get_data() for item in files]


@pytest.mark.parametrize("element", ["a", "link"])
def test_even_static_files_cannot_be_attached(element, static_folder):
    with pytest.raises(pdf.PdfRefused, match="may not carry attachments"):
        pdf.draw(f'<{element} rel="attachment" href="/static/letter.css"><p>x</p>', title="x", lang="en-gb")


def test_a_letter_carries_no_file(letter):
    assert carried(letter) == []


# Without Pango -----------
WITHOUT_PANGO = """
import sys
from cffi import FFI
def no_library(self, name, flags=0):
    raise OSError(f"cannot load library '{name}'")
FFI.dlopen = no_library
from senco.documents import pdf
from senco.documents.glyphs import name_every_glyph
assert "weasyprint" not in sys.modules, "imported before it is needed"
try:
    pdf.draw("<p>x</p>", title="x", lang="en-gb")
except pdf.PdfUnavailable as refusal:
    print(refusal)
"""


def test_without_pango_the_module_loads_and_drawing_says_what_to_install():
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", WITHOUT_PANGO]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert "apt install libpango-1.0-0" in run.stdout, run.stderr
    assert "brew install pango" in run.stdout


# Scripts in which a letter is drawn by several glyphs -----------
URDU = '<p dir="rtl" style="font-family: Noto Nastaliq Urdu, Noto Sans Bengali">مجھے پڑھنا پسند ہے আমি পড়তে ভালোবাসি</p>'


def test_every_glyph_says_which_character_it_is(static_folder):
    assert conformance(pdf.draw(URDU, title="x", lang="ur")) == []


def test_a_glyph_without_a_character_gets_one_that_shows_nothing():
    table, other = [b"begincmap", b"<0003> <0020>", b"<020a> <>", b"endcmap"], [b"BT", b"<020a> <>"]
    file = pydyf.PDF()
    for lines in (table, other):
        file.add_object(pydyf.Stream(lines))
    name_every_glyph(None, file)
    streams = [item.stream for item in file.objects if isinstance(item, pydyf.Stream)]
    assert streams == [[b"begincmap", b"<0003> <0020>", b"<020a> <200d>", b"endcmap"], other]
