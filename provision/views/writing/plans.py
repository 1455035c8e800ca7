"""A plan begins, and is called by its facts while it is a draft."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from provision.actions.beginning import begin_plan
from provision.actions.describing import DESCRIBED, describe_plan
from provision.choices import PlanState
from provision.forms.plans import BeginForm, DescribeForm
from provision.queries.beginning import open_plans, review_day
from provision.queries.templates import plan_types_for
from provision.views.writing.answering import accepted, edit
from provision.views.writing.finding import plan_to_write_or_404
from register.views.finding import pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("provision.begin_plan")
def begin(request, pk):
    """Choose a kind of plan, its dates and its lead. Where one of the kind is open, the page leads there instead."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="plan form", pupil_id=pupil.pk)
    choices = {"kinds": plan_types_for(pupil.school), "review_on": review_day(pupil.school, localdate())}
    form = BeginForm(request.POST or None, pupil=pupil, membership=request.membership, **choices)
    if accepted(restore(form, request.membership), lambda: write(pupil, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("The plan has begun. It is a draft until it is shared."))
        return redirect(form.outcome)
    context = {"pupil": pupil, "form": form, "open": open_plans(pupil, request.membership)}
    return render(request, "provision/writing/begin.html", context, status=422 if form.errors else 200)


def write(pupil, form, by):
    return begin_plan(pupil=pupil, by=by, **form.cleaned_data)


@requires("provision.begin_plan")
def describe(request, pk):
    """Title, dates and lead, as long as the plan is a draft."""
    plan = plan_to_write_or_404(request, pk)
    if request.method != "POST" and plan.state != PlanState.DRAFT:
        messages.warning(request, _("Title, dates and lead can be changed while a plan is a draft."))
        return redirect(plan)
    form = DescribeForm(request.POST or None, instance=plan, membership=request.membership)
    return edit(
        request,
        plan,
        None,
        form,
        title=_("Title, dates and lead"),
        act=lambda: describe_with(form, request.membership),
    )


def describe_with(form, by):
    for name in DESCRIBED:
        setattr(form.instance, name, form.cleaned_data[name])
    return describe_plan(plan=form.instance, by=by)
