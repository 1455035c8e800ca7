"""Calls that parents ask for: the parent asks and takes back, the office sees that one was made or was not needed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.views.finding import accepted, pupil_or_404
from register.views.writing import only_reads
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore
from senco.liaison.actions.calls import answer_call, ask_for_call, open_call_again, withdraw_call
from senco.liaison.forms.calls import CallForm
from senco.liaison.models import CallRequest
from senco.liaison.queries.calls import ANSWER, calls_for

ASK = "liaison.ask_for_call"


@requires(ASK)
def ask(request, pk):
    """Where the parent has asked already, what they asked, and a way to take it back."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="ask for a call", pupil_id=pupil.pk)
    if page := only_reads(request, pupil):
        return page
    form = CallForm(request.POST or None, pupil=pupil)
    form.cancel_url = reverse("dashboard:child", args=[pupil.pk])
    restore(form, me)
    if accepted(form, lambda form: ask_for_call(call=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Thank you. We will ring you."))
        return redirect("liaison:ask_for_call", pupil.pk)
    call = calls_for(me).filter(pupil=pupil).first()
    context = {"pupil": pupil, "form": form, "call": call}
    return render(request, "liaison/ask_for_call.html", context, status=422 if form.errors else 200)


def call_or_404(request, pk) -> CallRequest:
    """One that this person reads, held while they change it."""
    return get_object_or_404(to_edit(request, CallRequest.objects.visible_to(request.membership)), pk=pk)


@requires(ASK, methods=SUBMIT)
def withdraw(request, pk):
    call = call_or_404(request, pk)
    try:
        withdraw_call(call=call, by=request.membership)
    except PermissionDenied as refused:
        raise Http404 from refused
    messages.success(request, _("We will not ring you. You can ask again at any time."))
    return redirect("dashboard:child", call.pupil_id)


@requires(ANSWER, methods=SUBMIT)
def close(request, pk):
    """No call is needed any more."""
    call = call_or_404(request, pk)
    answer_call(call=call, by=request.membership)
    offer_undo(request, _("The call is taken off the list."), reverse("liaison:open_call", args=[pk]))
    return redirect("liaison:contact_log")


@requires(ANSWER, methods=SUBMIT)
def open_again(request, pk):
    try:
        open_call_again(call=call_or_404(request, pk), by=request.membership)
        messages.success(request, _("The call is on the list again."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("liaison:contact_log")
