"""Outcomes with their targets."""

from django.utils.translation import gettext as _

from provision.actions.outcomes import add_outcome, save_outcome
from provision.forms.outcomes import OutcomeForm
from provision.models import Outcome, Plan
from provision.views.writing.answering import writing
from provision.views.writing.finding import plan_to_write_or_404, row_to_write_or_404, section_for
from provision.workflow import WRITE
from senco.core.permissions import requires


@requires(WRITE)
def add(request, pk):
    """A new outcome at the end of the list."""
    plan = plan_to_write_or_404(request, pk)
    return asked(request, plan, Outcome(), f"outcome:new:{plan.pk}", _("Add an outcome"))


@requires(WRITE)
def change(request, pk):
    """Write on an outcome."""
    outcome = row_to_write_or_404(request, Outcome, pk)
    return asked(request, outcome.plan, outcome, f"outcome:{outcome.pk}", _("Edit the outcome"))


def asked(request, plan: Plan, outcome: Outcome, draft_key: str, title: str):
    targets = [] if outcome._state.adding else outcome.targets.order_by("position", "id")

    def make(part):
        form = OutcomeForm(
            request.POST or None,
            instance=outcome,
            plan=plan,
            membership=request.membership,
            targets=targets,
            part=part,
        )
        form.draft_key = draft_key
        return form

    section = section_for(plan, outcome)
    return writing(
        request, plan, section, make=make, act=lambda form: put(form, plan, request.membership), title=title
    )


def put(form: OutcomeForm, plan: Plan, by) -> Outcome:
    outcome, lines = form.instance, form.target_lines()
    if outcome._state.adding:
        return add_outcome(outcome=outcome, plan=plan, lines=lines, by=by)
    return save_outcome(outcome=outcome, fields=form._meta.fields, lines=lines, by=by)
