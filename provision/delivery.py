"""What was specified, and what became of it: the counting rules of the delivery ledger, in one place. Pure.

* Specified is what the timetable says on days on which the school meets, while the pupil has a place. What was recorded keeps the minutes
  that were planned then, whatever the timetable or the calendar says since.
* A session's minutes count fully for each pupil of the group; preparation and travel count for nobody.
* Present: the minutes that the session lasted, at most those planned. Shortened: the minutes that were entered, at most those planned.
* What was planned and not had is missed, under its reason: of a session that did not run the session's; the pupil's own absence or
  refusal; or that it was cut short.
* A session that nobody said anything about is unaccounted for once its day is over; until then it is not counted at all. It is a
  question and no debt: the shortfall is what is known to be missed.
* Extra sessions make up for missed ones: they are delivered beside what was specified, and lessen the shortfall.
"""

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from provision.expected import Due
from provision.map_choices import HAD_SOME, Mark, NotRun, SessionState

CUT_SHORT = "short"
ABSENT = NotRun.PUPIL_ABSENT.value
REFUSED = Mark.REFUSED.value


@dataclass(frozen=True, slots=True)
class Marked:
    """What one pupil had of a session."""

    mark: str
    minutes: int = 0


@dataclass(frozen=True)
class Taken:
    """What somebody said about a session, and the minutes planned then. `extra`: it stands in no timetable."""

    day: datetime.date
    at: datetime.time
    state: str
    planned: int
    minutes: int = 0
    reason: str = ""
    extra: bool = False
    marks: Mapping[Hashable, Marked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stay:
    """The days on which a pupil has a place."""

    starts: datetime.date
    ends: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass
class Delivered:
    """Minutes. `missed` is by reason; specified = delivered + missed + unaccounted, whatever happened."""

    specified: int = 0
    delivered: int = 0
    unaccounted: int = 0
    extra: int = 0
    missed: dict[str, int] = field(default_factory=dict)

    @property
    def all_missed(self) -> int:
        return sum(self.missed.values())

    @property
    def shortfall(self) -> int:
        """What is still owed: missed, and not made up for."""
        return max(0, self.all_missed - self.extra)

    @property
    def share(self) -> int | None:
        """Per cent of what was specified; None where nothing was."""
        return round(100 * (self.delivered + self.extra) / self.specified) if self.specified else None

    def miss(self, reason: str, minutes: int) -> None:
        if minutes:
            self.missed[reason] = self.missed.get(reason, 0) + minutes

    def add(self, other: "Delivered") -> None:
        self.specified += other.specified
        self.delivered += other.delivered
        self.unaccounted += other.unaccounted
        self.extra += other.extra
        for reason, minutes in other.missed.items():
            self.miss(reason, minutes)


def counted(
    pupil: Hashable, stays: Iterable[Stay], due: Iterable[Due], taken: Iterable[Taken], until: datetime.date
) -> Delivered:
    """What became of everything that was due to the pupil in one provision, up to and including the day `until`."""
    total = Delivered()
    for _day, part in day_by_day(pupil, stays, due, taken, until):
        total.add(part)
    return total


def day_by_day(
    pupil: Hashable, stays: Iterable[Stay], due: Iterable[Due], taken: Iterable[Taken], until: datetime.date
) -> Iterator[tuple[datetime.date, Delivered]]:
    """(day, what became of one session), for weeks and provisions to be added up."""
    stays = tuple(stays)
    mine = [each for each in taken if each.day <= until and any(stay.holds(each.day) for stay in stays)]
    said = {
        (each.day, each.at): each for each in mine if not each.extra and each.state != SessionState.EXPECTED
    }
    for each in said.values():
        yield each.day, of_one(pupil, each)
    for session in due:
        placed = any(stay.holds(session.day) for stay in stays)
        if placed and session.day < until and (session.day, session.at) not in said:
            yield session.day, Delivered(specified=session.minutes, unaccounted=session.minutes)
    for each in mine:
        if each.extra and each.state == SessionState.RAN and pupil in each.marks:
            yield each.day, Delivered(extra=had(each.marks[pupil], each.minutes, each.minutes))


def of_one(pupil: Hashable, said: Taken) -> Delivered:
    """One session that was recorded: where it ran and the pupil was not marked, nothing is known of the pupil."""
    found = Delivered(specified=said.planned)
    if said.state == SessionState.NOT_RUN:
        found.miss(said.reason, said.planned)
    elif pupil not in said.marks:
        found.unaccounted = said.planned
    else:
        marked = said.marks[pupil]
        found.delivered = had(marked, said.minutes, said.planned)
        found.miss(why_missed(marked), said.planned - found.delivered)
    return found


def had(marked: Marked, lasted: int, planned: int) -> int:
    if marked.mark not in HAD_SOME:
        return 0
    return min(planned, lasted if marked.mark == Mark.PRESENT else min(marked.minutes, lasted))


def why_missed(marked: Marked) -> str:
    return {Mark.ABSENT: ABSENT, Mark.REFUSED: REFUSED}.get(marked.mark, CUT_SHORT)
