"""Alerts of one pupil: what holds, what held, and the office's forms."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.alerts import add_alert, change_alert, end_alert
from provision.forms.profiles import AlertForm
from provision.models import PupilAlert
from register.views.finding import accepted, pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("provision.view_profile", methods=READ)
def alerts(request, pk):
    """Those that hold first; what is over or still to come below."""
    pupil, today = pupil_or_404(request, pk), timezone.localdate()
    record_opened(request.membership, what="alerts", pupil_id=pupil.pk)
    found = list(
        PupilAlert.objects.visible_to(request.membership).filter(pupil=pupil).select_related("saved_by")
    )
    context = {
        "pupil": pupil,
        "now": [one for one in found if one.holds(today)],
        "others": [one for one in found if not one.holds(today)],
        "may_write": request.membership.may("provision.write_alert"),
    }
    return render(request, "provision/profiles/alerts.html", context)


@requires("provision.write_alert")
def add(request, pk):
    """A new alert; it begins today unless another day is given."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="alert form", pupil_id=pupil.pk)
    new = PupilAlert(pupil=pupil, school_id=pupil.school_id, starts=timezone.localdate())
    return form_page(
        request, pupil, new, lambda form: add_alert(alert=form.instance, pupil=pupil, by=request.membership)
    )


@requires("provision.write_alert")
def edit(request, pk):
    """Correct an alert. Where a colleague saved in between, both versions are laid side by side."""
    found = PupilAlert.objects.visible_to(request.membership).select_related("pupil", "saved_by")
    alert = get_object_or_404(to_edit(request, found), pk=pk)
    record_opened(request.membership, what="alert form", pupil_id=alert.pupil_id)
    return form_page(
        request, alert.pupil, alert, lambda form: change_alert(alert=form.instance, by=request.membership)
    )


def form_page(request, pupil, alert, act):
    back = redirect("provision:alerts", pupil.pk)
    is_new = alert._state.adding
    form = AlertForm(request.POST or None, instance=alert, pupil=pupil, cancel_url=back.url)
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        messages.success(
            request, _("The alert is saved. Everybody who teaches %(name)s sees it.") % {"name": pupil.name}
        )
        return back
    context = {"pupil": pupil, "form": form, "is_new": is_new}
    return render(request, "provision/profiles/alert.html", context, status=422 if form.errors else 200)


@requires("provision.write_alert", methods=SUBMIT)
def end(request, pk):
    """It does not hold any more. It stays readable as one that held."""
    alert = get_object_or_404(to_edit(request, PupilAlert.objects.visible_to(request.membership)), pk=pk)
    if alert.holds(timezone.localdate()) or alert.ends is None:
        end_alert(alert=alert, by=request.membership)
        messages.success(request, _("The alert has ended."))
    return redirect("provision:alerts", alert.pupil_id)
