"""Concerns that can be quoted in a plan."""

from django.utils.translation import gettext as _

from provision.models import Plan
from register.choices import ConcernState, Decision
from register.models import Concern
from senco.accounts.roles import STAFF


def quotable(plan: Plan, membership):
    """The pupil's concerns that this person may read and that the plan does not quote yet, the oldest first.

    Those taken back stay out; so does every one that was ever passed to the safeguarding lead: a plan has more readers. Outside
    the office nobody can tell which ones were, and quotes their own words alone.
    """
    found = Concern.objects.visible_to(membership).with_state().filter(pupil=plan.pupil_id)
    found = found.exclude(state=ConcernState.WITHDRAWN)
    if membership.sees_whole_school:
        found = found.exclude(steps__decision=Decision.SAFEGUARDING)
    quoted = plan.concerns.kept().values("concern_id")
    return found.exclude(pk__in=quoted).select_related("raised_by").order_by("raised_at", "pk")


def origin_of(concern: Concern) -> str:
    """Who raised it, as every reader of the plan may know it: families are not named to the classroom."""
    raiser = concern.raised_by
    return raiser.name if raiser.role in STAFF else _("A parent or carer")
