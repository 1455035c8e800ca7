"""How a person wants to read: kept on their account, or in a cookie for guests; drawn as data-* on <html>."""

from dataclasses import asdict, dataclass
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.utils.translation import gettext_lazy as _

COOKIE = "reading"
COOKIE_AGE = 365 * 24 * 60 * 60  # seconds

AS_BROWSER = "auto"

CHOICES = {
    "language": [(AS_BROWSER, _("Same as my browser")), *settings.LANGUAGES],
    "text": [
        ("100", "100%"),
        ("112", "112%"),
        ("125", "125%"),
        ("150", "150%"),
        ("175", "175%"),
        ("200", "200%"),
    ],
    "spacing": [("normal", _("Normal")), ("wide", _("Wide"))],
    "tint": [("white", _("White")), ("cream", _("Cream")), ("blue", _("Blue")), ("green", _("Green"))],
    "theme": [("system", _("Same as my device")), ("light", _("Light")), ("dark", _("Dark"))],
    "font": [
        ("atkinson", "Atkinson Hyperlegible"),
        ("opendyslexic", "OpenDyslexic"),
        ("system", _("My device's own")),
    ],
    "rows": [("compact", _("Compact")), ("roomy", _("Roomy"))],
}


@dataclass(frozen=True)
class ReadingSettings:
    """`text` is a percentage as text; every value is one of `CHOICES`."""

    language: str = AS_BROWSER
    text: str = "100"
    spacing: str = "normal"
    tint: str = "white"
    theme: str = "system"
    font: str = "atkinson"
    rows: str = "compact"

    @property
    def chosen_language(self) -> str:
        """The code of the language that somebody chose; empty where their browser says it."""
        return "" if self.language == AS_BROWSER else self.language

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    def as_cookie(self) -> str:
        return urlencode(asdict(self))


def settings_from(kept) -> ReadingSettings:
    """Settings out of a mapping that anybody may have written: unknown names and values fall back to the defaults."""
    if not isinstance(kept, dict):
        return ReadingSettings()
    offered = {name: dict(choices) for name, choices in CHOICES.items()}
    return ReadingSettings(
        **{
            name: value
            for name, value in kept.items()
            if isinstance(value, str) and value in offered.get(name, {})
        }
    )


def reading_of(request) -> ReadingSettings:
    """The settings to draw this request's page with: the account's where there is one, else the cookie's."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated and user.reading:
        return settings_from(user.reading)
    return reading_in_cookie(request)


def reading_in_cookie(request) -> ReadingSettings:
    """The settings this browser keeps; asks neither database nor session, so that error pages can be drawn with it."""
    kept = getattr(request, "COOKIES", {}).get(COOKIE, "")
    return settings_from(dict(parse_qsl(kept[:500])))
