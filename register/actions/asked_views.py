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
ASKING = [
    "asked_by",
    "asked_at",
    "due_on",
    "cancelled_at",
]  # what the office may write of a request; the rest is the answer


@transaction.atomic
def ask_views(*, concern: Concern, teachers, due_on: datetime.date, by) -> list[ViewRequest]:
    """Ask each of these colleagues by `due_on`. Whoever was asked and then not needed any more is asked again."""
    wait_for_turn(concern.pk)
    take("ask for views", concern, by)
    if due_on < timezone.localdate():
        raise ValidationError({"due_on": _("Give today's date or a later one.")})
    moment = timezone.now()  # one for all: the asking is undone as a whole
    held = {earlier.asked_id: earlier for earlier in concern.view_requests.all()}
    return [ask(concern, teacher, held.get(teacher.pk), due_on, moment, by) for teacher in teachers]


def ask(
    concern: Concern,
    teacher,
    earlier: ViewRequest | None,
    due_on: datetime.date,
    moment: datetime.datetime,
    by,
) -> ViewRequest:
    """One colleague. An answer that was given already stays as it is."""
    if earlier is not None and earlier.answered_at:
        return earlier
    record(concern=concern, kind=ConcernStep.Kind.VIEWS_ASKED, by=by, to=teacher, at=moment)
    wanted = earlier or new_request(concern, teacher)
    wanted.asked_by, wanted.asked_at, wanted.due_on, wanted.cancelled_at = by, moment, due_on, None
    wanted.full_clean(exclude=OTHERS)
    wanted.save(update_fields=ASKING if earlier else None, force_insert=earlier is None)
    mail_to([teacher], letters.view_asked, page_of(wanted), not_before=moment + UNDO_TIME)
    return wanted


def new_request(concern: Concern, teacher) -> ViewRequest:
    """The chips go with the request: who is asked does not read the concern."""
    return ViewRequest(
        school_id=concern.school_id, pupil_id=concern.pupil_id, concern=concern, asked=teacher, seen=list(concern.seen)
    )  # fmt: skip


def page_of(view_request: ViewRequest) -> str:
    return reverse("register:give_view", args=[view_request.pk])


@transaction.atomic
def remind(*, concern: Concern, by) -> list[ViewRequest]:
    """Remind everybody who has not answered yet; returns whom. Raises ValidationError where nobody is left."""
    wait_for_turn(concern.pk)
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
    wait_for_turn(view_request.concern_id)
    cancel_all(ViewRequest.objects.filter(pk=view_request.pk), by)


@transaction.atomic
def cancel_asked_at(*, concern: Concern, moment: datetime.datetime, by) -> int:
    """Undo one asking: what was asked at that moment and not answered yet. Returns how many were taken back."""
    wait_for_turn(concern.pk)
    hold_back_mail(not_before=moment + UNDO_TIME, by=by)
    return cancel_all(concern.view_requests.filter(asked_at=moment), by)


def cancel_all(requests, by) -> int:
    """Those of the requests that wait for an answer, each with a step that says so."""
    waiting = list(requests.open().select_related("concern", "asked"))
    for each in waiting:
        record(concern=each.concern, kind=ConcernStep.Kind.UNASKED, by=by, to=each.asked)
    return ViewRequest.objects.filter(pk__in=[each.pk for each in waiting]).update(
        cancelled_at=timezone.now()
    )


def settle(concern: Concern, at: datetime.datetime) -> None:
    """It is decided: who has not answered is not asked any more, and what was answered stands."""
    concern.view_requests.open().update(cancelled_at=at)
    concern.view_requests.filter(settled_at__isnull=True).update(settled_at=at)


def unsettle(concern: Concern) -> None:
    """It is open again: answers may be changed again. Who was not asked any more has to be asked anew."""
    concern.view_requests.filter(settled_at__isnull=False).update(settled_at=None)


def unsettle_as_before(concern: Concern, at: datetime.datetime) -> None:
    """As if it had not been decided at that moment: who was being asked then is being asked again."""
    concern.view_requests.filter(cancelled_at=at, settled_at=at).update(cancelled_at=None)
    unsettle(concern)


@transaction.atomic
def give_view(*, view_request: ViewRequest, same_concern: str, answer: str, by) -> ViewRequest:
    """Answer, or change one's answer while the SENCO has not decided. Deciding and answering take turns."""
    wait_for_turn(view_request.concern_id)
    given = {"same_concern": same_concern, "answer": answer, "answered_at": timezone.now()}
    for name, value in given.items():
        setattr(view_request, name, value)
    view_request.full_clean(exclude=OTHERS)
    mine = ViewRequest.objects.visible_to(by).answerable().filter(asked=by)
    if not mine.filter(pk=view_request.pk).update(**given):
        raise ValidationError(_("The SENCO does not need this view any more."), code="settled")
    return view_request
