"""The scales of a school: shipped ones taken over, own ones written, changed, retired."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.progress import add_scale, bring_back_scale, change_scale, retire_scale, take_scales
from provision.forms.progress import ScaleForm
from provision.models import Scale
from provision.scales import SHIPPED_SCALES
from register.views.finding import accepted
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

VIEW, EDIT = "provision.view_progress", "provision.edit_scales"


@requires(VIEW, methods=READ)
def scales(request):
    """What the school measures on, and the shipped scales that it has not taken over."""
    found = list(Scale.objects.visible_to(request.membership).select_related("saved_by"))
    there = {scale.name.casefold() for scale in found if scale.retired_at is None}
    context = {
        "offered": [scale for scale in found if scale.retired_at is None],
        "retired": [scale for scale in found if scale.retired_at],
        "shipped": [scale for scale in SHIPPED_SCALES if str(scale.name).casefold() not in there],
        "may_edit": request.membership.may(EDIT),
    }
    return render(request, "provision/progress/scales.html", context)


@requires(EDIT, methods=SUBMIT)
def take_over(request):
    """The ticked shipped scales."""
    try:
        made = take_scales(codes=request.POST.getlist("selected"), by=request.membership)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        words = ngettext("%(n)d scale is added.", "%(n)d scales are added.", len(made))
        messages.success(request, words % {"n": len(made)})
    return redirect("provision:scales")


@requires(EDIT)
def add(request):
    new = Scale(school=request.membership.school)
    return form_page(request, new, lambda form: add_scale(scale=form.instance, by=request.membership))


@requires(EDIT)
def edit(request, pk):
    """Where a colleague saved in between, both versions are laid side by side."""
    row = scale_or_404(request, pk)
    return form_page(request, row, lambda form: change_scale(scale=form.instance, by=request.membership))


def form_page(request, scale, act):
    back, is_new = reverse("provision:scales"), scale._state.adding
    form = ScaleForm(request.POST or None, instance=scale, cancel_url=back)
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "is_new": is_new, "back": back}
    return render(request, "provision/progress/scale.html", context, status=422 if form.errors else 200)


def scale_or_404(request, pk) -> Scale:
    found = Scale.objects.visible_to(request.membership).select_related("saved_by")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(EDIT, methods=SUBMIT)
def retire(request, pk):
    row = scale_or_404(request, pk)
    retire_scale(scale=row, by=request.membership)
    offer_undo(
        request,
        _("Retired. What was measured on it stays."),
        reverse("provision:bring_back_scale", args=[pk]),
    )
    return redirect("provision:scales")


@requires(EDIT, methods=SUBMIT)
def bring_back(request, pk):
    row = scale_or_404(request, pk)
    try:
        bring_back_scale(scale=row, by=request.membership)
        messages.success(request, _("Offered again."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("provision:scales")
