"""A NUL byte in any part of a request is answered with words and 400, before the database or a view sees it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import person

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def refused(response) -> None:
    assert response.status_code == 400
    assert "This request could not be read" in response.content.decode()


@pytest.mark.parametrize(
    "url",
    ["/drafts/unsent/?q=%00ab", "/drafts/unsent/?%00=1", "/accounts/login/?next=/%00", "/pupils/%00/", "/static/%00.css"],
)  # fmt: skip
def test_in_path_and_query(acting, url):
    refused(acting(person("teacher")).get(url))


def test_what_only_looks_like_one_passes(acting):
    assert acting(person("teacher")).get("/drafts/unsent/?q=%2500").status_code == 200


@pytest.mark.parametrize("body", ["draft_key=a&text=x%00y", "draft_key=a&te%00xt=y"])
def test_in_values_and_names_of_fields(acting, body):
    refused(acting(person("teacher")).post("/drafts/", body, content_type=FORM))


def multipart(disposition: str, value: str = "x", kind: str = "") -> dict:
    head = f"Content-Disposition: form-data; {disposition}\r\n" + (
        f"Content-Type: {kind}\r\n" if kind else ""
    )
    return {
        "data": f"--b\r\n{head}\r\n{value}\r\n--b--\r\n".encode(),
        "content_type": "multipart/form-data; boundary=b",
    }


@pytest.mark.parametrize(
    "sent",
    [
        multipart('name="text"', "x\0y"),
        multipart('name="te\0xt"'),
        multipart('name="te\0xt"; filename="a.csv"'),
        multipart('name="file"; filename="a.csv"', kind="text/c\0sv"),
    ],
)
def test_in_multipart_fields(acting, sent):
    refused(acting(person("teacher")).post("/drafts/", **sent))


def test_in_the_name_of_a_file_no_view_sees_one(acting, rf):
    """Django's parser takes unprintable letters out of names; whoever builds a request without it is refused."""
    sent = multipart('name="file"; filename="a\0b.csv"')
    assert acting(person("teacher")).post("/drafts/", **sent).status_code in (400, 422)
    request = rf.post("/drafts/", **sent)
    assert "\0" not in request.FILES["file"].name


def test_content_of_files_is_left_to_its_readers(acting):
    file = SimpleUploadedFile("a.xlsx", b"PK\0\0")
    assert acting(person("teacher")).post("/drafts/", {"draft_key": "a:b", "f": file}).status_code == 200


@pytest.mark.parametrize("name", ["sessionid", "reading", "csrftoken"])
def test_in_a_cookie_also_where_it_is_spelt_in_octal(client, name):
    refused(client.get("/accounts/login/", headers={"Cookie": f'{name}="\\000abcdefghijkl"'}))


def test_in_a_header(client):
    refused(client.get("/accounts/login/", headers={"User-Agent": "x\0y"}))


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "utf-16", "latin-1"])
def test_nothing_hides_in_another_encoding(acting, charset):
    """In UTF-7 "+2AA-" is half a letter, in Python's own escapes "\\u0000" is a NUL byte."""
    browser = acting(person("teacher"))
    hidden = multipart('name="text"', "+2AA- \\u0000")
    refused(
        browser.post("/drafts/", hidden["data"], content_type=f"{hidden['content_type']}; charset={charset}")
    )
    asked = {"CONTENT_TYPE": f"text/plain; charset={charset}"}
    refused(browser.get("/drafts/unsent/?q=%5Cu0000", **asked))


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8"])
def test_our_own_encoding_passes_however_it_is_written(acting, charset):
    sent = {"data": "draft_key=a%3Ab&text=caf%C3%A9", "content_type": f"{FORM}; charset={charset}"}
    assert acting(person("teacher")).post("/drafts/", **sent).status_code == 200


def test_a_broken_body_is_a_bad_request_too(acting):
    broken = {"data": b"x", "content_type": "multipart/form-data; boundary="}
    assert acting(person("teacher")).post("/drafts/", **broken).status_code == 400
