"""What a record still lacks before it can be signed off, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.models import Outcome
from reviews.choices import Presence
from reviews.models import Review


def unfinished(review: Review) -> list[str]:
    """Nothing where the record can be signed off. Three queries."""
    missing = []
    if not review.held_on:
        missing.append(_("Say on which day the meeting was held."))
    if not review.people.kept().filter(presence=Presence.CAME).exists():
        missing.append(_("Say who was here."))
    if count := outcomes_open(review):
        words = ngettext(
            "%(n)d outcome is not judged yet, or has no next step.",
            "%(n)d outcomes are not judged yet, or have no next step.",
            count,
        )
        missing.append(words % {"n": count})
    return missing


def outcomes_open(review: Review) -> int:
    """Outcomes of the plan without a judgement or a next step."""
    if review.plan_id is None:
        return 0
    done = review.judged.filter(judgement__isnull=False).exclude(next_step="").values("outcome")
    return Outcome.objects.filter(plan=review.plan_id).kept().exclude(pk__in=done).count()
