"""Rows of a plan change places, leave it and come back: buttons without a form."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions import outcomes, writing
from provision.actions.listing import DOWN, MOVED, UP, move_row
from provision.models import Outcome, PlanItem, PlannedProvision, Score, Target
from provision.views.writing.answering import answer
from provision.views.writing.finding import row_to_write_or_404, section_for, turned_away
from provision.workflow import WRITE
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo

KINDS = {
    "outcome": Outcome,
    "target": Target,
    "item": PlanItem,
    "provision": PlannedProvision,
    "score": Score,
}


@requires(WRITE, methods=SUBMIT)
def move_up(request, pk, kind):
    """One place up in its list."""
    return move(request, pk, kind, UP)


@requires(WRITE, methods=SUBMIT)
def move_down(request, pk, kind):
    """One place down in its list."""
    return move(request, pk, kind, DOWN)


def move(request, pk, kind: str, step: int):
    if KINDS.get(kind) not in MOVED:
        raise Http404
    return with_row(request, pk, kind, lambda row: move_row(row=row, by=request.membership, step=step))


@requires(WRITE, methods=SUBMIT)
def remove(request, pk, kind):
    """The row leaves the plan; it can be brought back at once, and later from the list of what was removed."""

    def act(row):
        if isinstance(row, Target):
            outcomes.remove_target(target=row, by=request.membership)
        else:
            writing.remove_row(row=row, by=request.membership)
        back = reverse("provision:bring_row_back", args=[row.pk, kind])
        offer_undo(request, _("Removed: “%(row)s”") % {"row": str(row)[:60]}, back)

    return with_row(request, pk, kind, act)


@requires(WRITE, methods=SUBMIT)
def bring_back(request, pk, kind):
    """The row is on the plan again."""

    def act(row):
        if isinstance(row, Target):
            outcomes.bring_target_back(target=row, by=request.membership)
        else:
            writing.bring_back(row=row, by=request.membership)
        messages.success(request, _("Back on the plan: “%(row)s”") % {"row": str(row)[:60]})

    return with_row(request, pk, kind, act)


def with_row(request, pk, kind: str, act):
    """Find the row of this kind, do it, and answer with its section."""
    if kind not in KINDS:
        raise Http404
    row = row_to_write_or_404(request, KINDS[kind], pk)
    section = section_for(row.plan, row)
    if away := turned_away(request, row.plan, section):
        return away
    act(row)
    return answer(request, row.plan, section)
