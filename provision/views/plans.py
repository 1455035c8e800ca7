"""Reading: the plans of one pupil, and one plan as it stands now."""

from django.shortcuts import render

from provision.models import Plan
from provision.queries.steps import last_word, open_steps
from provision.views.finding import plan_or_404
from provision.views.writing.answering import page_of
from register.views.finding import pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires


@requires("provision.view_plan", methods=READ)
def pupil_plans(request, pk):
    """Every plan of the pupil, the newest first."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="plans", pupil_id=pupil.pk)
    found = Plan.objects.visible_to(request.membership).filter(pupil=pupil).with_state()
    context = {
        "pupil": pupil,
        "plans": found.select_related("lead"),
        "may_begin": request.membership.may("provision.begin_plan"),
    }
    return render(request, "provision/plans/list.html", context)


@requires("provision.view_plan", methods=READ)
def plan(request, pk):
    """The plan as its rows say it now: the place to read it and to work on it."""
    shown = plan_or_404(request, pk)
    record_opened(request.membership, what="plan", pupil_id=shown.pupil_id)
    context = page_of(request, shown) | {
        "steps": open_steps(shown, request.membership),
        "word": last_word(shown, request.membership),
    }
    return render(request, "provision/plans/plan.html", context)
