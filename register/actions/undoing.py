"""Undoing a decision within the minute in which its messages have not left: everything it changed is as it was.

What was undone stays readable: the steps remain, and the history keeps each row as it stood in between.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions import monitoring
from register.actions.concern_steps import claim, record, wait_for_turn
from register.actions.mail import UNDO_TIME
from register.actions.needs import facts_of, restore_needs, set_needs
from register.actions.notices import keep_back
from register.actions.status import correct_status
from register.actions.taking_back import restore
from register.choices import Decision
from register.models import Concern, ConcernStep, Monitoring, SenNeed, SenStatus
from register.queries.history import mark_of, rows_at

Marks = dict[str, int]  # model's name → number of the last change to the pupil's rows


def marks_of(pupil) -> Marks:
    """Where the pupil's status, needs and monitoring stand, to come back to."""
    return {model.__name__: mark_of(model, pupil) for model in (SenStatus, SenNeed, Monitoring)}


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
    for told in concern.steps.filter(kind=ConcernStep.Kind.TOLD, at__gte=step.at):
        keep_back(concern=concern, step=told, by=by)
    if step.decision == Decision.START_SUPPORT:
        undo_support(concern.pupil, before, after, by)
    if after["Monitoring"] != before["Monitoring"]:
        undo_watching(concern.pupil, before, by)
    claim(concern, concern.version)
    record(concern=concern, kind=ConcernStep.Kind.REOPENED, by=by)


def undo_support(pupil, before: Marks, after: Marks, by) -> None:
    correct_status(pupil=pupil, before=before["SenStatus"], after=after["SenStatus"], by=by)
    held = [event for event in rows_at(SenNeed, pupil, before["SenNeed"]).values() if event.ends is None]
    needs = [facts_of(event) for event in sorted(held, key=lambda event: event.rank)]
    set_needs(pupil=pupil, needs=needs, on=timezone.localdate(), by=by)


def undo_watching(pupil, before: Marks, by) -> None:
    """Rows that were there are as they were; a row made since ends, for none is ever deleted."""
    then = rows_at(Monitoring, pupil, before["Monitoring"])
    for watched in Monitoring.objects.filter(pupil=pupil):
        if watched.pk in then:
            restore(watched, then[watched.pk])
        elif watched.ended_at is None:
            monitoring.end(monitoring=watched, by=by)
