"""The relay: takes waiting messages out of the outbox one by one, and never the same one twice.

A message is marked as claimed, and that is committed, before it is sent. A crash in between leaves it claimed: a person
decides whether it goes out again, the relay does not. Any number of relays may run at once (SKIP LOCKED).
"""

import datetime
import time

from django.utils import timezone

from senco.access.context import acting_as_system
from senco.messages.delivery import InDoubt, NotDelivered, NotNow, Unreachable, hand_over
from senco.messages.models import OutboxMessage

BACK_OFF = (1, 2, 5, 15, 30, 60, 120, 240, 480)  # minutes before each further attempt, about 16 hours in all
RUN_FOR = 60  # seconds one relay works before the next takes over


def relay() -> int:
    """Send what is waiting; returns how many messages a server took. Stops early when no server can be reached."""
    sent, until = 0, time.monotonic() + RUN_FOR
    while time.monotonic() < until and (message := claim()):
        try:
            hand_over(message)
        except NotDelivered as trouble:
            settle(message, trouble)
            if isinstance(trouble, Unreachable):
                break
        else:
            change(message, sent_at=timezone.now(), text="", calendar="", last_error="")
            sent += 1
    return sent


def claim() -> OutboxMessage | None:
    """The oldest message that is due, marked as ours; None when nothing waits."""
    with acting_as_system(purpose="relay_outbox"):
        message = OutboxMessage.objects.waiting().select_for_update(skip_locked=True).first()
        if message is not None:
            message.claimed_at, message.attempts = timezone.now(), message.attempts + 1
            message.save(update_fields=["claimed_at", "attempts"])
    return message


def settle(message: OutboxMessage, trouble: NotDelivered) -> None:
    """What becomes of a message that was not taken: later, never, or a person's decision."""
    error = str(trouble)[:100]
    if isinstance(trouble, InDoubt):
        change(message, last_error=error)
    elif isinstance(trouble, Unreachable | NotNow) and message.attempts <= len(BACK_OFF):
        pause = datetime.timedelta(minutes=BACK_OFF[message.attempts - 1])
        change(message, claimed_at=None, not_before=timezone.now() + pause, last_error=error)
    else:
        change(message, claimed_at=None, given_up_at=timezone.now(), last_error=error)


def change(message: OutboxMessage, **fields) -> None:
    with acting_as_system(purpose="relay_outbox"):
        OutboxMessage.objects.filter(pk=message.pk).update(**fields)
