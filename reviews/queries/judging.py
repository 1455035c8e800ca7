"""The outcomes of many reviews at once, with what was said of them so far."""

from collections.abc import Iterable

from provision.models import Outcome
from reviews.models import OutcomeJudged, Review
from reviews.queries.reviews import listed


def to_judge(membership):
    """Reviews to come of plans that this person holds, of pupils on roll; the nearest first, those without a day last."""
    return listed("open", membership).filter(plan__isnull=False, lead_id=membership.pk)


def outcomes_in_all(reviews: Iterable[Review], membership) -> dict[object, list[Outcome]]:
    """Plan → its outcomes, in its order. One query."""
    plans = {review.plan_id for review in reviews} - {None}
    found: dict[object, list[Outcome]] = {}
    rows = Outcome.objects.visible_to(membership).kept().filter(plan__in=plans)
    for outcome in rows.order_by("position", "pk"):
        found.setdefault(outcome.plan_id, []).append(outcome)
    return found


def judged_in(reviews: Iterable[Review]) -> dict[tuple, OutcomeJudged]:
    """(review, outcome) → what was said of it. One query."""
    rows = OutcomeJudged.objects.filter(review__in=[review.pk for review in reviews]).select_related(
        "saved_by"
    )
    return {(row.review_id, row.outcome_id): row for row in rows}
