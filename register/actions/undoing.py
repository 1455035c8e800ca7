"""Undoing a decision within the minute in which its messages have not left: everything it changed is as it was.

What was undone stays readable: the steps remain, and the history keeps each row as it stood in between.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions import monitoring
from register.actions.asked_views import unsettle_as_before
from register.actions.concern_steps import claim, record, wait_for_turn
from register.actions.mail import UNDO_TIME
from register.actions.needs import restore_needs
from register.actions.notices import TOLD, stop
from register.actions.status import correct_status, locked
from register.actions.taking_back import restore
from register.choices import ConcernState, Decision
from register.models import Concern, ConcernStep, Monitoring, SenNeed, SenStatus
from register.models.concern import STATE_AFTER
from register.queries.history import mark_of, rows_at

Marks = dict[str, int]  # model's name → number of the last change to the pupil's rows


def marks_of(pupil) -> Marks:
    """Where the pupil's status, needs and monitoring stand, to come back to."""
    return {model.__name__: mark_of(model, pupil) for model in (SenStatus, SenNeed, Monitoring)}


def marks_before(concern: Concern) -> Marks:
    """The marks to come back to from a decision that follows in this transaction: nobody else changes anything in between."""
    wait_for_turn(concern.pk)
    return marks_of(locked(concern.pupil))


@transaction.atomic
def undo_status(*, pupil, status: tuple[int, int], needs: tuple[int, int], by) -> None:
    """Take back a change of status and the needs that were recorded with it: each from its mark before to the one after."""
    correct_status(pupil=pupil, before=status[0], after=status[1], by=by)
    if needs[0] != needs[1]:
        restore_needs(pupil=pupil, before=needs[0], after=needs[1], by=by)


@transaction.atomic
def undo_decision(*, concern: Concern, step: ConcernStep, before: Marks, after: Marks, by) -> None:
    """Take back the decision of `step` and its messages. `before` and `after` are the marks around it.

    Raises ValidationError where the time is over or something was changed since; nothing is undone then.
    """
    wait_for_turn(concern.pk)
    if step.at + UNDO_TIME < timezone.now():
        raise ValidationError(
            _("It is too late to undo this. Reopen the concern to decide again."), code="too_late"
        )
    standing = concern.steps.filter(kind__in=TOLD, at__gte=step.at, notices__withdrawn_at__isnull=True)
    for told in standing.exclude(notices=None).distinct().order_by("at", "pk"):
        stop(concern=concern, step=told, by=by)  # the status goes back as a whole, the telling with it
    if step.decision == Decision.START_SUPPORT:
        status, needs = ((before[name], after[name]) for name in ("SenStatus", "SenNeed"))
        undo_status(pupil=concern.pupil, status=status, needs=needs, by=by)
    if after["Monitoring"] != before["Monitoring"]:
        undo_watching(concern.pupil, before, by)
    claim(concern, concern.version)
    unsettle_as_before(concern, step.at)
    gathering = state_before(concern, step) == ConcernState.GATHERING
    record(concern=concern, kind=ConcernStep.Kind.RESUMED if gathering else ConcernStep.Kind.UNDONE, by=by)


def state_before(concern: Concern, step: ConcernStep) -> str:
    """The state that `step` led out of."""
    earlier = concern.steps.filter(kind__in=STATE_AFTER, at__lte=step.at).exclude(pk=step.pk)
    kind = earlier.order_by("-at", "-id").values_list("kind", flat=True).first()
    return STATE_AFTER.get(kind, ConcernState.NEW)


def undo_watching(pupil, before: Marks, by) -> None:
    """Rows that were there are as they were; a row made since ends, for none is ever deleted."""
    then = rows_at(Monitoring, pupil, before["Monitoring"])
    for watched in Monitoring.objects.filter(pupil=pupil):
        if watched.pk in then:
            restore(watched, then[watched.pk])
        elif watched.ended_at is None:
            monitoring.end(monitoring=watched, by=by)
