"""Every message a reader may meet: what our Python hands to gettext and its relatives, what templates translate, and what the
libraries say on our pages, since their own catalogues have gaps."""

import importlib.util
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
LIBRARIES = (
    "django.contrib.auth.password_validation", "django.core.validators", "django.db.models.base", "django.db.models.constraints",
    "django.forms.fields", "django.forms.forms", "django.forms.formsets", "django.forms.models", "django.forms.utils",
    "django.forms.widgets", "django.template.defaultfilters", "django.utils.text", "django.utils.timesince",
    "allauth.account.adapter", "allauth.account.fields", "allauth.account.forms",
    "allauth.mfa.adapter", "allauth.mfa.base.forms", "allauth.mfa.totp.forms",
)  # fmt: skip
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
    for name in LIBRARIES:
        yield from library_messages(name)


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


def library_messages(name: str) -> Iterator[Message]:
    code = Path(importlib.util.find_spec(name).origin).read_bytes()
    yield from messages_in(code, place=name)


def found_in(path: Path, code: bytes) -> Iterator[Message]:
    yield from messages_in(code, place=path.relative_to(settings.BASE_DIR).as_posix())


def messages_in(code: bytes, *, place: str) -> Iterator[Message]:
    for _line, found, _comments, context in extract("python", io.BytesIO(code), keywords=KEYWORDS):
        text, plural = found if isinstance(found, tuple) else (found, "")
        if text:
            yield Message(text, plural or "", context or "", place)
