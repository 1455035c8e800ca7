"""What was agreed is done, or to be done again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from reviews.models import AgreedAction
from reviews.workflow import HOLD
from senco.core.versions import save_newer, stamp

DONE = ("done_at", "done_by", "saved_by", "saved_at")


@transaction.atomic
def action_done(*, action: AgreedAction, by) -> None:
    """Said twice it was done the first time. Raises PermissionDenied for somebody else's, unless one holds reviews oneself."""
    insist_whose(action, by)
    if action.done_at is None:
        action.done_at, action.done_by = timezone.now(), by
        stamp(action, by)
        save_newer(action, fields=DONE)


@transaction.atomic
def action_open(*, action: AgreedAction, by) -> None:
    """Undo of `action_done`."""
    insist_whose(action, by)
    if action.done_at is not None:
        action.done_at = action.done_by = None
        stamp(action, by)
        save_newer(action, fields=DONE)


def insist_whose(action: AgreedAction, by) -> None:
    if action.who_id != by.pk and not by.may(HOLD):
        raise PermissionDenied
