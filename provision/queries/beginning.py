"""What is known before a plan begins."""

import datetime

from provision.deadlines import review_after
from provision.models import Plan
from provision.workflow import OPEN_STATES
from senco.accounts.models import Term


def review_day(school, starts: datetime.date) -> datetime.date:
    """The review date to propose, from the terms that the school has entered."""
    ends = Term.objects.filter(school=school, ends__gt=starts).order_by("ends").values_list("ends", flat=True)
    return review_after(starts, list(ends))


def open_plans(pupil, membership) -> list[Plan]:
    """The pupil's plans that are not history yet: of each kind one at the most."""
    mine = Plan.objects.visible_to(membership).in_state(*OPEN_STATES)
    return list(mine.filter(pupil=pupil).order_by("plan_type", "-number"))
