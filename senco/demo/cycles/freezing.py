"""What a step freezes, put together in memory as provision.queries.papers puts it together from the database.

Parts of a plan that did not change since the last version are not turned into JSON again.
"""

import datetime
from dataclasses import dataclass, field
from functools import cache

from provision.choices import Audience, ItemKind, SectionKind
from provision.letters.plan import (
    PaperConcern,
    PaperItem,
    PaperScore,
    PaperSection,
    PaperTarget,
    PlanPaper,
    Source,
)
from provision.models import PlanSection, PlanStep, PlanVersion, PulledConcern, Score
from provision.plan_types import name_of
from provision.queries.papers import KINDS_OF_ITEMS, in_words, outcome_on_paper, provision_on_paper, source_of
from senco.core.calendar import school_year_of
from senco.demo.children import Child
from senco.demo.cycles.writing import Page
from senco.demo.world import World


@dataclass
class Binder:
    """One plan's versions. `scores` are all of the pupil's so far."""

    page: Page
    scores: list[Score]
    concerns: list[PulledConcern]
    number: int = 0
    kept: dict = field(default_factory=dict)  # (section code, for the family?) → the section as JSON

    def changed(self, *codes: str) -> None:
        """These sections are read anew for the next version."""
        for code in codes:
            self.kept.pop((code, True), None)
            self.kept.pop((code, False), None)

    def freeze(self, step: PlanStep) -> PlanVersion:
        """A version for staff and one for the family, which is returned."""
        self.number += 1
        head, made = self.head(step.at.date()), {}
        for audience in Audience:
            made[audience] = self.page.world.add(
                PlanVersion, step_id=step.pk, audience=audience, number=self.number, kind=step.kind, title=self.page.plan.title,
                content=head | {"sections": self.parts(for_family=audience == Audience.FAMILY)}, by_id=step.by_id, at=step.at, visible_from=step.at,
                **self.page.ids,
            )  # fmt: skip
        return made[Audience.FAMILY]

    def parts(self, *, for_family: bool) -> list[dict]:
        sections = (one for one in self.page.sections.values() if one.shared or not for_family)
        return [self.section(one, for_family) for one in sections]

    def head(self, day: datetime.date) -> dict:
        """With the pupil's year and form of that day."""
        plan, child = self.page.plan, self.page.child
        pupil, year = child.pupil, year_at(self.page.world, child, day)
        paper = PlanPaper(
            title=plan.title, plan_type=name_of(plan.plan_type), pupil=pupil.name, school=self.page.world.school.name,
            number=plan.number, starts=plan.starts, review_on=plan.review_on, year=f"Year {year}",
            form=pupil.form.replace(str(child.year), str(year)), lead=plan.lead.name, type_code=plan.plan_type,
        )  # fmt: skip
        return paper.as_json()

    def section(self, section: PlanSection, for_family: bool) -> dict:
        place = (section.code, for_family)
        if place not in self.kept:
            rows = ROWS_OF.get(section.kind)
            source = source_of(section) if section.text else Source()
            paper = PaperSection(
                section.code, section.kind, section.title, section.text, source=source,
                **(rows(self, section, for_family) if rows else {}),
            )  # fmt: skip
            self.kept[place] = as_json(paper)
        return self.kept[place]


def year_at(world: World, child: Child, day: datetime.date) -> int:
    """The year group that the pupil was in on an earlier day."""
    return child.year - (school_year_of(world.today) - school_year_of(day))


def as_json(paper):
    """As PlanPaper.as_json, without the deep copies of dataclasses.asdict: nothing in a paper can change."""
    if isinstance(paper, tuple):
        return [as_json(each) for each in paper]
    if hasattr(paper, "__dataclass_fields__"):
        return {name: as_json(getattr(paper, name)) for name in paper.__dataclass_fields__}
    return paper.isoformat() if isinstance(paper, datetime.date) else paper


def outcome_rows(binder: Binder, section: PlanSection, for_family: bool) -> dict:
    page = binder.page
    pairs = ((outcome, page.targets[code]) for code, outcome in page.outcomes.items())
    return {
        "outcomes": tuple(
            outcome_on_paper(one, [on_paper(t) for t in below], for_family) for one, below in pairs
        )
    }


def on_paper(target) -> PaperTarget:
    return PaperTarget(target.text, target.measure, target.by_when, source_of(target))


def item_rows(binder: Binder, section: PlanSection, for_family: bool) -> dict:
    shown = [one for one in binder.page.items if one.kind in KINDS_OF_ITEMS[section.kind]]
    return {
        "items": tuple(
            PaperItem(str(one.pk), name_of_kind(one.kind), in_words(one, for_family), source_of(one))
            for one in shown
        )
    }


@cache
def name_of_kind(kind: str) -> str:
    return str(ItemKind(kind).label)


def provision_rows(binder: Binder, section: PlanSection, for_family: bool) -> dict:
    return {"provision": tuple(provision_on_paper(one, for_family) for one in binder.page.provision)}


def score_rows(binder: Binder, section: PlanSection, for_family: bool) -> dict:
    latest = sorted(binder.scores, key=lambda one: (-one.taken_on.toordinal(), one.test, one.pk))
    return {
        "scores": tuple(
            PaperScore(one.test, one.result, one.standardised, one.taken_on, one.source) for one in latest
        )
    }


def concern_rows(binder: Binder, section: PlanSection, for_family: bool) -> dict:
    return {
        "concerns": tuple(
            PaperConcern(one.text, one.raised_by_name, one.raised_on) for one in binder.concerns
        )
    }


ROWS_OF = {
    SectionKind.OUTCOMES: outcome_rows,
    SectionKind.STRATEGIES: item_rows,
    SectionKind.ADJUSTMENTS: item_rows,
    SectionKind.RESOURCES: item_rows,
    SectionKind.PROVISION: provision_rows,
    SectionKind.SCORES: score_rows,
    SectionKind.CONCERNS: concern_rows,
}
