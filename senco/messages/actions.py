"""The outbox: put a message in, try one again, let one go."""

import datetime

from celery import current_app
from django.db import connection, transaction
from django.utils import timezone

from senco.messages.models import OutboxMessage

RELAY = "senco.messages.tasks.relay_outbox"
KEPT_FOR = datetime.timedelta(
    days=90
)  # who was written to, when and with what subject; the text goes once it is sent


def post(
    *,
    to: str,
    subject: str,
    text: str,
    school=None,
    not_before=None,
    given_up: bool = False,
    calendar: str = "",
) -> OutboxMessage:
    """An email that leaves after this transaction has committed, or at `not_before` at the earliest; one `given_up` never does.

    The text must not name a pupil: it says that something waits behind the sign-in, and so with `calendar`, a calendar file that goes
    with it. `school` is None only for sign-in mail.
    Raises ValidationError for an address that is none.
    """
    message = OutboxMessage(
        school=school,
        to=to,
        subject=" ".join(subject.split())[:200],
        text=text,
        calendar=calendar,
        not_before=not_before or timezone.now(),
        given_up_at=timezone.now() if given_up else None,
    )
    message.clean_fields(exclude=["school"])
    message.save(force_insert=True)
    if not_before is None:
        wake_relay_after_commit()
    return message


def wake_relay_after_commit() -> None:
    """Once a transaction, however many messages it posts. If the broker is away, the relay's own clock comes round."""
    if not any(function is wake_relay for _ids, function, _robust in connection.run_on_commit):
        transaction.on_commit(wake_relay, robust=True)


def wake_relay() -> None:
    current_app.send_task(RELAY, expires=60, retry=False)


def try_again(*, message: OutboxMessage, by) -> None:
    """Somebody who looked decided that it did not arrive: it is sent as if it were new. `by` is kept by the caller's role."""
    message.claimed_at = message.given_up_at = None
    message.attempts, message.last_error, message.not_before = 0, "", timezone.now()
    message.save(update_fields=["claimed_at", "given_up_at", "attempts", "last_error", "not_before"])
    wake_relay_after_commit()


def let_go(*, message: OutboxMessage, by) -> None:
    """It arrived after all, or need not: no longer shown, its text removed."""
    message.given_up_at = message.given_up_at or timezone.now()
    message.text = message.calendar = ""
    message.save(update_fields=["given_up_at", "text", "calendar"])


def hold_back(*, message: OutboxMessage, by) -> bool:
    """Stop a message that has not left yet, for an undo; whether that was in time."""
    waiting = OutboxMessage.objects.filter(pk=message.pk, claimed_at__isnull=True, sent_at__isnull=True)
    return bool(waiting.update(given_up_at=timezone.now(), text="", calendar="", last_error="held back"))


def clear_old_messages() -> int:
    """Delete messages that were sent or given up long ago; returns how many."""
    before = timezone.now() - KEPT_FOR
    sent = OutboxMessage.objects.filter(sent_at__lt=before).delete()[0]
    return sent + OutboxMessage.objects.filter(given_up_at__lt=before).delete()[0]
