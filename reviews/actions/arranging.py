"""A review is given a day, a time and other facts; called off; left out."""

from django.db import transaction
from django.utils.translation import gettext as _

from reviews.actions.beginning import GIVEN, insist_sensible, to_judge
from reviews.actions.inviting import tell_again, withdraw_all
from reviews.actions.steps import state_of, take_step, wait_for_turn
from reviews.models import OutcomeJudged, Review, ReviewStep
from reviews.queries.judging import outcomes_in_all
from reviews.workflow import OPEN
from senco.core.versions import save_newer, stamp
from senco.core.workflow import StepNotOpen

WHEN = ("day", "at", "minutes", "manner", "place", "interpreter", "lead")
FACTS = ("kind", "title", "plan", *WHEN)


@transaction.atomic
def change_review(*, review: Review, by) -> Review:
    """Other facts than before; a day that was set or moved is a step. Raises ValidationError, StepNotOpen and Outdated."""
    wait_for_turn(review)
    insist_open(review)
    before = Review.objects.visible_to(by).get(pk=review.pk)
    insist_sensible(review)
    review.full_clean(exclude=GIVEN, validate_constraints=False)
    stamp(review, by)
    save_newer(review, fields=[*FACTS, "saved_by", "saved_at"])
    put_outcomes(review, by)
    moved = (before.day, before.at) != (review.day, review.at)
    if review.day and moved:
        take_step(review=review, name="arrange", by=by)
    elif before.day and not review.day:
        take_step(review=review, name="call off", by=by, note=_("The day was taken out."))
    tell_again(review=review, by=by)
    return review


def put_outcomes(review: Review, by) -> None:
    """A row for each outcome of the plan that has none yet."""
    there = set(review.judged.values_list("outcome_id", flat=True))
    of_plan = outcomes_in_all([review], by).get(review.plan_id, ())
    outcomes = [each for each in of_plan if each.pk not in there]
    rows = to_judge(review, outcomes)
    for row in rows:
        row.saved_by, row.saved_at = by, review.saved_at
    OutcomeJudged.objects.bulk_create(rows)


def insist_open(review: Review) -> None:
    """Raises StepNotOpen where the record is signed off, or the pupil left out."""
    if state_of(review) not in OPEN:
        raise StepNotOpen(_("This review is closed. Nothing was changed."))


@transaction.atomic
def call_off(*, review: Review, by, note: str) -> None:
    """It does not take place on that day: day and time are taken out, the rest stays. Raises what `take_step` raises."""
    take_step(review=review, name="call off", by=by, note=note)
    review.day = review.at = None
    stamp(review, by)
    save_newer(review, fields=["day", "at", "saved_by", "saved_at"])
    tell_again(review=review, by=by)


@transaction.atomic
def leave_out(*, review: Review, by, note: str) -> ReviewStep:
    """The pupil is not reviewed this time; whoever was asked is told. Raises what `take_step` raises."""
    step = take_step(review=review, name="leave out", by=by, note=note)
    withdraw_all(review=review)
    return step
