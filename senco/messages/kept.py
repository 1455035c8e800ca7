"""Messages kept as .eml files, read back for the demo."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9]+-[0-9]+\.eml")
SHOWN = 200  # newest messages


@dataclass(frozen=True)
class KeptMessage:
    name: str
    to: str
    subject: str
    at: datetime
    text: str


def newest(to: str = "") -> list[KeptMessage]:
    """The newest messages first, all or only those whose address contains `to`."""
    files = sorted(folder().glob("*.eml"), reverse=True)[: SHOWN * 5]
    found = (read(path) for path in files if NAME.fullmatch(path.name))
    return [message for message in found if to.lower() in message.to.lower()][:SHOWN]


def one(name: str) -> KeptMessage | None:
    """The message in the file of this name; None for a name that is not one of ours."""
    path = folder() / name
    return read(path) if NAME.fullmatch(name) and path.is_file() else None


def folder() -> Path:
    return Path(settings.MAIL_FOLDER)


def read(path: Path) -> KeptMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = message.get_body(preferencelist=("plain",))
    return KeptMessage(
        name=path.name,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        at=message["Date"].datetime,
        text=body.get_content() if body else "",
    )
