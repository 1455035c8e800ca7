"""Views given before meetings: those of a review, those that wait for somebody, and what was said beside what it is about."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from register.models.base import of_pupils_on_roll
from reviews.choices import Voice
from reviews.models import Contribution, Review
from reviews.questions import Answer

STILL_ASKED = datetime.timedelta(weeks=2)  # after the day by which it was wanted
REMIND_BEFORE = datetime.timedelta(days=2)


@dataclass(frozen=True)
class Said:
    """One answer, and whose it is."""

    contribution: Contribution
    answer: Answer


def key_of(one) -> tuple:
    """Of a Contribution or a Proposal: who is asked as what. A pupil is asked once, whoever sits with them; a parent once, whether on
    paper or, since they have a sign-in, there.
    """
    if one.kind == Voice.PUPIL:
        return (one.kind,)
    if one.kind == Voice.PARENT:
        return one.kind, one.contact_id or one.membership_id or one.name
    return one.kind, one.membership_id, one.contact_id, one.name, one.subject


def contributions_to(review: Review, membership):
    """Everybody who is asked and whose views this person may read, and whether they stand in the record already."""
    taken = review.spoken.kept().filter(contribution=OuterRef("pk"))
    seen = Contribution.objects.visible_to(membership).standing().filter(review=review)
    return seen.annotate(is_taken=Exists(taken)).order_by("kind", "subject", "name", "pk")


def said_about(contributions: list[Contribution]) -> dict[str, list[Said]]:
    """Key of an outcome, strategy or provision as text → what was said about it; under "" what is about nothing in the plan."""
    found: dict[str, list[Said]] = defaultdict(list)
    for each in contributions:
        for answer in each.given_answers:
            found[answer.question.about].append(Said(each, answer))
    return found


def asked_of(membership):
    """What waits for this person, of the pupil's own views where they sit with them. What is long over is left to the review's page."""
    mine = Contribution.objects.visible_to(membership).waiting().filter(membership_id=membership.pk)
    return mine.filter(of_pupils_on_roll(), due_on__gte=timezone.localdate() - STILL_ASKED)


def asked_about(membership, pupil):
    """Of one child, what this person is asked for or has given; the newest first."""
    mine = Contribution.objects.visible_to(membership).standing()
    mine = mine.filter(membership_id=membership.pk, pupil=pupil)
    return mine.filter(Q(closed_at__isnull=True) | Q(answered_at__isnull=False)).order_by("-asked_at", "pk")


def is_asked(membership) -> Exists:
    """For annotating pupils: whether views of this person about them are waited for."""
    return Exists(asked_of(membership).filter(pupil=OuterRef("pk")))


def how_many(reviews, membership) -> dict[str, int]:
    """Of these reviews: how many are `asked`, how many of them have `given`. One query."""
    seen = (
        Contribution.objects.visible_to(membership)
        .standing()
        .filter(review__in=reviews.order_by().values("pk"))
    )
    return seen.order_by().aggregate(
        asked=Count("pk"), given=Count("pk", filter=Q(answered_at__isnull=False))
    )


def to_remind(membership, today: datetime.date):
    """Asked for by the day after tomorrow, not given, and not reminded of."""
    waiting = (
        Contribution.objects.visible_to(membership)
        .waiting()
        .filter(of_pupils_on_roll(), reminded_at__isnull=True)
    )
    return waiting.filter(membership__isnull=False, due_on__gte=today, due_on__lte=today + REMIND_BEFORE)
