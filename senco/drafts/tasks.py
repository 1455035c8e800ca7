"""Background work of the drafts."""

from celery import shared_task

from senco.access.context import acting_as_system
from senco.drafts import actions


@shared_task
def clear_drafts() -> None:
    """Nightly."""
    with acting_as_system(purpose="clear_drafts"):
        actions.clear_old_drafts()
