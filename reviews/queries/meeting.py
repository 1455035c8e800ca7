"""What lies beside each outcome while people talk: where it began, what was seen of it, what was delivered for it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from provision.models import Allocation, Outcome, PlanResponse, Seen
from provision.queries.delivery.ledger import LedgerLine, ledger
from provision.queries.outcomes import SeenSoFar, seen_so_far
from reviews.models import Review
from senco.accounts.models import Membership

MOST_NOTES = 3  # of what was seen, the newest; the rest stands with the plan
MOST_DAYS = datetime.timedelta(days=400)  # of delivery, however old the plan is


@dataclass(frozen=True)
class Beside:
    """Of one outcome: how often it was seen, the newest notes, and what was delivered in the groups that serve it."""

    seen: SeenSoFar = SeenSoFar()
    notes: tuple[Seen, ...] = ()
    delivered: tuple[LedgerLine, ...] = ()


def outcomes_in(review: Review, membership) -> list[Outcome]:
    """The outcomes of the plan that is looked at, in its order."""
    if review.plan_id is None:
        return []
    rows = Outcome.objects.visible_to(membership).kept().filter(plan=review.plan_id)
    return list(rows.select_related("adult").order_by("position", "pk"))


def beside(review: Review, outcomes: Iterable[Outcome], membership) -> dict[object, Beside]:
    """Key of each outcome → what lies beside it. As many queries for many outcomes as for one."""
    keys = {each.pk for each in outcomes}
    if not keys:
        return {}
    seen = seen_so_far(review.plan, membership)
    notes = notes_of(review, membership)
    lines = lines_by_outcome(review, membership)
    return {
        key: Beside(
            seen.get((key, None), SeenSoFar()),
            tuple(notes.get(key, ())[:MOST_NOTES]),
            tuple(lines.get(key, ())),
        )
        for key in keys
    }


def notes_of(review: Review, membership) -> dict[object, list[Seen]]:
    """Outcome → notes with words, the newest first."""
    rows = Seen.objects.visible_to(membership).kept().filter(plan=review.plan_id).exclude(text="")
    found: dict[object, list[Seen]] = {}
    for row in rows.select_related("by").order_by("-on", "-at", "pk"):
        found.setdefault(row.outcome_id, []).append(row)
    return found


def lines_by_outcome(review: Review, membership) -> dict[object, list[LedgerLine]]:
    """Outcome → the pupil's ledger lines, since the plan began, of the groups in which they have a place for it."""
    today = timezone.localdate()
    first = max(review.plan.starts, today - MOST_DAYS)
    places = Allocation.objects.visible_to(membership).kept().filter(
        pupil=review.pupil_id, outcome__plan=review.plan_id
    )  # fmt: skip
    serves: dict[object, set] = {}
    for provision, outcome in places.order_by().values_list("provision", "outcome").distinct():
        serves.setdefault(provision, set()).add(outcome)
    found: dict[object, list[LedgerLine]] = {}
    if serves and first <= today:
        for line in ledger(membership, first, today, today, pupil=review.pupil):
            for outcome in serves.get(line.provision.pk, ()):
                found.setdefault(outcome, []).append(line)
    return found


def answers_before(review: Review, membership) -> list[PlanResponse]:
    """What was said to the plan before the meeting, the newest first."""
    if review.plan_id is None:
        return []
    said = PlanResponse.objects.visible_to(membership).filter(plan=review.plan_id)
    return list(said.select_related("by").order_by("-at", "-pk"))


def colleagues(membership):
    """Everybody who works here today: they can hold a review, and something can be agreed with them."""
    return Membership.objects.visible_to(membership).staff().live().order_by("last_name", "first_name", "pk")
