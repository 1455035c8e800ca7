"""Steps taken with a review: rows that never change, one at a time; the last can be taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reviews.actions.ending import end_choosing
from reviews.choices import STATE_AFTER, StepKind
from reviews.models import Review, ReviewStep
from reviews.workflow import INVITE, KIND_OF, MUST_SAY_WHY, OPEN, review_process
from senco.access.context import take_turns
from senco.accounts.roles import MAY, Role
from senco.core.workflow import StepNotOpen

ENDS_CHOOSING = frozenset({StepKind.ARRANGED, StepKind.SIGNED, StepKind.LEFT_OUT})
CLOSES_OR_OPENS = frozenset({StepKind.SIGNED, StepKind.LEFT_OUT, StepKind.TAKEN_IN})


def wait_for_turn(review: Review) -> None:
    """One review is written by one person at a time."""
    take_turns(f"review {review.pk}")


def state_of(review: Review) -> str:
    """The state as the steps say it now."""
    last = review.steps.filter(withdrawn_at__isnull=True).order_by("-at", "-id")
    return STATE_AFTER[StepKind(last.values_list("kind", flat=True).first() or StepKind.BEGUN)]


@transaction.atomic
def take_step(*, review: Review, name: str, by, note: str = "") -> ReviewStep:
    """Take the step of that name (reviews/workflow.py).

    Raises StepNotOpen where a colleague was quicker, StepNotPermitted for a role that may not, ValidationError where a reason is
    missing; nothing is written then.
    """
    kind = KIND_OF[name]
    if kind in MUST_SAY_WHY and not note.strip():
        raise ValidationError({"note": _("Say why, so that everybody knows what to do next.")})
    wait_for_turn(review)
    review_process.take(name, state_of(review), MAY[Role(by.role)])
    return record(review=review, kind=kind, by=by, note=note)


def record(*, review: Review, kind: str, by, note: str = "") -> ReviewStep:
    """Write that a step was taken."""
    step = ReviewStep(
        school_id=review.school_id,
        pupil_id=review.pupil_id,
        review=review,
        kind=kind,
        by=by,
        note=note.strip(),
    )
    step.full_clean(exclude=["school", "pupil", "review", "by"])
    step.save(force_insert=True)
    follow_step(step)
    if kind in ENDS_CHOOSING and by.may(INVITE):
        end_choosing(review=review)
    return step


def follow_step(step: ReviewStep) -> None:
    """Once a record is signed off, or the pupil left out, nobody gives views any more; once that is taken back, they can."""
    if step.kind not in CLOSES_OR_OPENS:
        return
    is_open = state_of(step.review) in OPEN
    moment = None if is_open else timezone.now()
    step.review.contributions.filter(closed_at__isnull=not is_open).update(closed_at=moment)


def insist_last(step: ReviewStep) -> None:
    """Raises StepNotOpen unless this is the review's last step and not its beginning."""
    standing = step.review.steps.filter(withdrawn_at__isnull=True)
    if standing.order_by("-at", "-id").first() != step or step.kind == StepKind.BEGUN:
        raise StepNotOpen(_("Another step was taken since, so this one was not undone."))


def withdraw(step: ReviewStep) -> None:
    step.withdrawn_at = timezone.now()
    step.save(update_fields=["withdrawn_at"])
    follow_step(step)
