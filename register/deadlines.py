"""Dates by which something about a pupil should be done. Pure: dates from dates."""

import datetime

from senco.core.calendar import add_working_days

URGENT_DAYS, ORDINARY_DAYS = 5, 10  # working days


def concern_answer_due(raised_on: datetime.date, *, urgent: bool, nation: str) -> datetime.date:
    """By when the person who raised a concern should have an answer.

    The school's own promise, not a legal limit: the form says "needs an answer this week" for urgent ones; two weeks
    for the others. Working days of the nation (ENG, WLS, NIR, SCT); school holidays do not stop the count.
    """
    return add_working_days(raised_on, URGENT_DAYS if urgent else ORDINARY_DAYS, nation)
