"""A plan's rows as the plan check reads them. Every kind of section and of item has its place here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils import timezone

from provision.banks import strategies
from provision.choices import OWN_WORDS, SectionKind
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, PlanSection, Target
from provision.plan_check import (
    CheckedItem,
    CheckedNeed,
    CheckedOutcome,
    CheckedPlan,
    CheckedProvision,
    CheckedSection,
    CheckedTarget,
)
from provision.plan_check import SectionKind as ReadAs
from provision.queries.desk import Desk, Part
from provision.queries.papers import KINDS_OF_ITEMS
from provision.queries.settings import rules_off_for
from register.choices import AREA_OF_NEED, NeedType
from register.models import Pupil, SenNeed
from senco.accounts.models import Membership

# Texts that say what will be done: every word is read as a promise. Other texts describe, until a sentence says "will"; so does a
# section of the school's own, because an alarm too few is better than one too many.
PROMISES = frozenset(
    {
        "home",
        "rising",
        "crisis",
        "after",
        "daily",
        "emergency",
        "trips",
        "transition",
        "external",
        "monitoring",
    }
)
READ_AS = (
    dict.fromkeys(OWN_WORDS, ReadAs.VIEWS)
    | dict.fromkeys((SectionKind.CONCERNS, SectionKind.SCORES), ReadAs.DESCRIPTION)
    | dict.fromkeys((SectionKind.OUTCOMES, SectionKind.PROVISION, *KINDS_OF_ITEMS), ReadAs.SUPPORT)
)
COVERS_EVERY_NEED = frozenset({"support_plan", "education_plan", "isp", "plp", "idp"})  # not one matter alone
NEEDS_OF_ENTRY = {entry.code: frozenset(entry.needs) for entry in strategies()}

NAMES = ("legal_forename", "legal_surname", "preferred_forename", "preferred_surname")

type Typed = CheckedSection | CheckedOutcome | CheckedItem | CheckedProvision


@dataclass(frozen=True)
class Surroundings:
    """What the check is told besides the plan: the pupil's needs, who may be named and who must not, what the school switched off."""

    needs: tuple[CheckedNeed, ...] = ()
    staff: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    rules_off: frozenset[str] = frozenset()


def surroundings_of(plan: Plan, membership) -> Surroundings:
    """Four queries. Other pupils are those of the year group whom this person may open: no name comes from anywhere else."""
    pupil = plan.pupil
    pupils = Pupil.objects.visible_to(membership).on_roll().filter(year_group=pupil.year_group).only(*NAMES)
    staff = Membership.objects.visible_to(membership).staff().live()
    return Surroundings(
        needs=needs_of(plan, membership) if plan.plan_type in COVERS_EVERY_NEED else (),
        staff=tuple(one.name for one in staff),
        others=tuple(name for other in pupils.exclude(pk=pupil.pk) for name in names_of(other)),
        rules_off=rules_off_for(pupil.school),
    )


def needs_of(plan: Plan, membership) -> tuple[CheckedNeed, ...]:
    found = SenNeed.objects.visible_to(membership).filter(pupil=plan.pupil_id).current()
    return tuple(
        CheckedNeed(
            key=f"need-{code}", code=code, label=str(NeedType(code).label), area=AREA_OF_NEED.get(code, "")
        )
        for code in dict.fromkeys(found.values_list("need_type", flat=True))
    )


def names_of(pupil: Pupil) -> tuple[str, ...]:
    """The names that a pupil goes by, each once."""
    return tuple(dict.fromkeys((pupil.name, pupil.legal_name)))


def checked_plan(plan: Plan, desk: Desk, around: Surroundings, typed: Iterable[Typed] = ()) -> CheckedPlan:
    """The plan as it stands; what is being `typed` takes the place of what is stored under the same key."""
    by_kind = {part.section.kind: part for part in desk.parts}
    found = CheckedPlan(
        today=timezone.localdate(), starts_on=plan.starts, review_on=plan.review_on, needs=around.needs,
        pupil_names=names_of(plan.pupil), staff_names=around.staff, other_pupils=around.others,
        sections=tuple(checked_part(part) for part in desk.parts),
        outcomes=tuple(
            checked_outcome(one.row, [checked_target(step.row) for step in one.targets], part.section.shared)
            for part, one in rows_of(by_kind, SectionKind.OUTCOMES)
        ),
        items=tuple(checked_item(row, part.section.shared) for part, row in rows_of(by_kind, *KINDS_OF_ITEMS)),
        provisions=tuple(
            checked_provision(row, part.section.shared) for part, row in rows_of(by_kind, SectionKind.PROVISION)
        ),
        has_outcomes=SectionKind.OUTCOMES in by_kind, has_provision=SectionKind.PROVISION in by_kind,
    )  # fmt: skip
    for part in typed:
        found = laid_over(found, part)
    return found


def rows_of(by_kind: dict[str, Part], *kinds: str) -> Iterable[tuple[Part, object]]:
    """The rows of these kinds of section, each with its part."""
    return ((by_kind[kind], row) for kind in kinds if kind in by_kind for row in by_kind[kind].rows)


LISTS = {
    CheckedSection: "sections",
    CheckedOutcome: "outcomes",
    CheckedItem: "items",
    CheckedProvision: "provisions",
}


def laid_over(plan: CheckedPlan, part: Typed) -> CheckedPlan:
    """The plan with this part in its place, or at the end of its list where it is new."""
    name = LISTS[type(part)]
    parts = {one.key: one for one in getattr(plan, name)} | {part.key: part}
    return replace(plan, **{name: tuple(parts.values())})


def checked_part(part: Part) -> CheckedSection:
    return checked_section(part.section, holds_rows=bool(part.rows))


def checked_section(section: PlanSection, *, holds_rows: bool) -> CheckedSection:
    """A section is not empty where it holds rows; that a plan has no outcome is said of the plan, once."""
    return CheckedSection(
        key=f"section-{section.code}",
        title=section.title,
        text=section.text,
        kind=read_as(section),
        shared=section.shared,
        required=section.required and not holds_rows and section.kind != SectionKind.OUTCOMES,
    )


def read_as(section: PlanSection) -> ReadAs:
    """How the words of a section are meant."""
    if section.kind == SectionKind.TEXT:
        return ReadAs.SUPPORT if section.code in PROMISES else ReadAs.DESCRIPTION
    return READ_AS[section.kind]


def checked_outcome(row: Outcome, targets: Iterable[CheckedTarget], shared: bool) -> CheckedOutcome:
    """An outcome with its targets, as it stands or as it is being written."""
    return CheckedOutcome(
        key=f"outcome-{row.pk}", text=row.text, plain=row.plain, baseline=row.baseline, measure=row.measure, target=row.target,
        by_when=row.by_when, adult=row.who, areas=frozenset(filter(None, [row.area])), needs=frozenset(filter(None, [row.need])),
        targets=tuple(targets), shared=shared,
    )  # fmt: skip


def checked_target(row: Target) -> CheckedTarget:
    return CheckedTarget(key=f"target-{row.pk}", text=row.text, measure=row.measure, by_when=row.by_when)


def checked_item(row: PlanItem, shared: bool) -> CheckedItem:
    """A strategy, adjustment, arrangement or resource; one from the bank answers the needs that its entry names."""
    needs = NEEDS_OF_ENTRY.get(row.bank, frozenset())
    areas = frozenset(filter(None, [row.area]))
    return CheckedItem(
        key=f"item-{row.pk}", text=row.text, plain=row.plain, needs=needs, areas=areas, shared=shared
    )


def checked_provision(row: PlannedProvision, shared: bool) -> CheckedProvision:
    """One line of provision."""
    outcomes = frozenset({f"outcome-{row.outcome_id}"} if row.outcome_id else ())
    return CheckedProvision(
        key=f"provision-{row.pk}", what=row.what, plain=row.plain, who=row.who, sessions_a_week=row.sessions_a_week,
        minutes=row.minutes, group_size=row.group_size, weeks=row.weeks, outcomes=outcomes, shared=shared,
    )  # fmt: skip
