"""Prints of many profiles: asked for, drawn piece by piece, cancelled, kept for a day, deleted.

The row is the note that work is due. Each step of the drawing is a short transaction of its own in the name of whoever asked, so that
the page sees how far it is, a cancel is noticed between two pieces, and rights that ended stop it.
"""

import datetime
from collections.abc import Iterable

from celery import current_app
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import ProfilePrint
from senco.audit.actions import record_exported

DRAW = "provision.tasks.draw_print"
KEPT_FOR = datetime.timedelta(days=1)
STUCK_AFTER = datetime.timedelta(minutes=5)  # without getting any further: its worker died
MOST_ATTEMPTS = 3
MOST_PUPILS = 600  # one file
State = ProfilePrint.State
GOING_ON = (State.WAITING, State.WORKING)


@transaction.atomic
def ask_for_print(*, pupils: Iterable, title: str, size: str, by) -> ProfilePrint:
    """A file of these pupils' profiles is due. Raises ValidationError where nobody has a profile, or too many have."""
    keys = [pupil.pk for pupil in pupils]
    if not keys:
        raise ValidationError({"whom": _("Nobody among them has a published profile yet.")})
    if len(keys) > MOST_PUPILS:
        text = _("These are %(count)d profiles. Print %(most)d at most together: choose a year or a class.")
        raise ValidationError({"whom": text % {"count": len(keys), "most": MOST_PUPILS}})
    job = ProfilePrint(
        school_id=by.school_id, membership=by, title=title[:120], size=size, pupil_ids=keys, expires_at=timezone.now() + KEPT_FOR
    )  # fmt: skip
    job.full_clean(exclude=["school", "membership", "content"], validate_constraints=False)
    job.save(force_insert=True)
    record_exported(by, what="profiles asked for", pupil_ids=keys)
    wake_worker_after_commit(job)
    return job


def wake_worker_after_commit(job: ProfilePrint) -> None:
    """If the broker is away, the regular round finds the row."""
    key = str(job.pk)
    transaction.on_commit(
        lambda: current_app.send_task(DRAW, args=[key], expires=600, retry=False), robust=True
    )


def due_prints() -> list[tuple]:
    """(key, key of whoever asked) of every file that waits or got stuck. For the system, which reads no more of it."""
    stuck = Q(state=State.WORKING, moved_at__lt=timezone.now() - STUCK_AFTER)
    due = ProfilePrint.objects.kept().filter(Q(state=State.WAITING) | stuck)
    return list(due.order_by("created_at", "pk").values_list("pk", "membership_id"))


@transaction.atomic
def claim_print(*, job_id, by) -> ProfilePrint | None:
    """Count one more attempt before it is made; None where there is nothing to do (any more), or it was given up for good here."""
    stuck = Q(state=State.WORKING, moved_at__lt=timezone.now() - STUCK_AFTER)
    mine = ProfilePrint.objects.visible_to(by).filter(Q(state=State.WAITING) | stuck, pk=job_id)
    claimed = mine.update(state=State.WORKING, attempts=F("attempts") + 1, done=0, moved_at=Now())
    job = ProfilePrint.objects.visible_to(by).filter(pk=job_id).first() if claimed else None
    if job is not None and job.attempts > MOST_ATTEMPTS:
        give_up(job=job, by=by)
        return None
    return job


def note_progress(*, job: ProfilePrint, done: int, by) -> bool:
    """How many profiles are laid out; False where it was cancelled meanwhile."""
    return move(job, by, (State.WORKING,), done=done)


def finish_print(*, job: ProfilePrint, content: bytes, by) -> bool:
    """The file is there; False where it was cancelled meanwhile."""
    return move(job, by, (State.WORKING,), state=State.DONE, content=content, done=len(job.pupil_ids))


def give_up(*, job: ProfilePrint, by) -> bool:
    """It cannot be drawn: the page says so."""
    return move(job, by, GOING_ON, state=State.FAILED)


def cancel_print(*, job: ProfilePrint, by) -> bool:
    """Nobody needs it any more; whether it was still going on."""
    return move(job, by, GOING_ON, state=State.CANCELLED)


def move(job: ProfilePrint, by, states, **facts) -> bool:
    waiting = ProfilePrint.objects.visible_to(by).filter(pk=job.pk, state__in=states)
    return bool(waiting.update(moved_at=Now(), **facts))


def clear_prints() -> int:
    """Delete files past their day; returns how many. For the system."""
    return ProfilePrint.objects.filter(expires_at__lte=Now()).delete()[0]
