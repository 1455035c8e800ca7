"""The way in: a process apart, a scanner that may be away, words that name the file, and fields of forms."""

import json
import socket
import struct
import subprocess
import threading

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from senco.documents.uploads import apart, child, formats
from senco.documents.uploads.apart import read_apart
from senco.documents.uploads.fields import MOST_FILES, UploadField, UploadsField
from senco.documents.uploads.limits import Limits
from senco.documents.uploads.reading import read
from senco.documents.uploads.receiving import receive
from senco.documents.uploads.refusals import WORDS, UploadRefused
from senco.documents.uploads.scanning import NotJudged, ScannerAway, scan
from senco.documents.uploads.unfit import Unfit
from tests.documents.uploads.samples import EICAR, docx, pdf, photograph, png_that_claims


def test_the_process_apart_says_what_reading_says():
    for sent in (photograph(), pdf(), docx(), b"Hello"):
        assert read_apart(sent, Limits()) == read(sent, Limits())
    with pytest.raises(Unfit) as refused:
        read_apart(png_that_claims(50_000, 50_000), Limits())
    assert refused.value.values == {"width": 50_000, "height": 50_000, "megapixels": 50}


def test_the_process_apart_knows_nothing_of_the_site(monkeypatch):
    """Neither the environment, with its secrets, nor the settings; and no more memory than it was given."""
    asks = (
        "import json, os, resource, sys; from uploads import child; child.confine();"
        "print(json.dumps([dict(os.environ), 'senco' in sys.modules, resource.getrlimit(resource.RLIMIT_AS)[0],"
        " resource.getrlimit(resource.RLIMIT_CORE)[0]]), flush=True); os._exit(3)"
    )
    monkeypatch.setenv("SECRET_KEY", "not for decoders")
    answers = []
    run = subprocess.run

    def listening(command, **options):
        start = command[-1].partition("from ")[0]
        done = run([*command[:-1], start + asks], **options)
        answers.append(done.stdout)
        return done

    monkeypatch.setattr(subprocess, "run", listening)
    with pytest.raises(Unfit, match="too_complicated"):  # it ended otherwise than by answering
        read_apart(b"Hello", Limits())
    environment, site, memory, dump = json.loads(answers[0])
    assert "SECRET_KEY" not in environment and not site and (memory, dump) == (child.MEMORY, 0)


def test_what_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with pytest.raises(Unfit, match="too_complicated"):
        read_apart(b"Hello", Limits())


def test_what_takes_too_much_memory_is_refused(monkeypatch):
    narrow = "import main; from uploads import child; child.MEMORY = 90 * 1024 * 1024"
    monkeypatch.setattr(apart, "START", apart.START.replace("import main", narrow))
    with pytest.raises(Unfit, match="too_complicated"):
        read_apart(photograph(4000, 3000, form="PNG"), Limits())


@pytest.mark.parametrize("code", WORDS)
def test_every_refusal_names_the_file_what_is_wrong_and_what_to_do(code):
    values = {
        "megabytes": 9,
        "width": 9,
        "height": 9,
        "megapixels": 9,
        "pages": 9,
        "limit": 9,
        "finding": "Eicar",
    }
    words = str(UploadRefused("report.pdf", Unfit(code, **values)))
    assert words.startswith("report.pdf: ") and "{" not in words and words.count(".") >= 3


def test_a_received_file_has_our_name_kind_and_bytes(settings):
    settings.CLAMAV_URL = ""
    found = receive(photograph(), name="..\\IMG 1.exe")
    assert (found.name, found.kind, found.content_type, found.scan) == (
        "IMG 1.jpg",
        "picture",
        "image/jpeg",
        "none",
    )
    assert found.size == len(found.content) and len(found.sha256) == 64 and found.thumbnail


def test_a_refusal_shows_a_name_that_is_safe_to_show():
    with pytest.raises(UploadRefused) as refused:
        receive(b"MZ", name="holiday\u202egpj.exe")
    assert str(refused.value).startswith("holiday gpj.exe: This is a program")


# The scanner -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def clamd(settings):
    """A scanner that speaks clamd's protocol and knows one virus. `said` holds what it was sent."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(5)
    said: list[bytes] = []
    thread = threading.Thread(target=answer_all, args=(listener, said), daemon=True)
    thread.start()
    settings.CLAMAV_URL = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
    yield said
    listener.close()
    thread.join(timeout=5)


def answer_all(listener: socket.socket, said: list[bytes]) -> None:
    while True:
        try:
            connection, _address = listener.accept()
        except OSError:
            return
        with connection, connection.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack(">I", stream.read(4))[0]:
                content += stream.read(size)
            said.append(content)
            if b"too much" in content:
                connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            else:
                connection.sendall(b"stream: Eicar-Test FOUND\0" if b"EICAR" in content else b"stream: OK\0")


def test_the_scanner_sees_the_bytes_as_they_came(clamd):
    sent = photograph(behind=b"x" * 200_000)
    assert receive(sent, name="a.jpg").scan == "clean"
    assert clamd == [sent]


def test_a_virus_is_refused_by_its_name(clamd):
    with pytest.raises(UploadRefused, match="Eicar-Test"):
        receive(EICAR, name="a.txt")


def test_a_scanner_that_cannot_say_lets_the_file_wait(clamd):
    with pytest.raises(NotJudged):
        scan(b"too much")
    assert receive(b"too much", name="a.txt").scan == "waiting"


def test_a_scanner_that_is_away_lets_the_file_wait(settings, tmp_path):
    for address in ("tcp://127.0.0.1:9", f"unix://{tmp_path}/nobody"):
        settings.CLAMAV_URL = address
        assert receive(b"Hello", name="a.txt").scan == "waiting"
        with pytest.raises(ScannerAway) as away:
            scan(b"Hello")
        assert away.type is ScannerAway  # about every file, not about this one


# Fields ------------------------------------------------------------------------------------------------------------------


class Bringing(forms.Form):
    one = UploadField(kinds=[formats.PICTURE], camera=True, required=False)
    many = UploadsField(required=False)


def bring(one=None, many=()):
    files = MultiValueDict({"many": list(many)} | ({"one": [one]} if one else {}))
    form = Bringing({}, files)
    form.is_valid()
    return form


def file(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/x-a-lie")


def test_fields_give_what_was_received():
    form = bring(file(photograph(), "a.jpg"), [file(b"Hello", "b.txt"), file(pdf(), "c.pdf")])
    assert form.cleaned_data["one"].kind == "picture"
    assert [each.name for each in form.cleaned_data["many"]] == ["b.txt", "c.pdf"]
    assert bring().cleaned_data == {"one": None, "many": []}


def test_every_refused_file_is_named():
    form = bring(None, [file(b"MZ", "a.exe"), file(b"Hello", "b.txt"), file(b"", "c.txt")])
    assert [words.split(":")[0] for words in form.errors["many"]] == ["a.exe", "c.txt"]


def test_a_kind_that_does_not_belong_is_refused():
    assert "a.pdf" in bring(file(pdf(), "a.pdf")).errors["one"][0]


def test_too_many_files_are_refused():
    assert bring(None, [file(b"Hello", "b.txt")] * (MOST_FILES + 1)).errors["many"] == [
        "At most 10 files can be added at a time."
    ]


def test_a_file_larger_than_any_is_refused_before_it_is_read(settings, monkeypatch):
    settings.UPLOAD_MEGABYTES = settings.UPLOAD_MEGABYTES | dict.fromkeys(settings.UPLOAD_MEGABYTES, 1)
    large = file(b"a" * (1024 * 1024 + 1), "a.txt")
    monkeypatch.setattr(SimpleUploadedFile, "read", lambda self: pytest.fail("it was read"))
    assert "larger than 1 MB" in bring(None, [large]).errors["many"][0]


def test_a_telephone_is_asked_for_its_camera_and_for_jpeg():
    drawn = str(Bringing()["one"])
    assert 'capture="environment"' in drawn and "image/jpeg" in drawn and "heic" not in drawn
    assert "multiple" in str(Bringing()["many"])
