"""Whose next cycle can begin, who is left out and why, and how a run is getting on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.choices import PlanState
from provision.models import CycleItem, CycleRun, Plan
from provision.queries.plans import PlanRow
from register.models import Pupil


@dataclass(frozen=True)
class LeftOut:
    """A pupil whose next cycle cannot begin: why, and the page where that can be changed (empty where nothing can be)."""

    row: PlanRow
    why: str
    url: str = ""


@dataclass(frozen=True)
class Candidates:
    ready: list[PlanRow]
    left_out: list[LeftOut]


def candidates(plans: Iterable[Plan], pupils: Iterable[Pupil]) -> Candidates:
    """`plans` are the newest of each pupil, with their state; `pupils` those on the register who may have none."""
    rows = [PlanRow(plan.pupil, plan) for plan in plans]
    planned = {row.pupil.pk for row in rows}
    ready = [row for row in rows if is_ready(row.plan)]
    still = [LeftOut(row, *why_not(row.plan)) for row in rows if not is_ready(row.plan)]
    none = [
        LeftOut(PlanRow(pupil), _("No plan yet"), reverse("provision:pupil_plans", args=[pupil.pk]))
        for pupil in pupils
        if pupil.pk not in planned
    ]
    return Candidates(ready, still + none)


def is_ready(plan: Plan) -> bool:
    return plan.on_roll and plan.state == PlanState.REVIEWED


def why_not(plan: Plan) -> tuple[str, str]:
    """(why, where to change it)."""
    if not plan.on_roll:
        return _("Has left the school"), ""
    if plan.state == PlanState.IN_FORCE:
        words = _("Still in force, review on %(day)s") % {"day": date_format(plan.review_on)}
        return words, reverse("provision:review_plan", args=[plan.pk])
    words = _("Still open: %(state)s") % {"state": PlanState(plan.state).label}
    return words, plan.get_absolute_url()


@dataclass(frozen=True)
class Progress:
    """How far a run is; `total` counts its pupils."""

    total: int
    waiting: int
    done: int
    refused: int
    undone: int
    kept: int

    @property
    def settled(self) -> int:
        return self.total - self.waiting


def progress_of(run: CycleRun, membership) -> Progress:
    """In one query."""
    items = CycleItem.objects.visible_to(membership).filter(run=run)
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in CycleItem.State}
    return Progress(**items.order_by().aggregate(total=Count("pk"), **counts))


def items_of(run: CycleRun, membership):
    """Every pupil of the run, by name."""
    items = CycleItem.objects.visible_to(membership).filter(run=run)
    return items.select_related("pupil", "plan", "made").order_by(
        "pupil__legal_surname", "pupil__legal_forename", "pk"
    )


def carried_by(plan: Plan) -> dict[str, list]:
    """What the next cycle would take over, by field of its form."""
    return {
        "sections": list(plan.sections.exclude(text="")),
        "outcomes": list(plan.outcomes.going_on()),
        "items": list(plan.items.kept()),
        "provision": list(plan.provision.kept()),
    }
