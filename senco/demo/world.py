"""What every part of the demo school is built with: the dice, the day it is, and the records made so far."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from django.db import models
from django.utils import timezone

from senco.accounts.models import School
from senco.core.calendar import SchoolCalendar, is_school_day
from senco.demo.keys import Keys
from senco.demo.year import calendar_around

DAY = datetime.timedelta(days=1)
TWO_YEARS = 730  # days of history


@dataclass
class World:
    """One school in the making. Nothing is in the database yet: `batch` holds the records by model, in the order made."""

    number: int  # 0 is Larkfield Academy
    today: datetime.date
    rng: Random
    keys: Keys
    calendar: SchoolCalendar
    password: str  # the sign-ins' password, hashed once for all
    school: School | None = None
    batch: dict[type[models.Model], list[models.Model]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def begun(cls, *, number: int, seed: int, today: datetime.date, password: str) -> "World":
        keys = Keys(Random(f"keys:{seed}:{number}:{today}"), today)
        return cls(number, today, Random(f"{seed}:{number}:{today}"), keys, calendar_around(today), password)

    def add(self, model: type[models.Model], **fields) -> models.Model:
        """A record with a key of its own, kept for writing."""
        record = model(id=self.keys(), **fields)
        self.batch[model].append(record)
        return record

    def made(self, model: type[models.Model]) -> list:
        return self.batch[model]

    def ago(self, days: int) -> datetime.date:
        return self.today - days * DAY

    def school_day(self, day: datetime.date) -> datetime.date:
        """The last day before today, up to `day`, on which the school met."""
        day = min(day, self.today - DAY)
        while not is_school_day(day, self.calendar) and day > self.calendar.first_day:
            day -= DAY
        return day

    def at(self, day: datetime.date, *, from_hour: int = 8, to_hour: int = 16) -> datetime.datetime:
        """A moment of that day in British time."""
        minute = self.rng.randrange(60)
        moment = datetime.datetime.combine(day, datetime.time(self.rng.randrange(from_hour, to_hour), minute))
        return timezone.make_aware(moment)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share
