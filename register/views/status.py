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
from register.models import SenStatus
from register.queries.pupils import status_line
from register.views.finding import accepted, pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("register.change_status")
def change(request, pk):
    """Start or end SEN Support, record an EHC plan, with reason and evidence."""
    pupil = pupil_or_404(request, pk)
    known = pupil.needs.current().exists()
    form = restore(StatusForm(request.POST or None, pupil=pupil, needs_known=known), request.membership)
    before = marks_of(pupil)
    if accepted(form, lambda form: write_change(pupil, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        words = {"name": pupil.name, "status": form.outcome}
        tell(request, pupil, before, _("%(name)s: %(status)s.") % words)
        return redirect(pupil)
    return ask(request, pupil, form, _("Change SEN status"))


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
    form = restore(PastPeriodForm(request.POST or None, pupil=pupil), request.membership)
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


def ask(request, pupil, form, title: str):
    record_opened(request.membership, what="status form", pupil_id=pupil.pk)
    context = {"pupil": pupil, "form": form, "title": title, "line": status_line(pupil)}
    return render(request, "register/pupils/form.html", context, status=422 if form.errors else 200)
