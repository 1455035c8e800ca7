"""What was agreed is done, or to be done again."""

import datetime
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from register.actions.mail import mail_to
from reviews.letters import mails
from reviews.models import ActionReminder, AgreedAction
from reviews.queries.invitations import each_reached
from reviews.queries.reviews import actions_to_remind
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


@transaction.atomic
def remind_of_actions(*, today: datetime.date, by) -> int:
    """One letter to whoever agreed to something that is due within two days, once for each day by which it is due. Returns how many.

    Whoever may not open the pupil any more is not written to.
    """
    waiting = actions_to_remind(by, today).select_for_update(of=("self",), no_key=True, skip_locked=True)
    due = list(waiting.order_by("by_when", "pk"))
    ActionReminder.objects.bulk_create(
        ActionReminder(school_id=each.school_id, pupil_id=each.pupil_id, action=each, day=each.by_when, by=by) for each in due
    )  # fmt: skip
    told = 0
    for member, mine in each_reached(due, "who_id"):
        mail_to([member], partial(mails.action_reminder, by_when=mine[0].by_when), reverse("reviews:actions"))
        told += 1
    return told
