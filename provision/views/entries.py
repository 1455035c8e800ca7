"""The school's own entries of a bank, and shipped ones that it does without."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions import banks as actions
from provision.choices import BankName
from provision.forms.banks import ENTRY_FORMS
from provision.models import SchoolStem, SchoolStrategy
from provision.queries.banks import offered
from register.views.finding import accepted
from senco.core.htmx import redirect_after
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

EDIT = "provision.edit_banks"
ONE = {BankName.STRATEGIES: "strategy", BankName.STEMS: "stem"}  # as addresses call one entry


def entry_or_404(request, bank: str, pk):
    """An entry of one's own school; held until the request ends where it submits."""
    model = SchoolStrategy if bank == BankName.STRATEGIES else SchoolStem
    found = model.objects.visible_to(request.membership).select_related("saved_by")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(EDIT)
def add(request, bank):
    """A new entry; `?like=` begins with the words of another one."""
    model, words = ENTRY_FORMS[bank]._meta.model, begun_like(request, bank)
    like = request.GET["like"] if words else ""
    form = ENTRY_FORMS[bank](request.POST or None, instance=model(), initial=words, like=like)
    restore(form, request.membership)
    if accepted(form, lambda form: actions.add_entry(row=form.instance, by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Added to the bank."))
        return redirect(f"provision:{bank}")
    titles = {BankName.STRATEGIES: _("Add a strategy"), BankName.STEMS: _("Add an outcome stem")}
    return ask(request, bank, form, titles[bank])


def begun_like(request, bank: str) -> dict:
    """The words of a shipped entry, for a school that wants to say it in its own."""
    like = offered(request.membership, bank).get(request.GET.get("like", "")) if request.GET else None
    if like is None:
        return {}
    entry = like.entry
    said = {
        "text": entry.text,
        "plain": entry.plain,
        "why": like.why,
        "measure": like.measure,
        "baseline": like.baseline,
    }
    return said | {"area": entry.area, "needs": entry.needs, "ages": entry.ages, "ordinary": like.is_ordinary}


@requires(EDIT)
def edit(request, bank, pk):
    """The words of an entry of the school's own."""
    row = entry_or_404(request, bank, pk)
    form = restore(ENTRY_FORMS[bank](request.POST or None, instance=row), request.membership)
    fields = form._meta.fields
    if accepted(
        form, lambda form: actions.save_entry(row=form.instance, fields=fields, by=request.membership)
    ):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved. Plans that took it before keep their words."))
        return redirect(f"provision:{bank}")
    titles = {BankName.STRATEGIES: _("Change a strategy"), BankName.STEMS: _("Change an outcome stem")}
    return ask(request, bank, form, titles[bank])


def ask(request, bank: str, form, title: str):
    form.cancel_url = reverse(f"provision:{bank}")
    context = {"form": form, "title": title, "bank": bank}
    return render(request, "provision/banks/form.html", context, status=422 if form.errors else 200)


@requires(EDIT, methods=SUBMIT)
def retire(request, bank, pk):
    """An entry of the school's own is offered no longer."""
    row = entry_or_404(request, bank, pk)
    actions.retire_entry(row=row, by=request.membership)
    back = reverse(f"provision:bring_back_{ONE[bank]}", args=[row.pk])
    offer_undo(request, _("Retired. Plans that took it keep it."), back)
    return redirect_after(request, f"provision:{bank}")


@requires(EDIT, methods=SUBMIT)
def bring_back(request, bank, pk):
    """It is offered again."""
    row = entry_or_404(request, bank, pk)
    actions.bring_back_entry(row=row, by=request.membership)
    messages.success(request, _("Offered again."))
    return redirect_after(request, f"provision:{bank}")


@requires(EDIT, methods=SUBMIT)
def hide(request, bank, code):
    """The school does without a shipped entry."""
    set_hidden(request, bank, code, hidden=True)
    back = reverse(f"provision:show_{ONE[bank]}", args=[code])
    offer_undo(request, _("Hidden. Plans that took it keep it."), back)
    return redirect_after(request, f"provision:{bank}")


@requires(EDIT, methods=SUBMIT)
def show(request, bank, code):
    """It is offered again."""
    set_hidden(request, bank, code, hidden=False)
    messages.success(request, _("Offered again."))
    return redirect_after(request, f"provision:{bank}")


def set_hidden(request, bank: str, code: str, *, hidden: bool) -> None:
    try:
        actions.set_hidden(bank=bank, code=code, hidden=hidden, by=request.membership)
    except ValidationError as unknown:
        raise Http404 from unknown
