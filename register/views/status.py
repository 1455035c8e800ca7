"""Changing a pupil's SEN status, telling the parent, adding to the history, and taking a change back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.needs import set_needs
from register.actions.status import change_status, record_parent_told
from register.actions.status_history import insert_period
from register.actions.undoing import Marks, marks_of, undo_status
from register.choices import NeedSource
from register.forms.status import PastPeriodForm, StatusForm, ToldForm
from register.frameworks import framework_of
from register.frameworks.shape import Stage
from register.models import Monitoring, SenStatus
from register.queries.duties import duties_about, requirements
from register.queries.pupils import status_line
from register.views.finding import accepted, pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("register.change_status")
def change(request, pk):
    """Move the pupil on the ladder, with reason and evidence, seeing what a stage asks for (`?stage=`; else the next one)."""
    pupil = pupil_or_404(request, pk)
    framework, known = framework_of(request.membership.school), pupil.needs.current().exists()
    looked_at = framework.stage(request.GET.get("stage", ""))
    chosen = {"stage": looked_at.code} if looked_at else {}
    form = StatusForm(
        request.POST or None, initial=chosen, pupil=pupil, framework=framework, needs_known=known
    )
    form = restore(form, request.membership)
    before = marks_of(pupil)
    if accepted(form, lambda form: write_change(pupil, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        words = {"name": pupil.name, "status": form.outcome}
        tell(request, pupil, before, _("%(name)s: %(status)s.") % words)
        return redirect(pupil)
    return ask_where_to(request, pupil, form, looked_at)


def ask_where_to(request, pupil, form, looked_at: Stage | None):
    """The form, beside what the present stage still asks for and what the next one will ask for."""
    framework = framework_of(request.membership.school)
    current = pupil.statuses.current().first()
    here = current.stage if current else framework.base.code
    looked_at = looked_at or framework.after(here)
    more = {
        "framework": framework,
        "here": here,
        "watched": Monitoring.objects.visible_to(request.membership).current().filter(pupil=pupil).first(),
        "duties": duties_about(pupil, request.membership),
        "looked_at": looked_at,
        "asked": requirements(looked_at, pupil) if looked_at else [],
        "today": localdate(),
    }
    return ask(request, pupil, form, _("Change SEN status"), "register/pupils/move.html", **more)


def write_change(pupil, form, by) -> SenStatus:
    """The status and, where it was given, the first need."""
    period = change_status(pupil=pupil, by=by, **form.change())
    need = form.cleaned_data.get("primary_need")
    if need:
        set_needs(pupil=pupil, needs=[(need, 1, NeedSource.SCHOOL, "")], on=period.starts, by=by)
    return period


@requires("register.change_status")
def add_past_period(request, pk):
    """Record a status of an earlier time."""
    pupil = pupil_or_404(request, pk)
    framework = framework_of(request.membership.school)
    form = restore(PastPeriodForm(request.POST or None, pupil=pupil, framework=framework), request.membership)
    before = marks_of(pupil)
    if accepted(form, lambda form: insert_period(pupil=pupil, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        tell(request, pupil, before, _("Added to the status history of %(name)s.") % {"name": pupil.name})
        return redirect(pupil)
    return ask(request, pupil, form, _("Add to the status history"))


@requires("register.change_status")
def tell_parent(request, pk, status_pk):
    """Record when and how the parent was told of a status."""
    pupil = pupil_or_404(request, pk)
    status = get_object_or_404(SenStatus.objects.visible_to(request.membership), pk=status_pk, pupil=pupil)
    form = ToldForm(request.POST or None, initial={"parent_told_on": status.parent_told_on or localdate()})
    form.cancel_url = pupil.get_absolute_url()
    before = marks_of(pupil)
    if accepted(form, lambda form: write_told(status, form.cleaned_data, request.membership)):
        tell(request, pupil, before, _("Recorded: the parent of %(name)s was told.") % {"name": pupil.name})
        return redirect(pupil)
    return ask(request, pupil, form, _("Parent told: %(status)s") % {"status": status})


def write_told(status: SenStatus, answers: dict, by) -> SenStatus:
    return record_parent_told(
        status=status, on=answers["parent_told_on"], how=answers["parent_told_how"], by=by
    )


@requires("register.change_status", methods=SUBMIT)
def undo(request, pk, before, after, needs_before, needs_after):
    """The status is as it was before one change, and so are the needs that were recorded with it."""
    pupil = pupil_or_404(request, pk)
    status, needs = (before, after), (needs_before, needs_after)
    try:
        undo_status(pupil=pupil, status=status, needs=needs, by=request.membership)
        messages.success(
            request, _("Undone. The SEN status of %(name)s is as before.") % {"name": pupil.name}
        )
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect(pupil)


def tell(request, pupil, before: Marks, text: str) -> None:
    """Say what was done and offer to take it back."""
    after = marks_of(pupil)
    marks = [each[model] for model in ("SenStatus", "SenNeed") for each in (before, after)]
    offer_undo(request, text, reverse("register:undo_status", args=[pupil.pk, *marks]))


def ask(request, pupil, form, title: str, template: str = "register/pupils/form.html", **more):
    record_opened(request.membership, what="status form", pupil_id=pupil.pk)
    context = {"pupil": pupil, "form": form, "title": title, "line": status_line(pupil), **more}
    return render(request, template, context, status=422 if form.errors else 200)
