"""Two mail backends of our own: one turns whatever is sent into outbox rows, one keeps delivered messages as files."""

import email.policy
import os
import time
from pathlib import Path

from django.core.mail.backends.base import BaseEmailBackend

from senco.accounts.unknown import NOBODY
from senco.messages.actions import post


class OutboxBackend(BaseEmailBackend):
    """Sign-in mail of allauth and anything else that calls Django's mail functions: rows first, like every message.

    What is for nobody is a row as well, given up from the beginning: whoever asked must not see that it costs less.
    """

    def send_messages(self, email_messages):
        for message in email_messages:
            if message.attachments:
                raise ValueError("Files are never sent by email; put them behind the sign-in.")
            for address in message.recipients():
                post(to=address, subject=str(message.subject), text=message.body, given_up=address == NOBODY)
        return len(email_messages)


class FolderBackend(BaseEmailBackend):
    """One .eml file a message, complete or not there at all. Names sort by time."""

    def __init__(self, *, folder: str, **kwargs):
        super().__init__(**kwargs)
        self.folder = Path(folder)

    def send_messages(self, email_messages):
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            content = message.message(policy=email.policy.SMTP).as_bytes()
            name = f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{time.monotonic_ns()}-{os.getpid()}"
            unfinished = self.folder / f"{name}.tmp"
            unfinished.write_bytes(content)
            unfinished.rename(self.folder / f"{name}.eml")
        return len(email_messages)
