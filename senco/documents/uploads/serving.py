"""Handing a kept file back: never run, never guessed at, never stored on the way."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .formats import BY_CONTENT_TYPE, JPEG, PICTURE

SANDBOX = "sandbox; default-src 'none'"


def kept_file(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A picture to be shown in a page of ours; everything else as a download."""
    found = BY_CONTENT_TYPE[content_type]
    return answer(content, content_type, content_disposition_header(found.kind != PICTURE, name))


def thumbnail(content: bytes) -> HttpResponse:
    return answer(content, JPEG.content_type, "inline")


def answer(content: bytes, content_type: str, disposition: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = disposition
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
