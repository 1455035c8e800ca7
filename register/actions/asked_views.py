"""Asking the teachers of a pupil for a short view on a concern, and answering."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.concern_steps import record, take, wait_for_turn
from register.actions.mail import UNDO_TIME, hold_back_mail, mail_to
from register.models import Concern, ConcernStep, ViewRequest

OTHERS = ["school", "pupil", "concern", "asked", "asked_by"]


@transaction.atomic
def ask_views(*, concern: Concern, teachers, due_on: datetime.date, by) -> list[ViewRequest]:
    """Ask each of these colleagues by `due_on`. Whoever was asked and then not needed any more is asked again."""
    wait_for_turn(concern.pk)
    take("ask for views", concern, by)
    if due_on < timezone.localdate():
        raise ValidationError({"due_on": _("Give today's date or a later one.")})
    step = record(concern=concern, kind=ConcernStep.Kind.VIEWS_ASKED, by=by)
    held = {earlier.asked_id: earlier for earlier in concern.view_requests.all()}
    return [ask(concern, teacher, held.get(teacher.pk), due_on, step) for teacher in teachers]


def ask(
    concern: Concern, teacher, earlier: ViewRequest | None, due_on: datetime.date, step: ConcernStep
) -> ViewRequest:
    """One colleague. An answer that was given already stays as it is."""
    if earlier is not None and earlier.answered_at:
        return earlier
    wanted = earlier or ViewRequest(
        school_id=concern.school_id, pupil_id=concern.pupil_id, concern=concern, asked=teacher
    )
    wanted.asked_by, wanted.asked_at, wanted.due_on, wanted.cancelled_at = step.by, step.at, due_on, None
    wanted.full_clean(exclude=OTHERS)
    wanted.save()
    mail_to([teacher], letters.view_asked, page_of(wanted), not_before=step.at + UNDO_TIME)
    return wanted


def page_of(view_request: ViewRequest) -> str:
    return reverse("register:give_view", args=[view_request.pk])


@transaction.atomic
def remind(*, concern: Concern, by) -> list[ViewRequest]:
    """Remind everybody who has not answered yet; returns whom. Raises ValidationError where nobody is left."""
    waiting = list(concern.view_requests.open().select_related("asked__school"))
    if not waiting:
        raise ValidationError(_("Everybody who was asked has answered."))
    record(concern=concern, kind=ConcernStep.Kind.REMINDED, by=by)
    for view_request in waiting:
        mail_to([view_request.asked], letters.view_reminder, page_of(view_request))
    return waiting


@transaction.atomic
def cancel(*, view_request: ViewRequest, by) -> None:
    """Not needed any more. An answer that came meanwhile is kept: then nothing is cancelled."""
    open_now = ViewRequest.objects.open().filter(pk=view_request.pk)
    open_now.update(cancelled_at=timezone.now())


@transaction.atomic
def cancel_asked_at(*, concern: Concern, moment: datetime.datetime, by) -> int:
    """Undo one asking: what was asked at that moment and not answered yet. Returns how many were taken back."""
    just_asked = concern.view_requests.open().filter(asked_at=moment)
    hold_back_mail(not_before=moment + UNDO_TIME, by=by)
    return just_asked.update(cancelled_at=timezone.now())


@transaction.atomic
def give_view(*, view_request: ViewRequest, same_concern: str, answer: str, by) -> ViewRequest:
    """Answer, or change one's answer while the SENCO has not decided."""
    if view_request.cancelled_at:
        raise ValidationError(_("The SENCO does not need this view any more."))
    view_request.same_concern, view_request.answer = same_concern, answer
    view_request.answered_at = timezone.now()
    view_request.full_clean(exclude=OTHERS)
    view_request.save(update_fields=["same_concern", "answer", "answered_at"])
    return view_request
