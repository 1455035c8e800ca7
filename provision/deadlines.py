"""Dates of plans from dates."""

import datetime
from collections.abc import Iterable

A_TERM = datetime.timedelta(weeks=12)
SHORTEST_CYCLE = datetime.timedelta(weeks=8)  # a review sooner than that would find little to review
LONGEST_CYCLE = datetime.timedelta(days=366)


def review_after(starts: datetime.date, ends_of_terms: Iterable[datetime.date] = ()) -> datetime.date:
    """A term ahead: the last day of the first term that leaves time to work on the plan; without such a term, twelve weeks."""
    soonest, latest = starts + SHORTEST_CYCLE, starts + LONGEST_CYCLE
    fitting = [day for day in ends_of_terms if soonest <= day <= latest]
    return min(fitting, default=starts + A_TERM)
