"""Times for one meeting after the other. Pure: days and times, no rows."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A stretch of one day."""

    at: datetime.time
    minutes: int

    @property
    def begins(self) -> int:
        return self.at.hour * 60 + self.at.minute

    @property
    def ends(self) -> int:
        return self.begins + self.minutes

    def meets(self, other: "Span") -> bool:
        return self.begins < other.ends and other.begins < self.ends


def free_times(
    first: datetime.time, last: datetime.time, minutes: int, pause: int, taken: Collection[Span]
) -> Iterator[datetime.time]:
    """Beginnings of meetings of so many minutes, from the first on, each over by the last; none runs into what is taken.

    After a meeting that stands in the way it goes on when that is over, and a pause later.
    """
    start, end = Span(first, 0).begins, Span(last, 0).begins
    while start + minutes <= end:
        slot = Span(datetime.time(*divmod(start, 60)), minutes)
        in_the_way = [each for each in taken if slot.meets(each)]
        if in_the_way:
            start = max(each.ends for each in in_the_way) + pause
            continue
        yield slot.at
        start += minutes + pause
