"""The steps of one plan, each on its day, with what it freezes and what people answered."""

import datetime
from dataclasses import dataclass, field
from random import Random

from provision.choices import StepKind
from provision.models import PlanStep
from senco.accounts.models import Membership
from senco.demo.cycles.dates import Cycle, Fate
from senco.demo.cycles.days import SchoolDays
from senco.demo.cycles.freezing import Binder
from senco.demo.cycles.replies import hear
from senco.demo.cycles.writing import Page
from senco.demo.words.plans import people

MINUTES = datetime.timedelta(minutes=11)
WITH_AGREEMENT = 0.15  # share of plans for which a step of its own says that they were agreed
GIVEN_BACK = 0.35  # of today's drafts
CHANGED = 0.08  # of plans in force
STEPS_OF = {
    Fate.DRAFT: (),
    Fate.READY: (StepKind.HANDED_IN,),
    Fate.SHARED: (StepKind.HANDED_IN, StepKind.SHARED),
    Fate.ANSWERED: (StepKind.HANDED_IN, StepKind.SHARED),
    Fate.AGREED: (StepKind.HANDED_IN, StepKind.SHARED, StepKind.AGREED),
}
NOTES = {
    StepKind.HANDED_IN: people.HANDED_IN,
    StepKind.GIVEN_BACK: people.GIVEN_BACK,
    StepKind.UPDATED: people.CHANGED,
    StepKind.REVIEWED: people.REVIEWED,
}
FREEZES = {StepKind.SHARED, StepKind.AGREED, StepKind.IN_FORCE, StepKind.UPDATED, StepKind.REVIEWED}


def days_of_steps(
    rng: Random, days: SchoolDays, cycle: Cycle, fate: Fate, next_begun: int | None
) -> list[tuple]:
    """(kind, place of its school day) after the plan was begun, oldest first; none is today or later."""
    last = days.today - 1
    handed = min(cycle.begun + rng.randrange(1, 4), cycle.starts)
    shared = min(handed + rng.randrange(1, 4), cycle.starts)
    agreed = min(shared + rng.randrange(1, 4), cycle.starts)
    places = {StepKind.HANDED_IN: handed, StepKind.SHARED: shared, StepKind.AGREED: agreed}
    if next_begun is None and fate in STEPS_OF:
        kinds = STEPS_OF[fate]
        if fate == Fate.DRAFT and rng.random() < GIVEN_BACK:
            return [(StepKind.HANDED_IN, min(handed, last)), (StepKind.GIVEN_BACK, last)]
        return [(kind, min(places[kind], last)) for kind in kinds]
    if rng.random() > WITH_AGREEMENT:
        del places[StepKind.AGREED]
    steps = [*places.items(), (StepKind.IN_FORCE, cycle.starts)]
    if next_begun is not None:
        steps.append((StepKind.REVIEWED, min(cycle.review + rng.randrange(3), next_begun - 1)))
    elif rng.random() < CHANGED:
        steps.append((StepKind.UPDATED, cycle.starts + rng.randrange(5, 20)))
    return [step for step in steps if step[1] <= last]


@dataclass
class Desk:
    """One plan while steps are taken with it. `clock` is the moment of the last one; `results` are by the code of the thread."""

    binder: Binder
    days: SchoolDays
    clock: datetime.datetime
    fate: Fate
    parents_words: str = ""  # what they say once they have seen the plan
    results: dict[str, str] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        return self.binder.page

    def take(self, kind: StepKind, place: int) -> None:
        """The step with all that goes with it."""
        self.clock = max(self.clock + MINUTES, self.page.world.at(self.days[place]))
        if kind == StepKind.REVIEWED:
            self.record_results()
        elif kind == StepKind.UPDATED:
            self.change_provision()
        by = self.page.by if kind == StepKind.HANDED_IN else self.page.team.senco
        step = self.record(kind, by, self.note_on(kind))
        version = self.binder.freeze(step) if kind in FREEZES else None
        if kind == StepKind.SHARED and self.fate != Fate.SHARED:
            self.clock = hear(
                self.binder, version, self.clock, self.parents_words, surely=self.fate == Fate.ANSWERED
            )

    def archive(self, place: int, why: str) -> None:
        """The last step of all."""
        self.clock = max(self.clock + MINUTES, self.page.world.at(self.days[place]))
        self.record(StepKind.ARCHIVED, self.page.team.senco, why)

    def record(self, kind: StepKind, by: Membership, note: str = "") -> PlanStep:
        return self.page.world.add(
            PlanStep, kind=kind, note=note, by_id=by.pk, at=self.clock, **self.page.ids
        )

    def note_on(self, kind: StepKind) -> str:
        return self.page.words(self.page.fresh(NOTES[kind])) if kind in NOTES else ""

    def record_results(self) -> None:
        """How each outcome stood, written down by the SENCO just before the review was recorded."""
        for code, result in self.results.items():
            outcome = self.page.outcomes[code]
            outcome.result = result
            self.stamp(outcome)
        self.binder.changed("outcomes")

    def change_provision(self) -> None:
        """One session fewer a week, or a longer one where there is only one."""
        line = self.page.provision[0]
        if line.sessions_a_week > 1:
            line.sessions_a_week -= 1
        else:
            line.minutes += 5
        self.stamp(line)
        self.binder.changed("provision")

    def stamp(self, row) -> None:
        row.saved_by, row.saved_at, row.version = (
            self.page.team.senco,
            self.clock - MINUTES / 2,
            row.version + 1,
        )
