"""Moments and days of a plan, computed from others."""

import datetime
from collections.abc import Iterable

from django.conf import settings

A_TERM = datetime.timedelta(weeks=12)
SHORTEST_CYCLE = datetime.timedelta(weeks=8)  # a review sooner than that would find little to review
LONGEST_CYCLE = datetime.timedelta(days=366)
REVIEW_SOON = datetime.timedelta(weeks=4)  # lists offer reviews this far ahead
REVIEW_TO_PREPARE = datetime.timedelta(weeks=2)  # a review this near is a thing to do
SIGN_OFF_WITHIN = datetime.timedelta(days=7)  # a plan that was handed in is looked at within a week


def review_after(starts: datetime.date, ends_of_terms: Iterable[datetime.date] = ()) -> datetime.date:
    """A term ahead: the last day of the first term that leaves time to work on the plan; without such a term, twelve weeks."""
    soonest, latest = starts + SHORTEST_CYCLE, starts + LONGEST_CYCLE
    fitting = [day for day in ends_of_terms if soonest <= day <= latest]
    return min(fitting, default=starts + A_TERM)


def seen_from(moment: datetime.datetime) -> datetime.datetime:
    """When its readers see what went out at `moment`; until then it can be undone."""
    return moment + datetime.timedelta(seconds=settings.UNDO_SECONDS)
