"""The times, adults and places of a group: added, changed from a day on, ended, removed; each can be undone."""

import datetime
from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.groups import (
    add_places,
    add_to_group,
    bring_row_back,
    change_from,
    change_place,
    end_row,
    remove_row,
    reopen_row,
)
from provision.forms.groups import AdultForm, EndForm, PlaceForm, PlacesForm, TimeForm
from provision.models import ProvisionAdult, ProvisionTime
from provision.views.finding import sent
from provision.views.groups.finding import group_to_edit_or_404, row_or_404
from register.views.finding import accepted
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

EDIT = "provision.edit_groups"
FORM = "provision/groups/form.html"


def page(request, group, form, act, heading: str, template: str = FORM):
    """The form; saved, it leads back to the group, where new clashes stand."""
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(group)
    context = {"form": form, "group": group, "heading": heading}
    return render(request, template, context, status=422 if form.errors else 200)


@requires(EDIT)
@recently_authenticated
def add_time(request, pk):
    group = group_to_edit_or_404(request, pk)
    form = TimeForm(sent(request), group=group, membership=request.membership)
    form.draft_key = f"group-time:{pk}"

    def act(form):
        starts = form.cleaned_data["starts"]
        return add_to_group(
            row=ProvisionTime(provision=group, starts=starts, **form.values()), by=request.membership
        )

    return page(request, group, form, act, _("One more time"))


@requires(EDIT)
@recently_authenticated
def change_time(request, pk):
    """From a day on it is at another time; what was planned before stays as it was."""
    row = row_or_404(request, "time", pk)
    form = TimeForm(
        sent(request), group=row.provision, membership=request.membership, initial=TimeForm.initial_of(row)
    )
    form.draft_key = f"time:{pk}"

    def act(form):
        return change_from(
            row=row, values=form.values(), day=form.cleaned_data["starts"], by=request.membership
        )

    return page(request, row.provision, form, act, _("Another time from a day on"))


@requires(EDIT)
@recently_authenticated
def add_adult(request, pk):
    group = group_to_edit_or_404(request, pk)
    form = AdultForm(sent(request), group=group, membership=request.membership)
    form.draft_key = f"group-adult:{pk}"

    def act(form):
        return add_to_group(row=ProvisionAdult(provision=group, **form.cleaned_data), by=request.membership)

    return page(request, group, form, act, _("One more adult"))


@requires(EDIT)
@recently_authenticated
def add_pupils(request, pk):
    group = group_to_edit_or_404(request, pk)
    form = PlacesForm(sent(request), group=group, membership=request.membership)
    form.draft_key = f"group-places:{pk}"

    def act(form):
        return add_places(group=group, by=request.membership, **form.cleaned_data)

    return page(request, group, form, act, _("Add pupils"), "provision/groups/pupils.html")


@requires(EDIT)
@recently_authenticated
def edit_place(request, pk):
    """A pupil's own dates, the outcome it serves, and whether a plan in law asks for it."""
    place = row_or_404(request, "place", pk)
    record_opened(request.membership, what="place in a group", pupil_id=place.pupil_id)
    form = PlaceForm(sent(request), instance=place, membership=request.membership)

    def act(form):
        return change_place(place=form.instance, by=request.membership)

    return page(request, place.provision, form, act, place.pupil.name)


@requires(EDIT)
@recently_authenticated
def end(request, kind, pk):
    """The last day on which it holds."""
    row = row_or_404(request, kind, pk)
    form = EndForm(sent(request), row=row)
    form.draft_key = f"end:{pk}"
    back, ended_before = row.provision, row.ends
    if accepted(form, lambda form: end_row(row=row, last=form.cleaned_data["last"], by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        undo = reverse(f"provision:reopen_{kind}", args=[pk])
        offer_undo(request, _("Ended."), f"{undo}?ends={ended_before}" if ended_before else undo)
        return redirect(back)
    context = {"form": form, "group": back, "heading": _("End: %(what)s") % {"what": said(row)}}
    return render(request, "provision/groups/form.html", context, status=422 if form.errors else 200)


def said(row) -> str:
    """As the page of the group calls it."""
    return row.pupil.name if hasattr(row, "pupil") else str(row)


def done(request, row, act, words: str):
    """An action without a form; what it objects to is told on the page of the group."""
    try:
        act(row=row, by=request.membership)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
        return False
    if words:
        messages.success(request, words)
    return True


@requires(EDIT, methods=SUBMIT)
@recently_authenticated
def reopen(request, kind, pk):
    """It goes on; as the undo of an end, until the last day that it had before."""
    row = row_or_404(request, kind, pk)
    ends = day_or_none(request.GET.get("ends", ""))
    if row.ends is not None and (ends is None or row.starts <= ends <= row.provision.ends):
        done(request, row, partial(reopen_row, ends=ends), _("It goes on."))
    return redirect(row.provision)


def day_or_none(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


@requires(EDIT, methods=SUBMIT)
@recently_authenticated
def remove(request, kind, pk):
    row = row_or_404(request, kind, pk)
    if row.removed_at is None and done(request, row, remove_row, ""):
        offer_undo(request, _("Removed."), reverse(f"provision:bring_back_{kind}", args=[pk]))
    return redirect(row.provision)


@requires(EDIT, methods=SUBMIT)
@recently_authenticated
def bring_back(request, kind, pk):
    row = row_or_404(request, kind, pk)
    if row.removed_at is not None:
        done(request, row, bring_row_back, _("It is back."))
    return redirect(row.provision)
