"""A review begins, or many at once: the rows that it starts with, and what cannot be."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Outcome, Plan
from provision.workflow import OPEN_STATES
from register.models import Contact
from reviews.actions.steps import take_step
from reviews.choices import Guest, ReviewKind, StepKind
from reviews.models import OutcomeJudged, Person, Review, ReviewStep
from reviews.queries.judging import outcomes_in_all
from senco.access.context import take_turns

GIVEN = ["school", "pupil", "begun_by", "saved_by"]
KNOWN = [
    "plan",
    "lead",
    "round",
]  # rows that were read a moment ago, and that the database holds to the same pupil and school


@transaction.atomic
def begin_review(*, review: Review, by) -> Review:
    """A new review of `review.pupil` with the facts that it carries: those at home, the pupil and whoever holds it are asked to it.

    Raises ValidationError (keyed by field) for a plan of another pupil or one that is history, for a plan that is being reviewed
    already, for a pupil who has left, and for a time without a day.
    """
    take_turns(f"reviews of {review.pupil_id}")
    insist_sensible(review)
    write_reviews([review], by)
    if review.day:
        take_step(review=review, name="arrange", by=by)
    return review


@transaction.atomic
def begin_reviews(*, reviews: Iterable[Review], by) -> list[Review]:
    """Several at once, of pupils on roll and their plans in force, without a day: in as many queries as one."""
    reviews = list(reviews)
    for pupil in sorted({str(review.pupil_id) for review in reviews}):
        take_turns(f"reviews of {pupil}")
    write_reviews(reviews, by)
    return reviews


def insist_sensible(review: Review) -> None:
    """Raises ValidationError for facts that cannot be so."""
    if review.plan is not None:
        insist_reviewable(review)
    if review.kind == ReviewKind.OTHER and not review.title.strip():
        raise ValidationError({"title": _("Say what the meeting is about.")})
    if review.at and not review.day:
        raise ValidationError({"day": _("Give the day as well as the time.")})
    if review.pupil.left_on is not None and review.pupil.left_on <= timezone.localdate():
        raise ValidationError(_("The pupil has left the school."), code="left")


def insist_reviewable(review: Review) -> None:
    """The plan is the pupil's, is not history, and no other review looks at it."""
    if review.plan.pupil_id != review.pupil_id:
        raise ValidationError({"plan": _("This is a plan of another pupil.")})
    if state_of_plan(review.plan) not in OPEN_STATES:
        raise ValidationError({"plan": _("This plan is history. Choose the one that is in force.")})
    if Review.objects.open().filter(plan=review.plan).exclude(pk=review.pk).exists():
        words = _("A review of this plan is on its way already.")
        raise ValidationError({"plan": words}, code="open_already")


def state_of_plan(plan: Plan) -> str:
    return Plan.objects.with_state().values_list("state", flat=True).get(pk=plan.pk)


def write_reviews(reviews: list[Review], by) -> None:
    """The reviews with the people who are asked, the outcomes of their plans, and the step that says when they began."""
    moment = timezone.now()
    for review in reviews:
        review.school_id, review.begun_by, review.saved_by = review.pupil.school_id, by, by
        review.begun_at = review.saved_at = moment
        review.full_clean(exclude=[*GIVEN, *KNOWN], validate_unique=False, validate_constraints=False)
    at_home, outcomes = at_home_of(reviews, by), outcomes_in_all(reviews, by)
    rows = [row for review in reviews for row in asked_to(review, at_home[review.pupil_id], by)]
    rows += [judged for review in reviews for judged in to_judge(review, outcomes.get(review.plan_id, ()))]
    for row in rows:
        row.saved_by, row.saved_at = by, moment
    Review.objects.bulk_create(reviews)
    ReviewStep.objects.bulk_create(
        ReviewStep(**belonging(review), kind=StepKind.BEGUN, by=by, at=moment) for review in reviews
    )
    for kind in (Person, OutcomeJudged):
        kind.objects.bulk_create(row for row in rows if isinstance(row, kind))


def belonging(review: Review) -> dict:
    """What every row of a review names."""
    return {"school_id": review.school_id, "pupil_id": review.pupil_id, "review": review}


def at_home_of(reviews: list[Review], by) -> dict:
    """Pupil → parents and carers who have a say. Whom a court order concerns is asked by a person, not by us."""
    found: dict = defaultdict(list)
    contacts = Contact.objects.visible_to(by).filter(
        pupil__in={review.pupil_id for review in reviews}, ended_on__isnull=True, court_order=False, parental_responsibility=True
    )  # fmt: skip
    for each in contacts.defer("email", "restriction").order_by("priority", "pk"):  # not for the classroom
        found[each.pupil_id].append(each)
    return found


def asked_to(review: Review, at_home: list[Contact], by) -> list[Person]:
    """The pupil, those at home, and whoever holds it."""
    holds = review.lead or by
    asked = [
        {"kind": Guest.PUPIL, "name": review.pupil.name},
        *({"kind": Guest.PARENT, "name": each.name, "contact": each} for each in at_home),
        {"kind": Guest.STAFF, "name": holds.name, "membership": holds},
    ]
    return [Person(**belonging(review), **facts, position=place) for place, facts in enumerate(asked)]


def to_judge(review: Review, outcomes: Iterable[Outcome]) -> list[OutcomeJudged]:
    return [OutcomeJudged(**belonging(review), outcome=each) for each in outcomes]
