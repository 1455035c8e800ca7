"""School days as a row of numbers, so that "six school days later" is an addition."""

import datetime
from bisect import bisect_left

from senco.core.calendar import SchoolCalendar, is_school_day
from senco.demo.world import DAY


class SchoolDays:
    """Every day on which the school meets, by its place. `today` is the place of the first one from today on."""

    def __init__(self, calendar: SchoolCalendar, today: datetime.date):
        span = (calendar.last_day - calendar.first_day).days + 1
        days = (calendar.first_day + number * DAY for number in range(span))
        self.days = [day for day in days if is_school_day(day, calendar)]
        self.ends = [self.place(term.ends + DAY) - 1 for term in calendar.terms]  # each term's last day
        self.starts = [self.place(term.starts) for term in calendar.terms]
        self.today = self.place(today)

    def __getitem__(self, place: int) -> datetime.date:
        return self.days[place]

    def place(self, day: datetime.date) -> int:
        """Of that day, or of the first school day after it."""
        return bisect_left(self.days, day)

    def end_of_term(self, place: int) -> int:
        return self.ends[bisect_left(self.ends, place)]

    def start_of_terms(self, count: int) -> int:
        """The first day of the last `count` terms that have begun before today."""
        begun = [start for start in self.starts if start < self.today]
        return begun[-count:][0] if begun else 0
