"""A NUL byte is never part of what a person means, and PostgreSQL refuses it in text: it stops here, for all pages at once.

So does a request that says it is written in anything but UTF-8: in some encodings half a letter, or a NUL byte, hides from
whoever looks at the bytes, and our own pages never send one.
"""

from urllib.parse import unquote

from django.core.exceptions import BadRequest
from django.http import UnreadablePostError

NUL = "\0"
READABLE = ("utf-8", "us-ascii")


class NoNulBytes:
    """Answers 400 where the path, the query, a header, a cookie, a field or the name of a file holds a NUL byte, or may hide one.

    Content of files is not looked at: each reader of files has its own rules.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.content_params.get("charset", "utf-8").lower() not in READABLE:
            raise BadRequest("not in UTF-8")
        if any(NUL in text for text in head_of(request)):
            raise BadRequest("NUL byte in the head of the request")
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """The body: read here, before the first view or check that would look at it. Errors in reading it answer 400 as well."""
        try:
            unclean = any(NUL in text for text in body_of(request))
        except UnreadablePostError as gone:
            raise BadRequest("the body broke off") from gone
        if unclean:
            raise BadRequest("NUL byte in the body of the request")


def head_of(request):
    """Every text outside the body. Cookies are read as Django reads them: quoted ones may spell a NUL byte in octal."""
    yield request.path
    yield unquote(request.META.get("QUERY_STRING", ""))
    yield from request.COOKIES.keys()
    yield from request.COOKIES.values()
    yield request.META.get("CONTENT_TYPE", "")
    yield from (value for name, value in request.META.items() if name.startswith("HTTP_"))


def body_of(request):
    for name, values in request.POST.lists():
        yield name
        yield from values
    for name, files in request.FILES.lists():
        yield name
        for file in files:
            yield from (file.name or "", file.content_type or "", file.charset or "")
