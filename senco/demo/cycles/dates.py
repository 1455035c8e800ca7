"""When each cycle of a pupil began, came into force and was to be reviewed: one a term, on days on which the school met."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from senco.demo.cycles.days import SchoolDays

MOST = 6  # cycles, which is two years
REVIEWS = ((-12, -2), (4, 13), (24, 31))  # school days from the last one of the term in which a plan starts
LEAST = 20  # school days in force
ROOM = 25  # school days left of a term in which a plan may still start
WRITING = (6, 12)  # school days from the beginning of a plan to its start
NEXT_BEGUN = (1, 5)  # school days after a review
DAYS_AFTER_STATUS = 4


class Fate(StrEnum):
    """How far a pupil's present plan has come by today."""

    IN_FORCE = "in force"
    DUE = "due"  # in force, its review within two weeks
    OVERDUE = "overdue"  # in force, its review date has passed
    DRAFT = "draft"
    READY = "ready"
    SHARED = "shared"  # and not answered yet
    ANSWERED = "answered"
    AGREED = "agreed"
    NONE = "none"  # on the register, and nobody has written a plan yet
    OVER = "over"  # support has ended, or the pupil has left


WRITTEN_AGO = {  # school days since a plan of this fate was begun
    Fate.DRAFT: (3, 9),
    Fate.READY: (6, 11),
    Fate.SHARED: (8, 13),
    Fate.ANSWERED: (9, 14),
    Fate.AGREED: (11, 16),
}


@dataclass
class Cycle:
    """Places of school days (SchoolDays). `starts` is the day the plan is in force, or is meant to be."""

    begun: int
    starts: int
    review: int


@dataclass(frozen=True)
class Habit:
    """Whether this pupil's plans are reviewed at the end of a term or at the start of the next one."""

    at_end: bool

    def review_of(self, rng: Random, days: SchoolDays, starts: int) -> int:
        """The first of these that leaves the plan its time: this term's end, the next term's start, before its half-term."""
        end = days.end_of_term(starts)
        at_end, at_start, later = (end + rng.randrange(*span) for span in REVIEWS)
        choices = (at_end, at_start) if self.at_end else (at_start,)
        return next((place for place in choices if place >= starts + LEAST), later)


def cycles_since(rng: Random, days: SchoolDays, since: int, until: int, habit: Habit) -> list[Cycle]:
    """Every cycle begun from `since` on and before `until`, the last MOST of them."""
    cycles: list[Cycle] = []
    begun = max(since + DAYS_AFTER_STATUS, days.start_of_terms(MOST))
    while begun < until:
        starts = begun + rng.randrange(*WRITING)
        if days.end_of_term(starts) - starts < ROOM:
            starts = days.end_of_term(starts) + rng.randrange(3, 9)
            begun = begun if cycles else max(begun, starts - rng.randrange(*WRITING))
            if begun >= until:
                break
        cycles.append(Cycle(begun, starts, habit.review_of(rng, days, starts)))
        begun = cycles[-1].review + rng.randrange(*NEXT_BEGUN)
    return cycles[-MOST:]


def up_to_today(rng: Random, days: SchoolDays, cycles: list[Cycle], fate: Fate, habit: Habit) -> list[Cycle]:
    """The cycles with the last one where its fate has it. Those of earlier terms stay as they were."""
    if not cycles or fate == Fate.NONE:
        return []
    if fate in WRITTEN_AGO:
        return in_writing(rng, days, cycles, fate, habit)
    return in_force(rng, days, cycles, fate)


def in_writing(rng: Random, days: SchoolDays, cycles: list[Cycle], fate: Fate, habit: Habit) -> list[Cycle]:
    """The last plan was begun only lately; the one before lasted until then."""
    *earlier, last = cycles
    begun = max(last.begun, days.today - rng.randrange(*WRITTEN_AGO[fate]))
    starts = days.today + rng.randrange(2, 8)
    if earlier:
        earlier[-1].review = begun - rng.randrange(*NEXT_BEGUN)
    return [*earlier, Cycle(begun, starts, habit.review_of(rng, days, starts))]


def in_force(rng: Random, days: SchoolDays, cycles: list[Cycle], fate: Fate) -> list[Cycle]:
    """The last plan that has started goes on until its review, which lies ahead unless it is overdue."""
    started = [cycle for cycle in cycles if cycle.starts < days.today]
    if not started:
        return cycles
    last = started[-1]
    if fate == Fate.OVERDUE:
        last.review = max(days.today - rng.randrange(3, 15), last.starts + LEAST)
    elif fate == Fate.DUE or last.review < days.today:
        last.review = max(days.today + rng.randrange(10 if fate == Fate.DUE else 25), last.starts + LEAST)
    return started


def ended(cycles: list[Cycle], until: int) -> list[Cycle]:
    """Every plan was reviewed before support ended; one that had hardly started was not begun."""
    cycles = [cycle for cycle in cycles if cycle.starts + LEAST < until]
    for cycle in cycles[-1:]:
        cycle.review = min(cycle.review, until - 1)
    return cycles
