"""A pupil's types of need and characteristics."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.needs import restore_needs, set_needs
from register.actions.pupils import set_facts
from register.forms.needs import NeedsForm
from register.forms.pupils import FactsForm
from register.models import PupilCharacteristic, SenNeed
from register.queries.history import mark_of
from register.queries.pupils import status_line
from register.views.finding import accepted, pupil_or_404, pupil_to_edit_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("register.change_status")
def change(request, pk):
    """Record the types of need, ranked by their order."""
    pupil = pupil_to_edit_or_404(request, pk)
    before = mark_of(SenNeed, pupil)
    form = NeedsForm(request.POST or None, pupil=pupil, held=list(pupil.needs.current()), mark=before)
    restore(form, request.membership)
    if accepted(form, lambda form: write_needs(pupil, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        url = reverse("register:undo_needs", args=[pupil.pk, before, mark_of(SenNeed, pupil)])
        offer_undo(request, _("The needs of %(name)s are saved.") % {"name": pupil.name}, url)
        return redirect(pupil)
    return ask(request, pupil, form, _("Types of need"))


def write_needs(pupil, form: NeedsForm, by) -> list[SenNeed]:
    return set_needs(pupil=pupil, needs=form.needs(), on=form.cleaned_data["on"], by=by)


@requires("register.change_status", methods=SUBMIT)
def undo(request, pk, before, after):
    """The needs are as they were before one change."""
    pupil = pupil_or_404(request, pk)
    try:
        restore_needs(pupil=pupil, before=before, after=after, by=request.membership)
        messages.success(request, _("Undone. The needs of %(name)s are as before.") % {"name": pupil.name})
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect(pupil)


@requires("register.edit_pupil")
def facts(request, pk):
    """Record characteristics such as free school meals."""
    pupil = pupil_to_edit_or_404(request, pk)
    held = list(pupil.characteristics.current().values_list("kind", flat=True))
    sent = request.POST if request.method == "POST" else None
    form = FactsForm(sent, initial={"kinds": held}, mark=mark_of(PupilCharacteristic, pupil))
    form.cancel_url = pupil.get_absolute_url()
    if accepted(
        form, lambda form: set_facts(pupil=pupil, kinds=form.cleaned_data["kinds"], by=request.membership)
    ):
        messages.success(request, _("The characteristics of %(name)s are saved.") % {"name": pupil.name})
        return redirect(pupil)
    return ask(request, pupil, form, _("Characteristics"))


def ask(request, pupil, form, title: str):
    record_opened(request.membership, what="needs form", pupil_id=pupil.pk)
    context = {"pupil": pupil, "form": form, "title": title, "line": status_line(pupil)}
    return render(request, "register/pupils/details.html", context, status=422 if form.errors else 200)
