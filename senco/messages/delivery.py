"""Handing one message to the mail server, and what its answer means for another attempt."""

import contextlib
import smtplib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, mailers


class NotDelivered(Exception):
    """Why, in a few words without personal data: they are shown to the office and kept."""


class Unreachable(NotDelivered):
    """No server to talk to: nothing was sent, other messages would fare no better."""


class NotNow(NotDelivered):
    """The server asks to come back later (SMTP 4xx): nothing was sent."""


class Refused(NotDelivered):
    """The server will never take it (SMTP 5xx), or the address is none."""


class InDoubt(NotDelivered):
    """The connection broke while sending: it may have arrived, so only a person may send it again."""


def hand_over(message) -> None:
    """Send one outbox message through the real mailer; a return means that the server has taken it. Raises NotDelivered."""
    mailer = mailers["delivery"]
    try:
        connect(mailer)
        send(mailer, message)
    finally:
        with contextlib.suppress(OSError):
            mailer.close()  # also a connection that got only half way


def connect(mailer) -> None:
    try:
        mailer.open()
    except OSError as error:  # smtplib's exceptions are OSErrors too
        raise Unreachable(f"mail server not reachable ({type(error).__name__})") from error


def send(mailer, message) -> None:
    try:
        mailer.send_messages([as_email(message)])
    except ValueError as error:
        raise Refused("not an address mail can be sent to") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise answer(max(code for code, _words in error.recipients.values())) from error
    except smtplib.SMTPResponseException as error:
        raise answer(error.smtp_code) from error
    except OSError as error:
        raise InDoubt(f"connection lost while sending ({type(error).__name__})") from error


def answer(code: int) -> NotDelivered:
    """What an SMTP reply code means (RFC 5321, 4.2.1)."""
    if 400 <= code < 500:
        return NotNow(f"mail server asks to wait ({code})")
    return Refused(f"mail server refuses it ({code})")


def as_email(message) -> EmailMessage:
    """The key is the Message-ID, so that a copy sent by a person's decision can be recognised as one."""
    host = urlsplit(settings.SITE_URL).hostname
    headers = {"Message-ID": f"<{message.pk}@{host}>", "Auto-Submitted": "auto-generated"}
    email = EmailMessage(
        message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [message.to], headers=headers
    )
    if message.calendar:
        email.attach("meeting.ics", message.calendar, "text/calendar")
    return email
