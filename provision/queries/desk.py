"""A plan as the place to work: its sections with their rows, who may write which now, what is still missing."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from provision.choices import PlanState, SectionKind
from provision.models import Plan, PlanItem, PlannedProvision, PlanSection, Score
from provision.queries.outcomes import outcomes_of
from provision.queries.papers import KINDS_OF_ITEMS
from provision.workflow import may_write
from senco.drafts.models import Draft

CLOSED = frozenset({PlanState.REVIEWED, PlanState.ARCHIVED})


@dataclass(frozen=True)
class Part:
    """One section with what it shows. `rows` are those of its kind: model rows, or OutcomeOnDesk; `removed` can be brought back."""

    section: PlanSection
    may_write: bool
    rows: tuple = ()
    removed: tuple = ()
    unsent: bool = False  # this person began to write here and did not save

    @property
    def id(self) -> str:
        """Of its card on the page, and in the address of the page."""
        return f"part-{self.section.code}"

    @property
    def is_written(self) -> bool:
        return bool(self.section.text.strip() or self.rows)

    @property
    def is_missing(self) -> bool:
        return self.section.required and not self.is_written

    @property
    def saved(self) -> tuple[str, datetime.datetime] | None:
        """Who saved something here last, and when; None as long as nobody has."""
        stamps = [(row.saved_at, row.saved_by.name) for row in (*self.rows, *self.removed) if hasattr(row, "saved_by")]
        if self.section.version > 1 or self.section.text:
            stamps.append((self.section.saved_at, self.section.saved_by.name))
        at, who = max(stamps, default=(None, ""))
        return (who, at) if at else None


@dataclass(frozen=True)
class Desk:
    parts: tuple[Part, ...]

    @cached_property
    def required(self) -> int:
        return sum(part.section.required for part in self.parts)

    @cached_property
    def written(self) -> int:
        """How many of the required parts hold something."""
        return sum(part.section.required and part.is_written for part in self.parts)

    @cached_property
    def missing(self) -> list[Part]:
        return [part for part in self.parts if part.is_missing]

    def part(self, code: str) -> Part | None:
        return next((part for part in self.parts if part.section.code == code), None)


def desk_of(plan: Plan, membership) -> Desk:
    """Everything of a plan that was loaded `with_state`. A fixed number of queries, whatever the plan holds."""
    sections = list(plan.sections.select_related("saved_by").order_by("position", "id"))
    rows = rows_by_kind(plan, membership, {section.kind for section in sections})
    unsent = unsent_in(sections, membership)
    return Desk(
        tuple(
            Part(
                section,
                may_write=may_write(plan.state, membership, section.editors),
                rows=tuple(row for row in rows.get(section.kind, ()) if row.removed_at is None),
                removed=tuple(row for row in rows.get(section.kind, ()) if row.removed_at is not None),
                unsent=section.pk in unsent,
            )
            for section in sections
        )
    )


def rows_by_kind(plan: Plan, membership, kinds: set[str]) -> dict[str, list]:
    """Kind of section → its rows, those that were removed among them."""
    found: dict[str, list] = {}
    if SectionKind.OUTCOMES in kinds:
        found[SectionKind.OUTCOMES] = outcomes_of(plan, membership)
    if kinds & KINDS_OF_ITEMS.keys():
        items = list(PlanItem.objects.visible_to(membership).filter(plan=plan).select_related("saved_by"))
        for kind, of_items in KINDS_OF_ITEMS.items():
            found[kind] = [item for item in items if item.kind in of_items]
    if SectionKind.PROVISION in kinds:
        provision = PlannedProvision.objects.visible_to(membership).filter(plan=plan)
        found[SectionKind.PROVISION] = list(provision.select_related("saved_by", "adult", "outcome"))
    if SectionKind.SCORES in kinds:
        found[SectionKind.SCORES] = scores_of(plan, membership)
    if SectionKind.CONCERNS in kinds:
        found[SectionKind.CONCERNS] = list(plan.concerns.kept().order_by("raised_on", "id"))
    return found


def scores_of(plan: Plan, membership) -> list[Score]:
    """Every score of the pupil; of those that were removed, this plan's alone."""
    scores = Score.objects.visible_to(membership).filter(pupil=plan.pupil_id).select_related("saved_by")
    return [score for score in scores if score.removed_at is None or score.plan_id == plan.pk]


def draft_key_of(section: PlanSection) -> str:
    """Under which unsent words of a section's text wait."""
    return f"section:{section.pk}"


def unsent_in(sections: list[PlanSection], membership) -> set:
    """Keys of the sections in which this person has begun to write and not saved."""
    keys = {draft_key_of(section): section.pk for section in sections}
    waiting = Draft.objects.visible_to(membership).waiting().filter(form__in=keys)
    return {keys[form] for form in waiting.values_list("form", flat=True)}
