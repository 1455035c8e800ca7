"""One month of a calendar: its weeks, and the months beside it. Pure: dates from dates."""

import calendar
import datetime
import re
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 2000, 2099  # what a school could ask for; the public holidays are known for it
WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int  # 1 to 12

    @classmethod
    def of(cls, day: datetime.date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def written(cls, text: str) -> "Month | None":
        """The month that "2026-11" means; None for what is none, or far away."""
        found = WRITTEN.fullmatch(text)
        month = cls(int(found[1]), int(found[2])) if found else None
        return month if month and FIRST_YEAR <= month.year <= LAST_YEAR and 1 <= month.number <= 12 else None

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.year, self.number, 1)

    @property
    def last(self) -> datetime.date:
        return datetime.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def before(self) -> "Month | None":
        return self.other(-1)

    @property
    def after(self) -> "Month | None":
        return self.other(1)

    def other(self, months: int) -> "Month | None":
        """So many months later; None beyond the years that are known."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1) if FIRST_YEAR <= year <= LAST_YEAR else None

    def weeks(self) -> list[list[datetime.date | None]]:
        """From Monday to Sunday; None for days of the months beside it."""
        return [
            [datetime.date(self.year, self.number, day) if day else None for day in week]
            for week in calendar.Calendar().monthdayscalendar(self.year, self.number)
        ]
