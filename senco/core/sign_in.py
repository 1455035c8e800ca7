"""The way to sign-in and back. A page that is loaded returns to itself; a submission returns to the page it was sent from."""

from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.urls import Resolver404, is_valid_path, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from senco.core.htmx import redirect_after


def to_sign_in(request, *, back: str = ""):
    """An answer that brings the browser to sign-in, also from within a fragment; after it to `back`, or to this page."""
    return redirect_after(request, redirect_to_login(back or page_to_return_to(request)).url)


def page_to_return_to(request) -> str:
    """The path, with its query, of the page that the person is looking at; "/" where that is not known."""
    if request.method in ("GET", "HEAD") and not request.htmx:
        return request.get_full_path()
    if request.method == "POST" and not request.htmx and answers_get(request):
        return request.path
    return path_of_page(request)


def answers_get(request) -> bool:
    """Whether the view that takes this submission also shows a page."""
    match = request.resolver_match
    return match is not None and "GET" in getattr(match.func, "methods", ())


def path_of_page(request) -> str:
    """The page a submission or a fragment's request came from, as the browser says; "/" if it is not one of ours."""
    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return "/"
    parts = urlsplit(address)
    page = f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None)  # "//elsewhere" is not
    if not ours:
        return "/"
    return page if shows_a_page(parts.path) else page_above(parts.path)


def shows_a_page(path: str) -> bool:
    """Whether an address can be opened. One that only takes submissions may have drawn the page all the same (a form's "Find")."""
    try:
        view = resolve(path or "/").func
    except Resolver404:
        return True  # answered in words of its own
    return "GET" in getattr(view, "methods", ("GET",))


def page_above(path: str) -> str:
    """The nearest address above that can be opened: "/concerns/new/" for "/concerns/new/pupil/"."""
    while path.strip("/"):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if is_valid_path(path) and shows_a_page(path):
            return path
    return "/"
