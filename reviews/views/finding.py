"""What most views of reviews begin with."""

from django.shortcuts import get_object_or_404

from provision.choices import PlanState
from provision.models import Plan
from reviews.models import Review
from senco.core.versions import to_edit


def review_or_404(request, pk) -> Review:
    """The review with its state, if this person may open the pupil's record in the role they act in; held while they write it."""
    found = Review.objects.visible_to(request.membership).with_state()
    found = found.select_related("pupil__school", "plan", "lead", "saved_by", "begun_by")
    return get_object_or_404(to_edit(request, found), pk=pk)


def plans_to_review(pupil, membership) -> list[Plan]:
    """The pupil's plans in force, the one that was due first at the front."""
    mine = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE)
    return list(mine.filter(pupil=pupil).order_by("review_on", "pk"))
