"""The single steps of triage: assign, note, ask, remind, cancel, reopen. Each is one small form or button."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.actions import asked_views, triage
from register.forms.triage import AssignForm, CloseForm, ObserveForm, ReopenForm
from register.models import ConcernStep, ViewRequest
from register.queries.triage import picture_of
from register.views.stepping import concern_or_404, done_or_told, tried
from register.views.triage import ask_form, look_into
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard

TRIAGE = "register.triage_concern"


@requires(TRIAGE, methods=SUBMIT)
def assign(request, pk):
    """Say which colleague looks into it."""
    concern = concern_or_404(request, pk)
    form = AssignForm(request.POST, membership=request.membership)
    if tried(form, lambda: triage.assign(concern=concern, by=request.membership, **form.cleaned_data)):
        who = form.cleaned_data["to"]
        messages.success(
            request, _("This is with %(who)s now.") % {"who": who} if who else _("This is with nobody now.")
        )
        return redirect(concern)
    return look_into(request, concern, assign_form=form)


@requires(TRIAGE, methods=SUBMIT)
def observe(request, pk):
    """Keep a note that the office alone reads."""
    concern = concern_or_404(request, pk)
    form = ObserveForm(request.POST, concern=concern)
    if tried(form, lambda: triage.observe(concern=concern, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("The note is kept."))
        return redirect(concern)
    return look_into(request, concern, observe_form=form)


@requires(TRIAGE, methods=SUBMIT)
def ask_views(request, pk):
    """Ask teachers of the pupil for a short view by a day."""
    concern = concern_or_404(request, pk)
    picture = picture_of(concern, request.membership)
    form = ask_form(concern, picture, request.membership, request.POST)
    if tried(
        form, lambda: asked_views.ask_views(concern=concern, by=request.membership, **form.cleaned_data)
    ):
        told = ngettext("%(n)d colleague is asked.", "%(n)d colleagues are asked.", len(form.outcome))
        step = concern.steps.filter(kind=ConcernStep.Kind.VIEWS_ASKED).latest("at")
        offer_undo(
            request,
            told % {"n": len(form.outcome)},
            reverse("register:unask_views", args=[concern.pk, step.pk]),
        )
        return redirect(concern)
    return look_into(request, concern, ask_form=form)


@requires(TRIAGE, methods=SUBMIT)
def unask_views(request, pk, step_pk):
    """Undo one asking, before the e-mails have left."""
    concern = concern_or_404(request, pk)
    step = get_object_or_404(ConcernStep.objects.visible_to(request.membership), pk=step_pk, concern=concern)
    undo = lambda: asked_views.cancel_asked_at(concern=concern, moment=step.at, by=request.membership)  # noqa: E731
    done_or_told(request, undo, _("Undone: they are not asked."))
    return redirect(concern)


@requires(TRIAGE, methods=SUBMIT)
def remind(request, pk):
    """Remind everybody who has not answered."""
    concern = concern_or_404(request, pk)
    done_or_told(
        request,
        lambda: asked_views.remind(concern=concern, by=request.membership),
        _("A reminder is on its way."),
    )
    return redirect(concern)


@requires(TRIAGE, methods=SUBMIT)
def cancel_view(request, pk):
    """A view is not needed any more."""
    seen = ViewRequest.objects.visible_to(request.membership).select_related("asked", "concern")
    asked = get_object_or_404(seen, pk=pk)
    words = _("%(who)s is not asked any more.") % {"who": asked.asked}
    done_or_told(request, lambda: asked_views.cancel(view_request=asked, by=request.membership), words)
    return redirect(asked.concern)


@requires(TRIAGE, methods=SUBMIT)
def close_untold(request, pk):
    """Done with, though nobody is told from here; the office keeps why."""
    concern = concern_or_404(request, pk)
    form = CloseForm(request.POST)
    if tried(form, lambda: triage.close_untold(concern=concern, by=request.membership, **form.cleaned_data)):
        messages.success(request, _("%(reference)s is closed.") % {"reference": concern.reference})
        return redirect(concern)
    return look_into(request, concern, close_form=form)


@requires(TRIAGE, methods=SUBMIT)
def reopen(request, pk):
    """Take up a decided concern again."""
    concern = concern_or_404(request, pk)
    form = ReopenForm(request.POST)
    if tried(form, lambda: triage.reopen(concern=concern, by=request.membership, **form.cleaned_data)):
        messages.success(request, _("%(reference)s is open again.") % {"reference": concern.reference})
        return redirect(concern)
    return look_into(request, concern, reopen_form=form)
