"""Finding what is to be written. A submission waits for its plan's turn first: what it finds then is the last word."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from provision.actions.steps import wait_for_turn
from provision.actions.writing import section_kind_of
from provision.choices import PlanState
from provision.models import Plan, PlanSection
from provision.views.finding import plan_or_404
from provision.workflow import OPEN_STATES, may_write
from senco.core.htmx import redirect_after


def plan_to_write_or_404(request, pk) -> Plan:
    """The plan with its state, as it is once nobody else is writing in it."""
    found = plan_or_404(request, pk)
    if request.method != "POST":
        return found
    wait_for_turn(found)
    return plan_or_404(request, pk)


def row_to_write_or_404(request, model, pk):
    """A row of a plan, its plan with its state."""
    rows = model.objects.visible_to(request.membership)
    plan = plan_to_write_or_404(request, get_object_or_404(rows, pk=pk).plan_id)
    row = get_object_or_404(rows, pk=pk)  # read once its turn has come
    row.plan = plan
    return row


def section_of(plan: Plan, kind: str) -> PlanSection | None:
    """The section that shows rows of this kind; a template may have none."""
    return plan.sections.filter(kind=kind).first()


def section_for(plan: Plan, row) -> PlanSection | None:
    """The section that a row stands in. A new one needs it: 404 without; an old one may have outlived it."""
    found = section_of(plan, section_kind_of(row))
    if found is None and row._state.adding:
        raise Http404
    return found


def insist_editor(request, section: PlanSection | None) -> None:
    """Raises PermissionDenied (403) for whoever may never write this section, in whatever state its plan is."""
    if not may_write(PlanState.DRAFT, request.membership, section.editors if section else ()):
        raise PermissionDenied("provision.write_plan")


def turned_away(request, plan: Plan, section: PlanSection | None):
    """Back to the plan with a word why, where nobody of this role writes in the plan's present state; else None."""
    insist_editor(request, section)
    if may_write(plan.state, request.membership, section.editors if section else ()):
        return None
    messages.warning(request, why_not(plan))
    return redirect_after(request, place_of(plan, section))


def why_not(plan: Plan) -> str:
    if plan.state not in OPEN_STATES:
        return _("This plan is closed. Begin the next cycle to go on from it.")
    told = {"state": PlanState(plan.state).label}
    return _("The plan is at “%(state)s”: in this state only the SENCO writes in it.") % told


def place_of(plan: Plan, section: PlanSection | None) -> str:
    """The address of a section on its plan's page."""
    address = plan.get_absolute_url()
    return f"{address}#part-{section.code}" if section else address
