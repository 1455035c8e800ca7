"""What stages ask for: the list, one duty, and what can be done about it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.duties import hand_over, record_done, take_back_record, take_back_waiver, waive
from register.evidence import kind_called
from register.forms.duties import DoneForm, DutiesForm, HandOverForm, WaiveForm
from register.frameworks import framework_of
from register.models import StageDuty
from register.queries.duties import duties_for, narrowed, with_people
from register.views.finding import accepted
from register.views.stepping import done_or_told
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 50


@requires("register.view_duties", methods=READ)
def duties(request):
    """The duties of the school, or those that are one's own; open ones first by the day they fall due, so that late ones lead."""
    me = request.membership
    form = DutiesForm(request.GET, framework=framework_of(me.school), whole_school=me.sees_whole_school)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(narrowed(duties_for(me), me, **chosen), PAGE).get_page(request.GET.get("page"))
    record_listed(me, what="duties", pupil_ids=sorted({duty.pupil_id for duty in page}))
    context = {"form": form, "page": page, "today": localdate()}
    return render(request, "register/duties/list.html", context, status=422 if form.errors else 200)


def duty_or_404(request, pk) -> StageDuty:
    """A duty in force, with its state, if this person may see it."""
    return get_object_or_404(with_people(StageDuty.objects.visible_to(request.membership).in_force()), pk=pk)


@requires("register.view_duties", methods=READ)
def duty(request, pk):
    """What is asked, who says so, by when, and what would fulfil it."""
    shown = duty_or_404(request, pk)
    record_opened(request.membership, what="duty", pupil_id=shown.pupil_id)
    context = {
        "duty": shown,
        "kind": kind_called(shown.evidence),
        "today": localdate(),
        "may_record": request.membership.may("register.record_duty"),
        "may_decide": request.membership.may("register.change_status"),
    }
    return render(request, "register/duties/duty.html", context)


@requires("register.record_duty")
def record(request, pk):
    """A written record that it was done."""
    shown = duty_or_404(request, pk)
    form = restore(DoneForm(request.POST or None, duty=shown), request.membership)
    if accepted(form, lambda form: record_done(duty=shown, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        undo = reverse("register:take_back_record", args=[pk])
        offer_undo(request, _("Recorded as done: %(duty)s.") % {"duty": shown}, undo)
        return redirect("register:duty", pk)
    return ask(request, shown, form, _("Record as done"))


@requires("register.change_status")
def waive_duty(request, pk):
    """It is not needed for this pupil, and why."""
    shown = duty_or_404(request, pk)
    form = restore(WaiveForm(request.POST or None, duty=shown), request.membership)
    if accepted(form, lambda form: waive(duty=shown, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        undo = reverse("register:take_back_waiver", args=[pk])
        offer_undo(request, _("Waived: %(duty)s.") % {"duty": shown}, undo)
        return redirect("register:duty", pk)
    return ask(request, shown, form, _("Waive a duty"))


@requires("register.change_status")
def hand_over_duty(request, pk):
    """Somebody else sees to it."""
    shown = duty_or_404(request, pk)
    form = HandOverForm(request.POST or None, duty=shown)
    if accepted(form, lambda form: hand_over(duty=shown, by=request.membership, **form.cleaned_data)):
        messages.success(request, _("%(name)s sees to it now.") % {"name": form.cleaned_data["owner"].name})
        return redirect("register:duty", pk)
    return ask(request, shown, form, _("Hand over a duty"))


@requires("register.record_duty", methods=SUBMIT)
def take_back_done(request, pk):
    """The written record was a mistake."""
    shown, me = duty_or_404(request, pk), request.membership
    done_or_told(request, lambda: take_back_record(duty=shown, by=me), _("The record is taken back."))
    return redirect("register:duty", pk)


@requires("register.change_status", methods=SUBMIT)
def take_back_waived(request, pk):
    """It is needed after all."""
    shown, me = duty_or_404(request, pk), request.membership
    done_or_told(request, lambda: take_back_waiver(duty=shown, by=me), _("The duty is needed again."))
    return redirect("register:duty", pk)


def ask(request, shown: StageDuty, form, title: str):
    record_opened(request.membership, what="duty form", pupil_id=shown.pupil_id)
    form.cancel_url = reverse("register:duty", args=[shown.pk])
    context = {"duty": shown, "form": form, "title": title}
    return render(request, "register/duties/form.html", context, status=422 if form.errors else 200)
