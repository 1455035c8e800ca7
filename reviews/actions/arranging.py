"""A review begins, and is given a day, a time and people."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Outcome, Plan
from provision.workflow import OPEN_STATES
from register.models import Contact
from reviews.actions.inviting import tell_again, withdraw_all
from reviews.actions.steps import record, state_of, take_step, wait_for_turn
from reviews.choices import Guest, ReviewKind, StepKind
from reviews.models import OutcomeJudged, Person, Review, ReviewStep
from reviews.workflow import OPEN
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp
from senco.core.workflow import StepNotOpen

WHEN = ("day", "at", "minutes", "manner", "place", "interpreter", "lead")
FACTS = ("kind", "title", "plan", *WHEN)
GIVEN = ["school", "pupil", "begun_by", "saved_by"]


@transaction.atomic
def begin_review(*, review: Review, by) -> Review:
    """A new review of `review.pupil` with the facts that it carries: those at home, the pupil and whoever holds it are asked to it.

    Raises ValidationError (keyed by field) for a plan of another pupil or one that is history, for a plan that is being reviewed
    already, for a pupil who has left, and for a time without a day.
    """
    take_turns(f"reviews of {review.pupil_id}")
    review.school_id, review.begun_by = review.pupil.school_id, by
    stamp(review, by)
    review.begun_at = review.saved_at
    insist_sensible(review)
    if review.plan is not None and Review.objects.open().filter(plan=review.plan).exists():
        raise ValidationError(
            {"plan": _("A review of this plan is on its way already.")}, code="open_already"
        )
    review.full_clean(exclude=GIVEN, validate_constraints=False)
    review.save(force_insert=True)
    record(review=review, kind=StepKind.BEGUN, by=by)
    ask_people(review, by)
    put_outcomes(review, by)
    if review.day:
        take_step(review=review, name="arrange", by=by)
    return review


def insist_sensible(review: Review) -> None:
    """Raises ValidationError for facts that cannot be so."""
    if review.plan is not None and review.plan.pupil_id != review.pupil_id:
        raise ValidationError({"plan": _("This is a plan of another pupil.")})
    if review.plan is not None and state_of_plan(review.plan) not in OPEN_STATES:
        raise ValidationError({"plan": _("This plan is history. Choose the one that is in force.")})
    if review.kind == ReviewKind.OTHER and not review.title.strip():
        raise ValidationError({"title": _("Say what the meeting is about.")})
    if review.at and not review.day:
        raise ValidationError({"day": _("Give the day as well as the time.")})
    if review.pupil.left_on is not None and review.pupil.left_on <= timezone.localdate():
        raise ValidationError(_("The pupil has left the school."), code="left")


def state_of_plan(plan: Plan) -> str:
    return Plan.objects.with_state().values_list("state", flat=True).get(pk=plan.pk)


def ask_people(review: Review, by) -> None:
    """The pupil, those at home who may be told, and whoever holds it. Whom a court order concerns is asked by a person, not by us."""
    at_home = Contact.objects.visible_to(by).filter(
        pupil=review.pupil_id, ended_on__isnull=True, court_order=False, parental_responsibility=True
    )
    at_home = at_home.defer("email", "restriction").order_by(
        "priority", "pk"
    )  # which the classroom may not read
    asked = [Person(kind=Guest.PUPIL, name=review.pupil.name)]
    asked += [Person(kind=Guest.PARENT, name=each.name, contact=each) for each in at_home]
    holds = review.lead or by
    asked.append(Person(kind=Guest.STAFF, name=holds.name, membership=holds))
    add_rows(review, asked, by)


def put_outcomes(review: Review, by) -> None:
    """A row for each outcome of the plan that has none yet."""
    if review.plan_id is None:
        return
    there = set(review.judged.values_list("outcome_id", flat=True))
    rows = Outcome.objects.visible_to(by).kept().filter(plan=review.plan_id).exclude(pk__in=there)
    add_rows(review, [OutcomeJudged(outcome=each) for each in rows], by)


def add_rows(review: Review, rows: list, by) -> None:
    """New rows of the review, in the order in which they are given."""
    for place, row in enumerate(rows):
        row.school_id, row.pupil_id, row.review = review.school_id, review.pupil_id, review
        row.saved_by, row.saved_at = by, review.saved_at
        if hasattr(row, "position"):
            row.position = place
    for kind in {type(row) for row in rows}:
        kind.objects.bulk_create([row for row in rows if type(row) is kind])


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
