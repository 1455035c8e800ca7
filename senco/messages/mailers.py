"""Where mail goes, read from one address: a real SMTP server, or a folder of .eml files."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECONDS = 20  # to wait for an SMTP server's answer
SCHEMES = {
    "smtp": {},
    "smtps": {"use_ssl": True},  # TLS from the first byte, usually port 465
    "smtp+starttls": {"use_tls": True},  # TLS after STARTTLS, usually port 587
}


def mailers(email_url: str, folder: Path) -> dict:
    """Django's MAILERS. Whatever any part of the system sends becomes an outbox row ("default"); the relay alone uses "delivery".

    `email_url`: smtp://, smtps:// or smtp+starttls://user:password@host:port; empty keeps messages in `folder`.
    """
    return {
        "default": {"BACKEND": "senco.messages.backends.OutboxBackend"},
        "delivery": smtp(email_url) if email_url else kept(folder),
    }


def kept(folder: Path) -> dict:
    return {"BACKEND": "senco.messages.backends.FolderBackend", "OPTIONS": {"folder": str(folder)}}


def smtp(email_url: str) -> dict:
    parts = urlsplit(email_url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+starttls://user:password@mail.example.org:587 "
            f"(or begin with smtp:// or smtps://); it begins with {parts.scheme or 'nothing'}://."
        )
    options = {"host": parts.hostname, "timeout": SECONDS} | SCHEMES[parts.scheme]
    if parts.port:
        options["port"] = parts.port
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
