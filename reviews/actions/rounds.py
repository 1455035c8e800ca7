"""A round of reviews begins, and its reviews get their days and times in one go."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.choices import PlanState
from provision.models import Plan
from reviews.actions.beginning import begin_reviews
from reviews.actions.inviting import tell_again
from reviews.actions.steps import state_of, take_step, wait_for_turn
from reviews.choices import ReviewKind
from reviews.models import OfferedTime, Review, ReviewRound
from reviews.slots import Span, free_times
from reviews.workflow import OPEN
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp


@transaction.atomic
def begin_round(*, new: ReviewRound, pupils: Iterable, lead, by) -> ReviewRound:
    """A review for each pupil: one that is on its way already is taken into the round, unless another one has it; all others are begun.

    `lead`: who holds those that are begun; without one, whoever leads the plan. Raises ValidationError where nobody is chosen, or all of
    them are in another round.
    """
    pupils = list(pupils)
    if not pupils:
        raise ValidationError(_("Nobody is chosen: no pupil on the register fits."), code="nobody")
    waiting = open_reviews_of(pupils, by)
    pupils = [each for each in pupils if each.pk not in waiting or waiting[each.pk].round_id is None]
    if not pupils:
        raise ValidationError(_("Everybody chosen is in another round that is not over."), code="elsewhere")
    new.school_id, new.by = by.school_id, by
    new.full_clean(exclude=["school", "by"], validate_constraints=False)
    if new.ends < new.starts:
        raise ValidationError({"ends": _("The last day lies before the first. Check both.")})
    new.save(force_insert=True)
    plans = plans_of(pupils, by)
    for review in waiting.values():
        if review.round_id is None:
            take_into(new, review, by)
    fresh = [pupil for pupil in pupils if pupil.pk not in waiting]
    begin_reviews(reviews=[first_review(new, pupil, plans.get(pupil.pk), lead, by) for pupil in fresh], by=by)
    return new


def first_review(new: ReviewRound, pupil, plan: Plan | None, lead, by) -> Review:
    holds = lead or (plan.lead if plan and plan.lead and plan.lead.is_live else by)
    return Review(pupil=pupil, kind=ReviewKind.TERMLY, plan=plan, lead=holds, round=new)


def plans_of(pupils: list, by) -> dict:
    """Pupil → the plan in force whose review comes first."""
    found = Plan.objects.visible_to(by).in_state(PlanState.IN_FORCE).filter(pupil__in=pupils)
    return {plan.pupil_id: plan for plan in found.select_related("lead").order_by("-review_on", "pk")}


def open_reviews_of(pupils: list, by) -> dict:
    """Pupil → their review that is on its way; where there are several, one that is in a round."""
    found = Review.objects.visible_to(by).open().filter(pupil__in=pupils, kind=ReviewKind.TERMLY)
    found = found.order_by(F("round").asc(nulls_first=True), "pk")
    return {review.pupil_id: review for review in found}


def take_into(new: ReviewRound, review: Review, by) -> None:
    review.round = new
    stamp(review, by)
    save_newer(review, fields=["round", "saved_by", "saved_at"])


@transaction.atomic
def undo_round(*, round_: ReviewRound, by) -> int:
    """Take back a round: what nobody has touched since it was begun is left out; what is under way stays. Returns how many were left out."""
    out = 0
    for review in round_.reviews.with_state().filter(state__in=OPEN):
        if review.version == 1 and review.day is None and not review.spoken.exists():
            take_step(review=review, name="leave out", by=by, note=_("The round was taken back."))
            out += 1
    round_.undone_at = timezone.now()
    round_.save(update_fields=["undone_at"])
    return out


@transaction.atomic
def give_times(
    *, reviews: Iterable[Review], day: datetime.date, first: datetime.time, last: datetime.time, minutes: int, pause: int, manner: str,
    place: str, by, lead=None,
) -> tuple[int, int]:  # fmt: skip
    """One after the other, in the order given, each at the next time at which whoever holds it is free on that day.

    Returns how many got a time, and how many did not fit. Raises ValidationError for a day that has passed or is no time at all.
    """
    if day < timezone.localdate():
        raise ValidationError({"day": _("This day has passed. Choose a later one.")})
    take_turns(f"times of {by.school_id}")
    given = missed = 0
    for review in reviews:
        wait_for_turn(review)
        if state_of(review) not in OPEN:
            continue
        review.lead = lead or review.lead
        at = next(free_times(first, last, minutes, pause, busy(review, day, place, by)), None)
        if at is None:
            missed += 1
            continue
        review.day, review.at, review.minutes, review.manner, review.place = day, at, minutes, manner, place
        stamp(review, by)
        save_newer(review, fields=["lead", "day", "at", "minutes", "manner", "place", "saved_by", "saved_at"])
        take_step(review=review, name="arrange", by=by)
        tell_again(review=review, by=by)
        given += 1
    return given, missed


def busy(review: Review, day: datetime.date, place: str, by) -> list[Span]:
    """Meetings of that day, and times offered for some, that whoever holds this one holds too, or that are in the same room."""
    others = Review.objects.visible_to(by).open().filter(day=day, at__isnull=False).exclude(pk=review.pk)
    offered = OfferedTime.objects.visible_to(by).standing().filter(day=day)
    return [
        Span(each.at, each.minutes)
        for each in (*others.only("at", "minutes", "lead_id", "place"), *offered)
        if (review.lead_id and each.lead_id == review.lead_id) or (place and each.place == place)
    ]
