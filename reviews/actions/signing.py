"""The record of a meeting is signed off: with it the plan is reviewed, its readers have the record, the next cycle begins."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.beginning import begin_next_cycle
from provision.actions.cycles import is_touched
from provision.actions.reviewing import review_plan
from provision.actions.steps import take_back as take_back_plan_step
from provision.actions.steps import take_step as take_plan_step
from provision.choices import Audience, PlanState, Result
from provision.choices import StepKind as PlanStepKind
from provision.deadlines import seen_from
from provision.models import Plan
from register.actions.mail import hold_back_mail, mail_to
from register.queries.families import parents_reached
from reviews.actions.beginning import state_of_plan
from reviews.actions.inviting import ask_again
from reviews.actions.steps import insist_last, take_step, wait_for_turn, withdraw
from reviews.choices import ENDS, Judgement, StepKind
from reviews.letters import mails
from reviews.letters.record import document_of
from reviews.models import OutcomeJudged, Review, ReviewRecord, ReviewStep
from reviews.queries.papers import paper_of
from reviews.queries.unfinished import unfinished
from reviews.workflow import SIGN
from senco.core.workflow import StepNotOpen, StepNotPermitted

UNDOABLE = frozenset(
    {StepKind.LEFT_OUT, StepKind.TAKEN_IN, StepKind.SIGNED}
)  # a day is a fact beside its step


@dataclass(frozen=True)
class NextCycle:
    """From when until when the next cycle of the plan runs."""

    starts: datetime.date
    review_on: datetime.date


@transaction.atomic
def sign_off(
    *, review: Review, by, next_cycle: NextCycle | None = None, for_agency: bool = False
) -> ReviewStep:
    """Sign off the record. What goes out is seen by the family, and announced, once it can no longer be undone.

    Where the review looks at a plan in force, each outcome gets its result and the plan is reviewed; `next_cycle` begins the next one as
    a draft. Raises ValidationError where something is still missing, StepNotOpen and StepNotPermitted; nothing is written then.
    """
    wait_for_turn(review)
    if missing := unfinished(review):
        raise ValidationError(missing, code="unfinished")
    step = take_step(review=review, name="sign off", by=by)
    keep_records(review, step, for_agency=for_agency)
    close_plan(review, next_cycle, by)
    coming = review.invitations.standing().filter(day__gt=review.held_on)
    coming.update(withdrawn_at=step.at)  # held sooner than planned: nobody is reminded of it any more
    announce(step)
    return step


def keep_records(review: Review, step: ReviewStep, *, for_agency: bool) -> None:
    """A record for each audience, as it then is."""
    for audience in Audience:
        document = document_of(paper_of(review, for_family=audience == Audience.FAMILY))
        ReviewRecord.objects.create(
            school_id=review.school_id, pupil_id=review.pupil_id, review=review, step=step, audience=audience, title=document.title,
            for_agency=for_agency and audience == Audience.FAMILY, held_on=review.held_on, content=document.as_json(), by=step.by,
            at=step.at, visible_from=seen_from(step.at) if audience == Audience.FAMILY else step.at,
        )  # fmt: skip


def close_plan(review: Review, next_cycle: NextCycle | None, by) -> None:
    """Review the plan that was looked at; the letter about the record tells of both. A plan not in force is left alone."""
    if review.plan_id is None or state_of_plan(review.plan) != PlanState.IN_FORCE:
        return
    review_plan(
        plan=review.plan, results=results_of(review), by=by, note=review.staff_note[:2000], quietly=True
    )
    if next_cycle is not None:
        plan = Plan.objects.select_related("pupil__school", "lead").get(pk=review.plan_id)
        begin_next_cycle(plan=plan, starts=next_cycle.starts, review_on=next_cycle.review_on, by=by)


def results_of(review: Review) -> dict:
    """Key of each outcome → its result: what was met or stopped is over, all else goes on as partly met or not met yet."""
    return {row.outcome_id: result_of(row) for row in review.judged.looked_at(review)}


def result_of(row: OutcomeJudged) -> str:
    going_on = Result.PARTLY if row.judgement >= Judgement.AS_EXPECTED else Result.NOT_YET
    return ENDS.get(row.next_step, going_on)


def announce(step: ReviewStep) -> None:
    """To every parent who can open it, the moment they can."""
    url = reverse("reviews:family_records", args=[step.pupil_id])
    mail_to(parents_reached(step.pupil_id), mails.record_to_read, url, not_before=seen_from(step.at))


@transaction.atomic
def take_back(*, step: ReviewStep, by) -> None:
    """Undo the last step of a review. A sign-off can be undone until the family sees the record; the plan is in force again then.

    Raises StepNotOpen where that time is over, another step was taken since, or work on the next cycle has begun; StepNotPermitted for
    a role that signs nothing off.
    """
    if not by.may(SIGN):
        raise StepNotPermitted(_("Only the SENCO undoes a step of a review."))
    wait_for_turn(step.review)
    insist_last(step)
    if step.kind not in UNDOABLE:
        raise StepNotOpen(_("Set another day, or call it off: a day is not undone."))
    if step.kind == StepKind.SIGNED:
        if seen_from(step.at) <= timezone.now():
            raise StepNotOpen(_("It has gone out, so it cannot be undone any more."))
        reopen_plan(step, by)
    withdraw(step)
    ReviewRecord.objects.filter(step=step).update(withdrawn_at=step.withdrawn_at)
    if step.kind == StepKind.LEFT_OUT:
        ask_again(review=step.review, since=step.at, by=by)
    if step.kind == StepKind.SIGNED:
        step.review.invitations.filter(withdrawn_at=step.at).update(withdrawn_at=None)
        hold_back_mail(not_before=seen_from(step.at), by=by)


def reopen_plan(step: ReviewStep, by) -> None:
    """What the sign-off did to the plan is undone: the next cycle is archived where nobody has touched it, the review taken back."""
    review = step.review
    if review.plan_id is None:
        return
    reviewed = review.plan.steps.filter(
        kind=PlanStepKind.REVIEWED, withdrawn_at__isnull=True, by=step.by, at__gte=step.at
    ).first()
    if reviewed is None:
        return
    for following in review.plan.following.with_state().exclude(state=PlanState.ARCHIVED):
        if is_touched(following):
            raise StepNotOpen(_("Work on the next cycle has begun, so the sign-off stands."))
        take_plan_step(
            plan=following, name="archive", by=by, note=_("The sign-off of the review was undone.")
        )
    take_back_plan_step(step=reviewed, by=by)
