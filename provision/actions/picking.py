"""What is taken from the banks into a plan: the words are copied, so that a later change of the bank changes no plan."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from provision.actions.steps import wait_for_turn
from provision.actions.writing import add_row
from provision.choices import ItemKind, SectionKind
from provision.models import Outcome, Plan, PlanItem, PlanSection

PICKED_INTO = {  # kind of section → as what an entry of the bank of strategies stands in it
    SectionKind.STRATEGIES: ItemKind.STRATEGY,
    SectionKind.ADJUSTMENTS: ItemKind.ADJUSTMENT,
}


@transaction.atomic
def add_strategies(*, section: PlanSection, entries: Iterable, by) -> list[PlanItem]:
    """One item for each entry of the bank that the section does not hold yet, in one transaction; pressing twice adds nothing twice.

    Raises KeyError for a section that is filled otherwise (`PICKED_INTO`), else as `add_row`.
    """
    plan, kind = section.plan, PICKED_INTO[section.kind]
    wait_for_turn(plan)
    held = set(plan.items.kept().filter(kind=kind).values_list("bank", flat=True))
    new = {entry.code: entry for entry in entries if entry.code not in held}
    return [add_row(row=item_from(entry, kind), plan=plan, by=by) for entry in new.values()]


def item_from(entry, kind: str) -> PlanItem:
    return PlanItem(
        kind=kind,
        text=str(entry.text),
        plain=str(entry.plain),
        area=entry.area,
        bank=entry.code,
    )


@transaction.atomic
def begin_outcome(*, plan: Plan, outcome: Outcome, by) -> Outcome:
    """An outcome that was begun from a stem. Raises ValidationError where it stands in the plan already; otherwise as `add_row`."""
    wait_for_turn(plan)
    if plan.outcomes.kept().filter(stem=outcome.stem, text=outcome.text).exists():
        raise ValidationError(_("This outcome stands in the plan already."))
    return add_row(row=outcome, plan=plan, by=by)
