"""What a pupil's plans are about, from one cycle to the next: threads, where the pupil stands in each, and how each ended."""

from dataclasses import dataclass, field
from random import Random

from provision.choices import GOES_ON, Result
from provision.models import Outcome
from senco.demo.children import Child
from senco.demo.keys import weighted
from senco.demo.words.plans import (
    ALL_YEARS,
    Thread,
    autism,
    belonging,
    feelings,
    learning,
    number,
    on_paper,
    reading,
    senses,
    speaking,
    understanding,
)

MODULES = (reading, on_paper, number, learning, speaking, understanding, autism, feelings, belonging, senses)
THREADS = tuple(thread for module in MODULES for thread in module.THREADS)
OUTCOMES = {"K": {2: 6, 3: 4}, "E": {3: 6, 4: 4}}
RESULTS = {Result.MET: 42, Result.PARTLY: 35, Result.NOT_YET: 17, Result.STOPPED: 6}
CARRIED_TWICE = {Result.MET: 75, Result.STOPPED: 25}  # nobody works at the same outcome for ever
NEXT_STEP = 0.5  # share of outcomes met that are followed by a further one of the same thread
SECOND_NEED = 0.3
SUBJECTS = ("English", "science", "history", "geography")


@dataclass
class Strand:
    """A thread as it runs for one pupil: from `now` to `aim` in this cycle. `before` is the outcome it goes on from."""

    thread: Thread
    subject: str
    now: int
    aim: int
    carried: int = 0
    before: Outcome | None = None
    result: str = ""

    @property
    def half(self) -> int:
        """On the way: at least one further than now, where the aim leaves room."""
        return self.now + round((self.aim - self.now) / 2) if abs(self.aim - self.now) > 1 else self.aim

    @property
    def reached(self) -> int:
        return {Result.MET: self.aim, Result.PARTLY: self.half}.get(self.result, self.now)


@dataclass
class Course:
    """A pupil's strands over the cycles. `year` is the year group of the cycle being written."""

    rng: Random
    child: Child
    year: int
    count: int
    strands: list[Strand] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    @classmethod
    def begun(cls, rng: Random, child: Child, year: int) -> "Course":
        course = cls(
            rng, child, min(year, ALL_YEARS[-1]), weighted(rng, OUTCOMES.get(child.status, OUTCOMES["K"]))
        )
        course.fill_up()
        return course

    def fill_up(self) -> None:
        """New threads in the places that are free."""
        while len(self.strands) < self.count and (thread := self.pick()):
            self.used.add(thread.code)
            now = self.rng.randint(*thread.scale.first)
            self.strands.append(Strand(thread, self.rng.choice(SUBJECTS), now, thread.scale.beyond(now)))

    def pick(self) -> Thread | None:
        """One that suits the need and the year, and that no earlier plan was about."""
        fresh = [thread for thread in THREADS if thread.code not in self.used and self.year in thread.years]
        need = self.child.needs[-1 if self.rng.random() < SECOND_NEED else 0]
        suited = [thread for thread in fresh if need in thread.needs]
        return self.rng.choice(suited or [t for t in fresh if "NSA" in t.needs] or fresh)

    def review(self) -> None:
        """Every strand has its result."""
        for strand in self.strands:
            results = CARRIED_TWICE if strand.carried > 1 else RESULTS
            strand.result = weighted(self.rng, results)
            if strand.result == Result.PARTLY and strand.half == strand.aim:
                strand.result = Result.NOT_YET  # there is nothing between one and two

    def go_on(self, outcomes: dict[str, Outcome], year: int) -> None:
        """Into the next cycle: what was not met is carried over, half of what was met has a next step, the rest is new.

        `outcomes` are those of the cycle before, by the code of their thread.
        """
        self.year = min(year, ALL_YEARS[-1])
        following = (self.after(strand, outcomes[strand.thread.code]) for strand in self.strands)
        self.strands = [strand for strand in following if strand]
        self.fill_up()

    def after(self, strand: Strand, outcome: Outcome) -> Strand | None:
        thread, reached = strand.thread, strand.reached
        if strand.result in GOES_ON:
            return Strand(thread, strand.subject, reached, strand.aim, strand.carried + 1, outcome)
        further = thread.scale.beyond(reached)
        if strand.result == Result.MET and further != reached and self.rng.random() < NEXT_STEP:
            return Strand(thread, strand.subject, reached, further)
        return None
