"""What a plan is called, from when to when it runs, and who leads it: changed as long as it is a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from provision.actions.beginning import check_dates
from provision.actions.steps import state_of, wait_for_turn
from provision.choices import PlanState
from provision.models import Plan
from senco.core.versions import save_newer, stamp
from senco.core.workflow import StepNotOpen

DESCRIBED = ["title", "starts", "review_on", "lead"]


@transaction.atomic
def describe_plan(*, plan: Plan, by) -> Plan:
    """Write the facts that `plan` carries.

    Raises StepNotOpen once the plan is no draft any more, ValidationError (keyed by field) for wrong dates, Outdated where
    somebody saved it after its reader had opened it.
    """
    wait_for_turn(plan)
    if state_of(plan) != PlanState.DRAFT:
        raise StepNotOpen(
            _("This plan is no draft any more: its title, dates and lead stand. Nothing was changed.")
        )
    check_dates(plan.starts, plan.review_on)
    stamp(plan, by)
    plan.full_clean(
        exclude=["school", "pupil", "previous", "begun_by", "saved_by"], validate_constraints=False
    )
    save_newer(plan, fields=[*DESCRIBED, "saved_by", "saved_at"])
    return plan
