"""Asking the SENCO for advice about a pupil or a class, and answering, in a thread."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.mail import mail_to
from register.models import AdviceMessage, AdviceThread


@transaction.atomic
def ask_advice(*, subject: str, text: str, by, pupil=None, group=None) -> AdviceThread:
    """Open a thread about one pupil or one teaching group, with its first message."""
    if bool(pupil) == bool(group):
        raise ValidationError(_("Choose a pupil or a class, one of the two."))
    thread = AdviceThread(school_id=by.school_id, pupil=pupil, group=group, subject=subject, asked_by=by)
    thread.full_clean(exclude=["school", "pupil", "group", "asked_by"])
    thread.save(force_insert=True)
    reply(thread=thread, text=text, by=by)
    return thread


@transaction.atomic
def reply(*, thread: AdviceThread, text: str, by) -> AdviceMessage:
    """Write into a thread. A message after it was closed opens it again (`AdviceThread` says so by its dates)."""
    message = AdviceMessage(
        school_id=thread.school_id, pupil_id=thread.pupil_id, thread=thread, text=text, by=by
    )
    message.full_clean(exclude=["school", "pupil", "thread", "by"])
    message.save(force_insert=True)
    if by.pk != thread.asked_by_id:
        mail_to(
            [thread.asked_by], letters.advice_answered, reverse("register:advice_thread", args=[thread.pk])
        )
    return message


@transaction.atomic
def close(*, thread: AdviceThread, by) -> None:
    """Nothing more to answer. The history keeps who closed it (`by`)."""
    thread.closed_at = timezone.now()
    thread.save(update_fields=["closed_at"])


@transaction.atomic
def reopen(*, thread: AdviceThread, by) -> None:
    """There is more to say after all. The history keeps who reopened it (`by`)."""
    thread.closed_at = None
    thread.save(update_fields=["closed_at"])
