"""Watching a pupil below SEN Support. Listed for the office and the pupil's teachers; never SEN status."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.concern_steps import record
from register.models import ConcernStep, Monitoring


@transaction.atomic
def watch(*, pupil, review_on: datetime.date, by, label: str = "", concern=None) -> Monitoring:
    """Watch the pupil until `review_on`. A pupil who is being watched already is watched on, to the new date."""
    current = Monitoring.objects.select_for_update().current().filter(pupil=pupil).first()
    if current is not None:
        return watch_on(current, review_on, label or current.label, concern)
    watched = Monitoring(
        school_id=pupil.school_id, pupil=pupil, concern=concern, label=label, starts=timezone.localdate(),
        review_on=review_on, started_by=by,
    )  # fmt: skip
    check(watched)
    watched.save(force_insert=True)
    return watched


def watch_on(current: Monitoring, review_on: datetime.date, label: str, concern) -> Monitoring:
    current.review_on, current.label = review_on, label
    current.concern = concern or current.concern
    check(current)
    current.save(update_fields=["review_on", "label", "concern"])
    return current


def check(watched: Monitoring) -> None:
    if watched.review_on <= timezone.localdate():
        raise ValidationError({"review_on": _("Give a date after today on which to look again.")})
    watched.full_clean(exclude=["school", "pupil", "concern", "started_by"])


@transaction.atomic
def extend(*, monitoring: Monitoring, review_on: datetime.date, by) -> Monitoring:
    """Watch on until a later date. The history keeps the date before; the concern, where it began with one, who did it."""
    watched = watch_on(monitoring, review_on, monitoring.label, None)
    note(watched, ConcernStep.Kind.WATCHED_ON, by, monitor_until=review_on)
    return watched


@transaction.atomic
def end(*, monitoring: Monitoring, by) -> None:
    """Stop watching. The row stays; the concern, where it began with one, says who stopped it."""
    monitoring.ended_at = timezone.now()
    monitoring.save(update_fields=["ended_at"])
    note(monitoring, ConcernStep.Kind.WATCH_ENDED, by)


def note(monitoring: Monitoring, kind: str, by, **facts) -> None:
    """A step on the concern that the watching came of."""
    if monitoring.concern_id:
        record(concern=monitoring.concern, kind=kind, by=by, **facts)
