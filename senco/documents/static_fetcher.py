"""What a PDF may draw from: our static files, and pictures it was handed. Imported only when a PDF is drawn."""

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.utils._os import safe_join
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# A host that cannot exist (RFC 6761) stands for this site: {% static %} addresses are resolved against it.
HOST = "static.invalid"
BASE_URL = f"https://{HOST}/"


class StaticFetcher(URLFetcher):
    """Opens static files, and gives out `pictures`: JPEGs by their address relative to BASE_URL. Nothing else.

    Any other address stops the rendering: it is a fault or an attack.
    `refused` says in words what was turned down, because inside a drawing the renderer swallows the refusal.
    """

    def __init__(self, pictures: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self.refused: list[str] = []
        self.pictures = {BASE_URL + address: content for address, content in (pictures or {}).items()}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The picture or static file at this address; raises FatalURLFetchingError for everything else."""
        if url in self.pictures:
            return URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/jpeg"})
        path = static_path(url)
        if path is None:
            self.refused.append(f"A PDF may use static files only, but the page asks for {url[:200]}")
            raise FatalURLFetchingError(self.refused[-1])
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})


def static_path(url: str) -> Path | None:
    """The file behind a static address, or None if the address is anything else."""
    parts = urlsplit(url)
    prefix = urlsplit(settings.STATIC_URL).path
    if (parts.scheme, parts.netloc) != ("https", HOST) or not parts.path.startswith(prefix):
        return None
    return _collected(name := unquote(parts.path.removeprefix(prefix))) or _in_source(name)


def _collected(name: str) -> Path | None:
    """The file in STATIC_ROOT, where `collectstatic` has put it under its hashed name."""
    return _inside(settings.STATIC_ROOT, name) if settings.STATIC_ROOT else None


def _in_source(name: str) -> Path | None:
    """The file where the developer keeps it."""
    try:
        found = finders.find(name)
    except (SuspiciousOperation, ValueError):
        return None
    return Path(found) if found and Path(found).is_file() else None


def _inside(root: str | Path, name: str) -> Path | None:
    try:
        path = Path(safe_join(root, name)).resolve()
    except (SuspiciousOperation, ValueError):
        return None
    return path if path.is_file() and path.is_relative_to(Path(root).resolve()) else None
