"""Reviews as lists show them: of one pupil, of everybody one works with, and what is due."""

import datetime

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from provision.choices import Audience, PlanState
from provision.models import Plan
from register.choices import ON_REGISTER
from register.models import Pupil
from register.models.base import of_pupils_on_roll
from reviews.choices import ReviewState
from reviews.models import ActionReminder, AgreedAction, Review, ReviewRecord
from reviews.workflow import OPEN

PREPARE = datetime.timedelta(weeks=2)  # a review this near is a thing to do
ACTION_SOON = datetime.timedelta(days=7)
REMIND_BEFORE = datetime.timedelta(days=2)
ESCALATED_AFTER = datetime.timedelta(days=7)  # late by this much, an action is the SENCO's to know of


def reviews_for(membership):
    """Every review that this person may read, with its state and those whom a line names."""
    return Review.objects.visible_to(membership).with_state().select_related("pupil", "lead", "plan")


def reviews_about(pupil, membership):
    """Of one pupil, the newest first."""
    found = reviews_for(membership).filter(pupil=pupil)
    return found.order_by(F("day").desc(nulls_first=True), "-begun_at", "-pk")


def listed(show: str, membership):
    """open: those to come, the nearest first, without a day last; signed: the newest first; left_out."""
    found = reviews_for(membership)
    if show == "signed":
        return found.filter(state=ReviewState.SIGNED).order_by("-held_on", "-pk")
    if show == "left_out":
        return found.filter(state=ReviewState.LEFT_OUT).order_by("-state_since", "-pk")
    found = found.of_pupils_here().filter(state__in=OPEN)
    return found.order_by(F("day").asc(nulls_last=True), "at", "begun_at", "pk")


def numbers(membership) -> dict[str, int]:
    """How many stand under each heading. One query."""
    open_now = of_pupils_on_roll() & Q(state__in=OPEN)
    return (
        Review.objects.visible_to(membership)
        .with_state()
        .order_by()
        .aggregate(
            open=Count("pk", filter=open_now),
            signed=Count("pk", filter=Q(state=ReviewState.SIGNED)),
            left_out=Count("pk", filter=Q(state=ReviewState.LEFT_OUT)),
        )
    )


def plans_without_review(membership):
    """Plans in force whose review is near or late and not begun: nobody falls through. The most urgent first."""
    today = timezone.localdate()
    begun = Review.objects.open().filter(plan__isnull=False).values("plan")
    plans = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE).exclude(pk__in=begun)
    near = plans.filter(of_pupils_on_roll(), review_on__lte=today + PREPARE)
    return near.select_related("pupil", "lead").order_by("review_on", "pk")


def never_reviewed(membership):
    """Pupils on the register whose support was never looked at, in a plan or in a meeting. By name."""
    today = timezone.localdate()
    pupils = Pupil.objects.visible_to(membership).registered(today).with_status(today).with_shown_name()
    reviewed = Plan.objects.in_state(PlanState.REVIEWED).values("pupil")
    met = Review.objects.with_state().filter(state=ReviewState.SIGNED).values("pupil")
    none = pupils.filter(provision__in=ON_REGISTER).exclude(pk__in=reviewed).exclude(pk__in=met)
    return none.order_by("shown_surname", "shown_forename", "pk")


def people_of(review: Review):
    return review.people.kept().select_related("membership", "saved_by").order_by("position", "pk")


def records_for(membership, pupil):
    """Records that a family or a professional may read, without their words; the newest first."""
    seen = ReviewRecord.objects.visible_to(membership).filter(pupil=pupil, audience=Audience.FAMILY)
    return seen.defer("content").order_by("-held_on", "-at", "pk")


def has_records(membership) -> Exists:
    """For annotating pupils: whether there is a record that this person may read."""
    seen = ReviewRecord.objects.visible_to(membership).filter(audience=Audience.FAMILY, pupil=OuterRef("pk"))
    return Exists(seen)


def actions_for(membership):
    """Everything agreed that this person may read, the most urgent first."""
    return AgreedAction.objects.visible_to(membership).kept().for_list()


def actions_soon(membership):
    """Of this person, due within a week or whenever: what the number in the menu counts."""
    soon = Q(by_when__isnull=True) | Q(by_when__lte=timezone.localdate() + ACTION_SOON)
    return AgreedAction.objects.visible_to(membership).to_do().of(membership).filter(soon)


def actions_to_remind(membership, today: datetime.date):
    """Due by the day after tomorrow or lately late, of somebody who can sign in and was not reminded of that day; of pupils who are here."""
    near = Q(by_when__gte=today - ESCALATED_AFTER, by_when__lte=today + REMIND_BEFORE)
    found = AgreedAction.objects.visible_to(membership).to_do()
    found = found.filter(near, of_pupils_on_roll(), who__isnull=False)
    reminded = ActionReminder.objects.filter(action=OuterRef("pk"), day=OuterRef("by_when"))
    return found.filter(~Exists(reminded))


def actions_escalated(membership):
    """Of others, late by more than a week."""
    late = Q(by_when__lt=timezone.localdate() - ESCALATED_AFTER)
    return AgreedAction.objects.visible_to(membership).to_do().filter(late).exclude(who_id=membership.pk)
