"""Rate cards, budgets and settings: what costs are worked out from, and what pays for them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.costs import (
    add_money,
    bring_back_money,
    change_money,
    remove_money,
    save_cost_settings,
)
from provision.forms.costs import BudgetForm, CostSettingsForm, RateForm
from provision.models import Budget, StaffRate, TopUp
from provision.queries.costs.loading import cost_settings_of
from provision.queries.costs.periods import THIS_YEAR, periods_for
from register.views.finding import accepted
from senco.accounts.queries import calendar_of
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

VIEW, EDIT = "provision.view_costs", "provision.edit_costs"


@requires(VIEW, methods=READ)
def rates(request):
    """Both cards, the newest rate of each kind of adult first."""
    found = StaffRate.objects.visible_to(request.membership).kept().select_related("saved_by")
    context = {"rates": found, "may_edit": request.membership.may(EDIT)}
    return render(request, "provision/costs/rates.html", context)


@requires(EDIT)
def add_rate(request):
    new = StaffRate(school=request.membership.school, card="school", valid_from=timezone.localdate())
    return form_page(request, new, RateForm, reverse("provision:rates"), "provision/costs/rate.html")


@requires(EDIT)
def edit_rate(request, pk):
    found = StaffRate.objects.visible_to(request.membership).kept().select_related("saved_by")
    record = get_object_or_404(to_edit(request, found), pk=pk)
    return form_page(request, record, RateForm, reverse("provision:rates"), "provision/costs/rate.html")


@requires(VIEW, methods=READ)
def budgets(request):
    found = (
        Budget.objects.visible_to(request.membership)
        .kept()
        .select_related("saved_by")
        .order_by("-starts", "pk")
    )
    context = {"budgets": found, "may_edit": request.membership.may(EDIT)}
    return render(request, "provision/costs/budgets.html", context)


@requires(EDIT)
def add_budget(request):
    me = request.membership
    periods = periods_for(cost_settings_of(me.school), calendar_of(me.school), timezone.localdate())
    year = periods[THIS_YEAR]
    new = Budget(school=me.school, starts=year.first, ends=year.last)
    return form_page(request, new, BudgetForm, reverse("provision:budgets"), "provision/costs/budget.html")


@requires(EDIT)
def edit_budget(request, pk):
    found = Budget.objects.visible_to(request.membership).kept().select_related("saved_by")
    record = get_object_or_404(to_edit(request, found), pk=pk)
    return form_page(request, record, BudgetForm, reverse("provision:budgets"), "provision/costs/budget.html")


def form_page(request, record, form_class, back: str, template: str, **context):
    """The form of a new or known record; saved, it leads back."""
    form = form_class(request.POST or None, instance=record, cancel_url=back)
    restore(form, request.membership)
    act = add_money if record._state.adding else change_money
    is_new = record._state.adding
    if accepted(form, lambda form: act(record=form.instance, by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(back)
    context |= {"form": form, "is_new": is_new, "back": back}
    return render(request, template, context, status=422 if form.errors else 200)


@requires(EDIT)
def settings(request):
    """The financial year, the rate card, and how a group's cost is shared."""
    back = reverse("provision:costs")
    form = CostSettingsForm(
        request.POST or None, instance=cost_settings_of(request.membership.school), cancel_url=back
    )
    restore(form, request.membership)
    if accepted(form, lambda form: save_cost_settings(settings=form.instance, by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved. Every figure is worked out anew."))
        return redirect(back)
    return render(
        request, "provision/costs/settings.html", {"form": form}, status=422 if form.errors else 200
    )


KINDS = {  # in addresses → what it is, and the page that lists it
    "rate": (StaffRate, "provision:rates"),
    "budget": (Budget, "provision:budgets"),
    "top-up": (TopUp, "provision:pupil_costs"),
}


def record_or_404(request, kind: str, pk):
    """The record and where it is listed."""
    model, page = KINDS[kind]
    record = get_object_or_404(to_edit(request, model.objects.visible_to(request.membership)), pk=pk)
    return record, reverse(page, args=[record.pupil_id] if model is TopUp else [])


@requires(EDIT, methods=SUBMIT)
def remove(request, kind, pk):
    """It was a mistake: it counts no longer, and can be brought back."""
    record, back = record_or_404(request, kind, pk)
    if record.removed_at is None:
        remove_money(record=record, by=request.membership)
        offer_undo(
            request, _("Removed."), reverse(f"provision:bring_back_{kind.replace('-', '_')}", args=[pk])
        )
    return redirect(back)


@requires(EDIT, methods=SUBMIT)
def bring_back(request, kind, pk):
    record, back = record_or_404(request, kind, pk)
    try:
        if record.removed_at is not None:
            bring_back_money(record=record, by=request.membership)
            messages.success(request, _("It is back."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect(back)
