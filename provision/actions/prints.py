"""Prints of many profiles or plans: asked for, drawn piece by piece, cancelled, kept for a day, deleted.

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

from provision.choices import PaperSize
from provision.models import PrintJob
from senco.audit.actions import record_exported

DRAW = "provision.tasks.draw_print"
KEPT_FOR = datetime.timedelta(days=1)
STUCK_AFTER = datetime.timedelta(minutes=5)  # without getting any further: its worker died
MOST_ATTEMPTS = 3
MOST_PUPILS = 600  # one file
MOST_PLANS = 150  # of several pages each
State = PrintJob.State
GOING_ON = (State.WAITING, State.WORKING)


@transaction.atomic
def ask_for_print(*, pupils: Iterable, title: str, size: str, by) -> PrintJob:
    """A file of these pupils' profiles is due. Raises ValidationError where nobody has a profile, or too many have."""
    keys = [pupil.pk for pupil in pupils]
    if not keys:
        raise ValidationError({"whom": _("Nobody among them has a published profile yet.")})
    if len(keys) > MOST_PUPILS:
        text = _("These are %(count)d profiles. Print %(most)d at most together: choose a year or a class.")
        raise ValidationError({"whom": text % {"count": len(keys), "most": MOST_PUPILS}})
    return ask(PrintJob(title=title, size=size, pupil_ids=keys), by)


@transaction.atomic
def ask_for_plans(*, plans: Iterable, kind: str, large: bool, title: str, by) -> PrintJob:
    """A file of the newest versions of these plans is due, in their order. `kind` says for which reader (PrintKind).

    Raises ValidationError where there is none, or too many.
    """
    plans = list(plans)
    if not plans:
        raise ValidationError(_("None of these plans has gone out to these readers yet."), code="none")
    if len(plans) > MOST_PLANS:
        text = _("These are %(count)d plans. Print %(most)d at most together: choose a year or a form.")
        raise ValidationError(text % {"count": len(plans), "most": MOST_PLANS}, code="too_many")
    pupils = list(dict.fromkeys(plan.pupil_id for plan in plans))
    keys = [plan.pk for plan in plans]
    job = PrintJob(title=title, size=PaperSize.A4, kind=kind, large=large, pupil_ids=pupils, plan_ids=keys)
    return ask(job, by)


def ask(job: PrintJob, by) -> PrintJob:
    """Write down that the file is due, and who asked."""
    job.school_id, job.membership, job.title = by.school_id, by, job.title[:120]
    job.expires_at = timezone.now() + KEPT_FOR
    job.full_clean(exclude=["school", "membership", "content"], validate_constraints=False)
    job.save(force_insert=True)
    what = "plans asked for" if job.is_of_plans else "profiles asked for"
    record_exported(by, what=what, pupil_ids=job.pupil_ids)
    wake_worker_after_commit(job)
    return job


def wake_worker_after_commit(job: PrintJob) -> None:
    """If the broker is away, the regular round finds the row."""
    key = str(job.pk)
    transaction.on_commit(
        lambda: current_app.send_task(DRAW, args=[key], expires=600, retry=False), robust=True
    )


def due_prints() -> list[tuple]:
    """(key, key of whoever asked) of every file that waits or got stuck. For the system, which reads no more of it."""
    stuck = Q(state=State.WORKING, moved_at__lt=timezone.now() - STUCK_AFTER)
    due = PrintJob.objects.kept().filter(Q(state=State.WAITING) | stuck)
    return list(due.order_by("created_at", "pk").values_list("pk", "membership_id"))


@transaction.atomic
def claim_print(*, job_id, by) -> PrintJob | None:
    """Count one more attempt before it is made; None where there is nothing to do (any more), or it was given up for good here."""
    stuck = Q(state=State.WORKING, moved_at__lt=timezone.now() - STUCK_AFTER)
    mine = PrintJob.objects.visible_to(by).filter(Q(state=State.WAITING) | stuck, pk=job_id)
    claimed = mine.update(state=State.WORKING, attempts=F("attempts") + 1, done=0, moved_at=Now())
    job = PrintJob.objects.visible_to(by).filter(pk=job_id).first() if claimed else None
    if job is not None and job.attempts > MOST_ATTEMPTS:
        give_up(job=job, by=by)
        return None
    return job


def note_progress(*, job: PrintJob, done: int, by) -> bool:
    """How many of them are laid out; False where it was cancelled meanwhile."""
    return move(job, by, (State.WORKING,), done=done)


def finish_print(*, job: PrintJob, content: bytes, by) -> bool:
    """The file is there; False where it was cancelled meanwhile."""
    return move(job, by, (State.WORKING,), state=State.DONE, content=content, done=job.total)


def give_up(*, job: PrintJob, by) -> bool:
    """It cannot be drawn: the page says so."""
    return move(job, by, GOING_ON, state=State.FAILED)


def cancel_print(*, job: PrintJob, by) -> bool:
    """Nobody needs it any more; whether it was still going on."""
    return move(job, by, GOING_ON, state=State.CANCELLED)


def move(job: PrintJob, by, states, **facts) -> bool:
    waiting = PrintJob.objects.visible_to(by).filter(pk=job.pk, state__in=states)
    return bool(waiting.update(moved_at=Now(), **facts))


def clear_prints() -> int:
    """Delete files past their day; returns how many. For the system."""
    return PrintJob.objects.filter(expires_at__lte=Now()).delete()[0]
