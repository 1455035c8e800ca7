"""Outcomes with their targets and what was seen of each: for the desk, and for whoever notes what they saw."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Prefetch, Q
from django.utils import timezone

from provision.choices import PlanState
from provision.models import Outcome, Plan, Seen, SeenFile, Target
from register.choices import NeedType
from register.models import PupilFile

CARRIED_OUT = (PlanState.IN_FORCE, PlanState.REVIEWED)


@dataclass(frozen=True)
class SeenSoFar:
    """How often something was seen, on which day last, and whether this person noted it today without words."""

    times: int = 0
    last: datetime.date | None = None
    today: bool = False


@dataclass(frozen=True)
class TargetOnDesk:
    row: Target
    seen: SeenSoFar = SeenSoFar()

    @property
    def removed_at(self):
        return self.row.removed_at


@dataclass(frozen=True)
class OutcomeOnDesk:
    row: Outcome
    targets: tuple[TargetOnDesk, ...] = ()
    removed_targets: tuple[Target, ...] = ()
    seen: SeenSoFar = SeenSoFar()

    @property
    def need(self) -> str:
        """The type of need in words; what is no code of the census stands as it is."""
        return str(dict(NeedType.choices).get(self.row.need, self.row.need))

    @property
    def removed_at(self):
        return self.row.removed_at

    @property
    def saved_by(self):
        return self.last_saved.saved_by

    @property
    def saved_at(self):
        return self.last_saved.saved_at

    @property
    def last_saved(self):
        """The outcome or the target of it that was saved last."""
        return max((self.row, *(each.row for each in self.targets)), key=lambda row: row.saved_at)

    def __str__(self) -> str:
        return self.row.text


def outcomes_of(plan: Plan, membership) -> list[OutcomeOnDesk]:
    """Every outcome of a plan that was loaded `with_state`, the removed ones among them, in the order of the plan."""
    seen = seen_so_far(plan, membership) if plan.state in CARRIED_OUT else {}
    rows = Outcome.objects.visible_to(membership).filter(plan=plan).select_related("adult", "saved_by")
    under: dict = {}
    for target in Target.objects.visible_to(membership).filter(plan=plan).select_related("saved_by"):
        under.setdefault(target.outcome_id, []).append(target)
    return [on_desk(row, under.get(row.pk, []), seen) for row in rows]


def on_desk(row: Outcome, targets: list[Target], seen: dict) -> OutcomeOnDesk:
    """An outcome with its targets, each with what was seen of it (`seen_so_far`)."""
    return OutcomeOnDesk(
        row,
        tuple(
            TargetOnDesk(target, seen.get((row.pk, target.pk), SeenSoFar()))
            for target in targets
            if target.removed_at is None
        ),
        tuple(target for target in targets if target.removed_at is not None),
        seen.get((row.pk, None), SeenSoFar()),
    )


def seen_so_far(plan: Plan, membership) -> dict[tuple, SeenSoFar]:
    """(outcome, target or None) → what was seen of it."""
    mine = Q(by=membership.pk, on=timezone.localdate(), text="")
    rows = (
        Seen.objects.visible_to(membership)
        .kept()
        .filter(plan=plan)
        .order_by("outcome_id", "target_id")
        .values_list("outcome_id", "target_id")
        .annotate(times=Count("pk"), last=Max("on"), today=Count("pk", filter=mine))
    )
    return {
        (outcome, target): SeenSoFar(times, last, bool(today)) for outcome, target, times, last, today in rows
    }


def shown_by(membership) -> Prefetch:
    """With notes: the files beside each that this person may open, as `shown`."""
    open_to = PupilFile.objects.visible_to(membership).readable()
    beside = SeenFile.objects.visible_to(membership).filter(file__in=open_to).select_related("file")
    return Prefetch("files", beside, to_attr="shown")
