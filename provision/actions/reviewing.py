"""A plan is reviewed: each outcome gets its result, then the plan is history."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import ngettext

from provision.actions.steps import insist_open, state_of, take_step, wait_for_turn
from provision.choices import Result
from provision.models import Plan, PlanStep
from senco.core.versions import save_newer, stamp


@transaction.atomic
def review_plan(*, plan: Plan, results: Mapping, by, note: str = "", quietly: bool = False) -> PlanStep:
    """Write how each outcome stood (key → Result) and take the step "review". `note` is what was said, for staff.
    `quietly`: whoever asks tells the parents.

    Raises ValidationError where an outcome has no result, and what `take_step` raises; nothing is written then.
    """
    wait_for_turn(plan)
    insist_open(state_of(plan))
    outcomes = list(plan.outcomes.kept())
    missing = [one for one in outcomes if results.get(one.pk) not in Result.values]
    if missing:
        words = ngettext(
            "%(n)d outcome has no result yet.", "%(n)d outcomes have no result yet.", len(missing)
        )
        raise ValidationError(words % {"n": len(missing)}, code="no_result")
    for one in outcomes:
        if one.result != results[one.pk]:
            one.result = results[one.pk]
            stamp(one, by)
            save_newer(one, fields=["result", "saved_by", "saved_at"])
    return take_step(plan=plan, name="review", by=by, note=note, quietly=quietly)
