"""The rows of one plan: what is written between its beginning and the day it is handed in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from provision.choices import ItemKind
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, PlanSection, Target
from senco.accounts.models import Membership
from senco.demo.children import Child
from senco.demo.cycles.course import Strand
from senco.demo.cycles.team import Team
from senco.demo.world import World

PRONOUNS = {"M": ("he", "his", "him"), "F": ("she", "her", "her")}
STRATEGIES_EACH = 3


@dataclass
class Page:
    """One plan being written. `saved_at` is the moment of what is written next."""

    world: World
    child: Child
    team: Team
    plan: Plan
    by: Membership
    saved_at: datetime.datetime
    sections: dict[str, PlanSection] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)  # by the code of the thread
    targets: dict[str, list[Target]] = field(default_factory=dict)
    items: list[PlanItem] = field(default_factory=list)
    provision: list[PlannedProvision] = field(default_factory=list)

    said: set[str] = field(default_factory=set)  # lines that an earlier plan of the pupil has had

    def fresh(self, lines: Sequence[str]) -> str:
        """One of the lines, and none that was used for this pupil before while there are others."""
        line = self.world.rng.choice([line for line in lines if line not in self.said] or lines)
        if line:
            self.said.add(line)
        return line

    @property
    def ids(self) -> dict:
        """What every row of a plan names."""
        return {"school_id": self.plan.school_id, "pupil_id": self.plan.pupil_id, "plan_id": self.plan.pk}

    def row(self, model: type, *, by: Membership | None = None, **fields):
        by = by or self.by
        return self.world.add(model, saved_by=by, saved_at=self.saved_at, **self.ids, **fields)

    def words(self, text: str, strand: Strand | None = None, **more: str) -> str:
        """The text about this pupil; `more` fills in what only this text asks for."""
        if "{" not in text:
            return text
        numbers = {} if strand is None else numbers_of(strand)
        return text.format(**words_for(self.child), **numbers, **more)


def words_for(child: Child) -> dict[str, str]:
    he, his, him = PRONOUNS[child.sex]
    name = child.pupil.forename
    return {"name": name, "he": he, "his": his, "him": him, "He": he.title(), "His": his.title()}


def numbers_of(strand: Strand) -> dict:
    return {"subject": strand.subject, "now": strand.now, "aim": strand.aim, "half": strand.half}


def write_outcomes(page: Page, strands: list[Strand], review_on: datetime.date, *, unfinished: bool) -> None:
    """Outcomes with their targets; in an unfinished draft the new ones have no measure yet."""
    for position, strand in enumerate(strands):
        half_way = page.plan.starts + (review_on - page.plan.starts) / 2
        open_ends = unfinished and strand.before is None
        page.outcomes[strand.thread.code] = write_outcome(page, position, strand, review_on, open_ends)
        page.targets[strand.thread.code] = (
            [] if open_ends else [write_target(page, strand, place, half_way) for place in range(2)]
        )


def write_outcome(page: Page, position: int, strand: Strand, review_on, open_ends: bool) -> Outcome:
    thread = strand.thread
    fields = (
        ("text", "plain", "baseline") if open_ends else ("text", "plain", "baseline", "measure", "target")
    )
    adult = page.team.sees_to(thread)
    return page.row(
        Outcome,
        position=position,
        area=thread.area,
        need=next((need for need in page.child.needs if need in thread.needs), ""),
        by_when=None if open_ends else review_on,
        adult=adult,
        adult_words="" if adult else thread.session.by,
        carried_from=strand.before,
        **{name: page.words(getattr(thread, name), strand) for name in fields},
    )


def write_target(page: Page, strand: Strand, place: int, half_way: datetime.date) -> Target:
    text, measure = strand.thread.targets[place]
    outcome = page.outcomes[strand.thread.code]
    return page.row(
        Target, outcome_id=outcome.pk, position=place, text=page.words(text, strand), measure=page.words(measure, strand),
        by_when=half_way,
    )  # fmt: skip


def write_items(page: Page, strands: list[Strand]) -> None:
    """Strategies, adjustments and resources of every thread, each once in a plan."""
    for text, plain, strand in strategies_of(strands):
        add_item(page, ItemKind.STRATEGY, text, plain, strand)
    for kind, name in (
        (ItemKind.ADJUSTMENT, "adjustments"),
        (ItemKind.ACCESS, "access"),
        (ItemKind.RESOURCE, "resources"),
        (ItemKind.ICT, "ict"),
    ):
        for strand in strands:
            for text in getattr(strand.thread, name):
                add_item(page, kind, text, "", strand)


def strategies_of(strands: list[Strand]) -> list[tuple]:
    return [(*line, strand) for strand in strands for line in strand.thread.strategies[:STRATEGIES_EACH]]


def add_item(page: Page, kind: ItemKind, text: str, plain: str, strand: Strand) -> None:
    item = page.row(
        PlanItem, kind=kind, position=len(page.items), text=page.words(text, strand), plain=page.words(plain, strand),
        area=strand.thread.area,
    )  # fmt: skip
    page.items.append(item)


def write_provision(page: Page, strands: list[Strand], ends: datetime.date, weeks: int) -> None:
    """One line for each thread, from the plan's start to its review."""
    for position, strand in enumerate(strands):
        session, outcome = strand.thread.session, page.outcomes[strand.thread.code]
        adult = page.team.gives(strand.thread)
        line = page.row(
            PlannedProvision, position=position, outcome=outcome, adult=adult, adult_words="" if adult else session.by,
            what=page.words(session.what, strand), plain=page.words(session.plain, strand), sessions_a_week=Decimal(session.times),
            minutes=session.minutes, weeks=weeks, group_size=session.group, starts=page.plan.starts, ends=ends,
        )  # fmt: skip
        page.provision.append(line)
