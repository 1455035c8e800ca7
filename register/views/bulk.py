"""Something for many pupils at once: ticked in the register, named on one page, then done, with an undo."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.actions.key_adults import restore_key_adults, set_key_adult
from register.actions.monitoring import end, watch
from register.choices import ON_REGISTER
from register.forms.pupils import KeyAdultForm
from register.forms.sen_register import ConfirmForm, WatchForm
from register.models import Monitoring
from register.views.finding import accepted
from register.views.selecting import carried_on, for_many, list_url
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo


@requires("register.edit_pupil")
@recently_authenticated
@for_many
def set_key_adults(request, pupils):
    """One key adult for every ticked pupil."""
    form = KeyAdultForm(request.POST or None, membership=request.membership, for_many=True)
    if pupils and accepted(form, lambda form: write_adult(pupils, form, request.membership)):
        before, after = form.outcome
        told = {"name": form.cleaned_data["adult"].name, "count": len(pupils)}
        text = ngettext(
            "%(name)s is now the key adult of %(count)d pupil.",
            "%(name)s is now the key adult of %(count)d pupils.",
            len(pupils),
        )
        offer_undo(request, text % told, reverse("register:undo_key_adults", args=[before, after]))
        return back_to_list(request)
    return ask(
        request,
        form,
        pupils,
        _("Set the key adult"),
        _("The key adult may open the record of each of these pupils."),
    )


def write_adult(pupils, form, by) -> tuple[int, int]:
    return set_key_adult(pupils=pupils, adult=form.cleaned_data["adult"], by=by)


@requires("register.edit_pupil", methods=SUBMIT)
@recently_authenticated
def undo_key_adults(request, before, after):
    """The key adults are as they were before one change of one's own."""
    count = restore_key_adults(before=before, after=after, by=request.membership)
    if count:
        text = ngettext(
            "The key adult of %(count)d pupil is as before.",
            "The key adults of %(count)d pupils are as before.",
            count,
        )
        messages.success(request, text % {"count": count})
    else:
        messages.warning(request, _("Nothing was undone: the key adults were changed again since."))
    return redirect("register:register")


@requires("register.triage_concern")
@for_many
def watch_pupils(request, pupils):
    """Watch every ticked pupil who is not on the register, until a date."""
    pupils = [pupil for pupil in pupils if pupil.provision not in ON_REGISTER]
    form = WatchForm(request.POST or None)
    if pupils and accepted(form, lambda form: watch_each(pupils, form.cleaned_data, request.membership)):
        messages.success(request, _("%(count)d pupils are being watched.") % {"count": len(pupils)})
        return back_to_list(request)
    why = _(
        "Pupils on SEN Support or with an EHC plan are left out: watching is for those below SEN Support."
    )
    return ask(request, form, pupils, _("Watch pupils"), why)


def watch_each(pupils, answers: dict, by) -> None:
    for pupil in pupils:
        watch(pupil=pupil, by=by, **answers)


@requires("register.triage_concern")
@for_many
def stop_watching(request, pupils):
    """Stop watching every ticked pupil who is being watched."""
    pupils = [pupil for pupil in pupils if pupil.watched_until]
    sent = request.POST if request.method == "POST" else None
    form = ConfirmForm(sent, submit_label=_("Stop watching"))
    if pupils and accepted(form, lambda form: stop_each(pupils, request.membership)):
        messages.success(request, _("%(count)d pupils are no longer watched.") % {"count": len(pupils)})
        return back_to_list(request)
    return ask(request, form, pupils, _("Stop watching"), _("The dates stay in each pupil's chronology."))


def stop_each(pupils, by) -> None:
    running = Monitoring.objects.visible_to(by).current().filter(pupil__in=[pupil.pk for pupil in pupils])
    for monitoring in running.order_by("pk"):
        end(monitoring=monitoring, by=by)


def ask(request, form, pupils, title: str, why: str):
    """The page that says what will happen to whom before it happens; its form carries exactly those."""
    record_listed(request.membership, what="register bulk", pupil_ids=[pupil.pk for pupil in pupils])
    form.fields["named"] = forms.CharField(widget=forms.HiddenInput, required=False)
    form.initial["named"] = ",".join(pupil.pk.hex for pupil in pupils)
    if form.is_bound:
        form.data = form.data.copy()
        form.data["named"] = form.initial["named"]
    form.action = f"{request.path}?{carried_on(request.GET).urlencode()}"
    form.cancel_url = list_url(request)
    context = {"form": form, "pupils": pupils, "title": title, "why": why, "list_url": form.cancel_url}
    return render(request, "register/sen_register/bulk.html", context, status=422 if form.errors else 200)


def back_to_list(request):
    return redirect(list_url(request))
