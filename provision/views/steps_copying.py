"""Copying a plan to another pupil."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from provision.actions.copying import copy_plan as copy
from provision.forms.steps import CopyForm
from provision.queries.beginning import review_day
from provision.views.finding import plan_or_404, sent
from register.forms.picking import as_typed
from register.views.picking import picking
from register.views.stepping import tried
from senco.audit.actions import record_opened
from senco.core.htmx import render_page
from senco.core.permissions import SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = "provision/steps/copy.html"


@requires("provision.begin_plan")
def copy_plan(request, pk):
    """To whom, from when until when; then a draft that is to be written anew."""
    plan = plan_or_404(request, pk)
    dates = {"review_on": review_day(plan.pupil.school, localdate())}
    form = CopyForm(sent(request), plan=plan, membership=request.membership, initial=dates)
    restore(form, request.membership)
    if tried(form, lambda: write_copy(plan, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        words = _("A draft for %(name)s. Write every marked text anew before it goes to anybody.")
        messages.success(request, words % {"name": form.outcome.pupil.name})
        return redirect(form.outcome)
    record_opened(request.membership, what="copy of a plan", pupil_id=plan.pupil_id)
    return render(request, PAGE, around(request, plan, form), status=422 if form.errors else 200)


def write_copy(plan, form, by):
    chosen = {name: form.cleaned_data[name] for name in ("pupil", "starts", "review_on")}
    return copy(plan=plan, by=by, **chosen)


@requires("provision.begin_plan", methods=SUBMIT)
def find_copy_pupil(request, pk):
    """The pupils that fit what was typed."""
    plan = plan_or_404(request, pk)
    form = CopyForm(plan=plan, membership=request.membership, initial=as_typed(CopyForm, request.POST))
    return render_page(request, PAGE, around(request, plan, form), part="picker")


def around(request, plan, form) -> dict:
    form.action = reverse("provision:copy_plan", args=[plan.pk])
    return {"plan": plan, "source": plan.pupil, "form": form} | picking(request, form)
