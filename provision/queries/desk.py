"""A plan as the place to work: its sections with their rows, who may write which now, what is still missing."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.models import Plan, PlanItem, PlannedProvision, PlanSection, Score
from provision.queries.outcomes import outcomes_of
from provision.queries.papers import KINDS_OF_ITEMS
from provision.workflow import may_write
from senco.drafts.models import Draft


@dataclass(frozen=True)
class Adding:
    """The page on which a row is added: its name, the attribute of the section that it takes, what its button says."""

    url_name: str
    key: str
    label: str


ITEMS = Adding("provision:add_items", "pk", _("Add to the list"))
ADDED_AT = {
    SectionKind.OUTCOMES: Adding("provision:add_outcome", "plan_id", _("Add an outcome")),
    SectionKind.PROVISION: Adding("provision:add_provision", "plan_id", _("Add provision")),
    SectionKind.SCORES: Adding("provision:add_score", "plan_id", _("Add a score")),
    SectionKind.CONCERNS: Adding("provision:pull_concerns", "pk", _("Quote earlier concerns")),
    SectionKind.STRATEGIES: ITEMS,
    SectionKind.ADJUSTMENTS: ITEMS,
    SectionKind.RESOURCES: ITEMS,
}
PICKED_AT = {  # the same for what is chosen from the banks
    SectionKind.OUTCOMES: Adding("provision:pick_stem", "plan_id", _("Begin from a stem")),
    SectionKind.STRATEGIES: Adding("provision:pick_strategies", "pk", _("Choose from the bank")),
    SectionKind.ADJUSTMENTS: Adding("provision:pick_strategies", "pk", _("Choose from the bank")),
}
LINE_OF = dict.fromkeys(KINDS_OF_ITEMS, "item") | {  # kind of section → what its rows are called in addresses
    SectionKind.OUTCOMES: "outcome",
    SectionKind.PROVISION: "provision",
    SectionKind.SCORES: "score",
}


@dataclass(frozen=True)
class Line:
    """A row in the list in which rows change places."""

    row: models.Model
    kind: str
    may_rise: bool = False
    may_sink: bool = False
    is_under: bool = False  # a target under its outcome


def in_line(rows, kind: str, moves: bool = True, *, is_under: bool = False) -> list[Line]:
    last = len(rows) - 1
    return [
        Line(row, kind, moves and place > 0, moves and place < last, is_under)
        for place, row in enumerate(rows)
    ]


def with_targets(outcomes) -> list[Line]:
    """Each outcome, then the targets under it."""
    found = []
    for outcome, line in zip(outcomes, in_line([each.row for each in outcomes], "outcome"), strict=True):
        found += [line, *in_line([each.row for each in outcome.targets], "target", is_under=True)]
    return found


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
    def shows(self) -> str:
        """What its rows are called: outcome, item, provision, score, concern; empty for text alone."""
        return "concern" if self.section.kind == SectionKind.CONCERNS else LINE_OF.get(self.section.kind, "")

    @property
    def add_url(self) -> str:
        """Where a row is added; empty for a section of text alone."""
        return self.address_in(ADDED_AT)

    @property
    def bank_url(self) -> str:
        """Where a row is chosen from a bank; empty where no bank is for it."""
        return self.address_in(PICKED_AT)

    def address_in(self, pages: dict[str, Adding]) -> str:
        adding = pages.get(self.section.kind)
        return reverse(adding.url_name, args=[getattr(self.section, adding.key)]) if adding else ""

    @property
    def bank_label(self) -> str:
        return str(PICKED_AT[self.section.kind].label)

    @property
    def add_label(self) -> str:
        return str(ADDED_AT[self.section.kind].label)

    @property
    def moves(self) -> bool:
        """Whether its rows change places: scores stand in the order of their days."""
        return self.section.kind != SectionKind.SCORES

    @property
    def listed(self) -> list["Line"]:
        """Its rows as lines that change places and leave, each target under its outcome. Quoted concerns leave one by one."""
        kind = LINE_OF.get(self.section.kind)
        own = [row for row in self.rows if kind != "score" or row.plan_id == self.section.plan_id]
        return with_targets(own) if kind == "outcome" else in_line(own, kind, self.moves) if kind else []

    @property
    def gone(self) -> list["Line"]:
        """What can be brought back, the targets of outcomes that are still there among it."""
        kind = LINE_OF.get(self.section.kind, "")
        if kind != "outcome":
            return [Line(row, kind) for row in self.removed]
        targets = [target for outcome in self.rows for target in outcome.removed_targets]
        return [Line(outcome.row, kind) for outcome in self.removed] + [
            Line(target, "target") for target in targets
        ]

    @property
    def is_written(self) -> bool:
        return bool(self.section.text.strip() or self.rows)

    @property
    def is_missing(self) -> bool:
        return self.section.required and not self.is_written

    @property
    def saved(self) -> tuple[str, datetime.datetime] | None:
        """Who saved something here last, and when; None as long as nobody has."""
        stamps = [
            (row.saved_at, row.saved_by.name)
            for row in (*self.rows, *self.removed)
            if hasattr(row, "saved_by")
        ]
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
