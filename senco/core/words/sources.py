"""Every message of our own sources: what Python hands to gettext and its relatives, and what templates translate."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGES = ("senco", "register", "provision", "reviews")
TEMPLATES = (".html", ".txt")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None, "lazy": None, "_now": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2),
}  # fmt: skip


@dataclass(frozen=True)
class Message:
    """`plural` and `context` are empty where there is none; `place` is the file, from the project's folder."""

    text: str
    plural: str = ""
    context: str = ""
    place: str = ""


def messages() -> Iterator[Message]:
    """Each place where a message stands; one that stands in several files comes several times."""
    for path in sorted(python_files()):
        yield from found_in(path, path.read_bytes())
    for path in sorted(template_files()):
        yield from found_in(path, code_of(path).encode())


def python_files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (
            path for path in (settings.BASE_DIR / package).rglob("*.py") if "migrations" not in path.parts
        )


def template_files() -> Iterator[Path]:
    for folder in ("templates", *PACKAGES):
        yield from (
            path for path in (settings.BASE_DIR / folder).rglob("templates/**/*" if folder in PACKAGES else "**/*")
            if path.suffix in TEMPLATES
        )  # fmt: skip


def code_of(path: Path) -> str:
    """A template as Python in which all but its messages is blanked out. Its lines begin at the margin, as Python wants it."""
    return re.sub(r"\n[ \t]+", "\n", templatize(path.read_text(), origin=str(path)))


def found_in(path: Path, code: bytes) -> Iterator[Message]:
    place = path.relative_to(settings.BASE_DIR).as_posix()
    for _line, found, _comments, context in extract("python", io.BytesIO(code), keywords=KEYWORDS):
        text, plural = found if isinstance(found, tuple) else (found, "")
        if text:
            yield Message(text, plural or "", context or "", place)
