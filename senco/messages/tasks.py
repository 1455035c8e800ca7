"""Background work of the outbox."""

from celery import shared_task

from senco.access.context import acting_as_system
from senco.messages import actions
from senco.messages.relay import relay


@shared_task
def relay_outbox() -> None:
    """Every five seconds, and as soon as a transaction that posted a message has committed."""
    relay()


@shared_task
def clear_outbox() -> None:
    """Nightly."""
    with acting_as_system(purpose="clear_outbox"):
        actions.clear_old_messages()
