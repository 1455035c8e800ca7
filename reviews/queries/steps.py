"""The steps of a review: those taken, those that can be taken now, and the records that they left."""

from dataclasses import dataclass

from django.urls import reverse

from reviews.models import Review, ReviewRecord, ReviewStep
from reviews.workflow import review_process
from senco.accounts.roles import MAY, Role

PAGES = {  # step → the page on which it is taken
    "arrange": "reviews:change",
    "call off": "reviews:call_off",
    "leave out": "reviews:leave_out",
    "take in": "reviews:take_in",
    "sign off": "reviews:sign",
}


@dataclass(frozen=True)
class Button:
    label: str
    url: str


def steps_of(review: Review, membership):
    """Those that stand, the newest first."""
    taken = ReviewStep.objects.visible_to(membership).filter(review=review, withdrawn_at__isnull=True)
    return taken.select_related("by").order_by("-at", "-pk")


def open_buttons(review: Review, membership) -> list[Button]:
    """What this person may do with the review now."""
    steps = review_process.open_steps(review.state, MAY[Role(membership.role)])
    return [Button(str(step), reverse(PAGES[step.name], args=[review.pk])) for step in steps]


def records_of(review: Review, membership):
    """The records that stand, without their words."""
    found = ReviewRecord.objects.visible_to(membership).standing().filter(review=review)
    return found.defer("content").order_by("audience", "pk")
