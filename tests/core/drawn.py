"""A page drawn by our templates, handed to the browser without a server; static files come from the finders."""

import mimetypes
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders

HOST = "http://testserver"


def open_drawn(page, html: str) -> None:
    """Show this HTML as the site's start page."""
    page.route(f"{HOST}/static/**", serve)
    page.route(f"{HOST}/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{HOST}/")


def serve(route):
    path = route.request.url.removeprefix(HOST)
    file = finders.find(path.removeprefix("/static/"))
    if not file:
        return route.fulfill(status=404)
    return route.fulfill(
        body=Path(file).read_bytes(), content_type=mimetypes.guess_type(file)[0] or "font/woff2"
    )


def violations(page) -> list[str]:
    return [
        f"{found['id']}: {found['nodes'][0]['html'][:120]}"
        for found in Axe().run(page).response["violations"]
    ]
