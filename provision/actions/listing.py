"""Lists of a plan: rows change places, several items are added at once."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from provision.actions.steps import wait_for_turn
from provision.actions.writing import add_row, insist_may_write, section_kind_of
from provision.choices import ItemKind
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, Target
from provision.queries.papers import KINDS_OF_ITEMS

UP, DOWN = -1, 1


@transaction.atomic
def move_row(*, row, by, step: int) -> bool:
    """One place up (-1) or down (1) in its list; whether there was somewhere to go.

    The place is no field of any form, so the versions of both rows stay: whoever has one of them open is not held up.
    """
    wait_for_turn(row.plan)
    kind = section_kind_of(row)
    insist_may_write(row.plan, by, kind=kind)
    others = list(neighbours(row, kind))
    here = next((number for number, other in enumerate(others) if other.pk == row.pk), None)
    if here is None or not 0 <= here + step < len(others):
        return False
    others[here], others[here + step] = others[here + step], others[here]
    renumber(others, by)
    return True


def neighbours(row, kind: str):
    """The rows among which this one has its place, in their order."""
    found = type(row).objects.filter(plan=row.plan).kept().order_by("position", "id")
    if isinstance(row, Target):
        return found.filter(outcome=row.outcome_id)
    return found.filter(kind__in=KINDS_OF_ITEMS[kind]) if isinstance(row, PlanItem) else found


def renumber(rows: list, by) -> None:
    """Give the places that these rows hold to them in this order; where two share one, each gets one of its own."""
    places = sorted({row.position for row in rows})
    if len(places) < len(rows):
        places = list(range(len(rows)))
    for row, place in zip(rows, places, strict=True):
        if row.position != place:
            found = type(row).objects.filter(pk=row.pk)
            found.update(position=place, saved_by=by, saved_at=timezone.now())


MOVED = (Outcome, Target, PlanItem, PlannedProvision)  # scores stand in the order of their days


@transaction.atomic
def add_items(*, plan: Plan, kind: str, texts: Iterable[str], by, area: str = "") -> list[PlanItem]:
    """Items of one kind (a value of ItemKind) at the end of their list; what stands there already is not added again."""
    wait_for_turn(plan)
    known = {said(text) for text in plan.items.kept().filter(kind=kind).values_list("text", flat=True)}
    made = []
    for text in texts:
        if said(text) not in known:
            known.add(said(text))
            made.append(add_row(row=PlanItem(kind=ItemKind(kind), text=text, area=area), plan=plan, by=by))
    return made


def said(text: str) -> str:
    """A text without what does not make it another one."""
    return " ".join(text.casefold().split()).rstrip(".")
