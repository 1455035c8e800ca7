"""Moments and days of a plan, computed from others."""

import datetime

from django.conf import settings

REVIEW_SOON = datetime.timedelta(weeks=4)  # lists offer reviews this far ahead
REVIEW_TO_PREPARE = datetime.timedelta(weeks=2)  # a review this near is a thing to do
SIGN_OFF_WITHIN = datetime.timedelta(days=7)  # a plan that was handed in is looked at within a week


def seen_from(moment: datetime.datetime) -> datetime.datetime:
    """When its readers see what went out at `moment`; until then it can be undone."""
    return moment + datetime.timedelta(seconds=settings.UNDO_SECONDS)
