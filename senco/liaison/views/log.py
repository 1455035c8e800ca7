"""The contact log: of one pupil, of everybody one works with, and what was promised."""

from itertools import chain
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.views.finding import accepted, pupil_or_404
from senco.audit.actions import record_listed, record_opened
from senco.core.navigation import Link
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore
from senco.liaison.actions.calls import answer_call
from senco.liaison.actions.log import (
    bring_contact_back,
    correct_contact,
    follow_up_done,
    follow_up_open,
    log_contact,
    remove_contact,
)
from senco.liaison.forms.calls import AnsweringForm
from senco.liaison.forms.log import CorrectForm, FindForm, LogForm
from senco.liaison.models import CallRequest, LoggedContact
from senco.liaison.queries.calls import ANSWER, calls_for, contact_who_asked
from senco.liaison.queries.details import wishes_to_settle
from senco.liaison.queries.log import log_for, narrowed, searched
from senco.liaison.queries.told import READ_NOTES, notes_about, notes_to_read

VIEW, LOG = "liaison.view_log", "liaison.log_contact"
PAGE = 30
SHOWN = {
    "all": gettext_lazy("All contacts"),
    "mine": gettext_lazy("Mine to follow up"),
    "open": gettext_lazy("All to follow up"),
}


@requires(VIEW, methods=READ)
def contact_log(request):
    """Everything this person may read, newest first; or what was promised and is not done, the most urgent first."""
    me = request.membership
    show = request.GET.get("show") if request.GET.get("show") in SHOWN else "all"
    form = FindForm(request.GET)
    found = listed(show, me) if form.is_valid() else log_for(me).none()
    found = narrowed(searched(found, form.chosen.get("words", "")), form.chosen)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    waiting = from_parents(me)
    shown = {each.pupil_id for each in [*page, *chain(*waiting.values())]}
    record_listed(me, what="contact log", pupil_ids=sorted(shown))
    kept = {name: request.GET.get(name, "") for name in form.fields if request.GET.get(name)}
    tabs = [
        Link(str(label), f"?{urlencode(kept | {'show': key})}", current=key == show)
        for key, label in SHOWN.items()
    ]
    context = {
        "form": form,
        "page": page,
        "show": show,
        "tabs": tabs,
        "narrowed": bool(form.chosen),
        "waiting": waiting,
    }
    return render(request, "liaison/contact_log.html", context | {"changeable": changeable_on(page, me)})


def from_parents(membership) -> dict[str, list]:
    """What parents asked for and told, and nobody has seen to: for the office alone."""
    return {
        "calls": list(calls_for(membership)) if membership.may(ANSWER) else [],
        "notes": notes_to_read(membership),
        "wishes": wishes_to_settle(membership),
    }


def listed(show: str, membership):
    entries = log_for(membership)
    if show == "mine":
        return entries.promised_by(membership).order_by("follow_up_by", "day", "pk")
    if show == "open":
        return entries.to_follow_up().order_by("follow_up_by", "day", "pk")
    return entries.kept()


@requires(VIEW, methods=READ)
def pupil_log(request, pk):
    """Every contact about one pupil."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="contact log", pupil_id=pupil.pk)
    words = request.GET.get("words", "").strip()[:100]
    found = searched(log_for(me).kept().filter(pupil=pupil), words)
    number = request.GET.get("page") or page_with(found, request.GET.get("contact"))
    page = Paginator(found, PAGE).get_page(number)
    context = {"pupil": pupil, "page": page, "words": words, "changeable": changeable_on(page, me)}
    context |= {"notes": notes_about(pupil, me), "may_read": me.may(READ_NOTES)}
    return render(request, "liaison/pupil_log.html", context | {"may_log": me.may(LOG)})


def page_with(entries, key: str | None) -> int:
    """The page on which that entry stands; the first where it is none of them."""
    keys = [str(each) for each in entries.values_list("pk", flat=True)] if key else []
    return keys.index(key) // PAGE + 1 if key in keys else 1


def changeable_on(page, membership) -> set:
    """Keys of the entries on a page that this person may correct."""
    return {entry.pk for entry in page if entry.is_changeable_by(membership)}


@requires(LOG)
def log(request, pk):
    """Two taps: the kind is chosen already, what was said is written, and it is kept."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="log a contact", pupil_id=pupil.pk)
    call = call_to_answer(request, pupil)
    form = LogForm(
        request.POST or None, request.FILES or None, pupil=pupil, membership=me, initial=as_asked(call, me)
    )
    form.cancel_url = reverse("liaison:pupil_log", args=[pupil.pk])
    restore(form, me)
    if accepted(
        form, lambda form: log_contact(entry=form.entry(), uploads=form.cleaned_data["files"], by=me)
    ):
        discard(by=me, form=form.draft_key)
        if call:
            answer_call(call=call, entry=form.outcome, by=me)
        offer_undo(
            request, _("The contact is logged."), reverse("liaison:remove_contact", args=[form.outcome.pk])
        )
        return redirect("liaison:pupil_log", pupil.pk)
    context = {"pupil": pupil, "form": form, "call": call, "heading": _("Log a contact")}
    return render(request, "liaison/form.html", context, status=422 if form.errors else 200)


def call_to_answer(request, pupil) -> CallRequest | None:
    """The call that a parent asked for and that the entry is about, where the address names one."""
    named = AnsweringForm(request.GET)
    key = named.cleaned_data["call"] if named.is_valid() else None
    return calls_for(request.membership).filter(pk=key, pupil=pupil).first() if key else None


def as_asked(call: CallRequest | None, membership) -> dict:
    """With what an entry about that call begins."""
    if call is None:
        return {}
    contact = contact_who_asked(call, membership)
    return {"contact": contact.pk} if contact else {"with_words": call.asked_by.name}


def entry_or_404(request, pk) -> LoggedContact:
    """One that this person reads, held while they change it."""
    found = LoggedContact.objects.visible_to(request.membership).with_people()
    return get_object_or_404(to_edit(request, found), pk=pk)


def entry_to_change_or_404(request, pk) -> LoggedContact:
    entry = entry_or_404(request, pk)
    if not entry.is_changeable_by(request.membership):
        raise Http404
    return entry


@requires(LOG)
def correct(request, pk):
    """Where a colleague saved in between, both versions are laid side by side."""
    entry, me = entry_to_change_or_404(request, pk), request.membership
    if entry.removed_at:
        raise Http404
    record_opened(me, what="logged contact", pupil_id=entry.pupil_id)
    form = CorrectForm(request.POST or None, instance=entry, membership=me)
    form.cancel_url = entry.get_absolute_url()
    restore(form, me)
    if accepted(form, lambda form: correct_contact(entry=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(entry)
    context = {"pupil": entry.pupil, "form": form, "entry": entry, "heading": _("Correct the entry")}
    return render(request, "liaison/form.html", context, status=422 if form.errors else 200)


@requires(LOG, methods=SUBMIT)
def remove(request, pk):
    """It was a mistake. The history keeps what it said."""
    entry = entry_to_change_or_404(request, pk)
    if entry.removed_at is None:
        remove_contact(entry=entry, by=request.membership)
    offer_undo(request, _("The entry is removed."), reverse("liaison:bring_contact_back", args=[pk]))
    return redirect("liaison:pupil_log", entry.pupil_id)


@requires(LOG, methods=SUBMIT)
def bring_back(request, pk):
    entry = entry_to_change_or_404(request, pk)
    if entry.removed_at is not None:
        bring_contact_back(entry=entry, by=request.membership)
        messages.success(request, _("The entry is back."))
    return redirect(entry)


@requires(LOG, methods=SUBMIT)
def done(request, pk):
    """What was promised is done."""
    entry = entry_or_404(request, pk)
    allowed(follow_up_done, entry, request.membership)
    offer_undo(
        request, _("Done: %(what)s") % {"what": entry.follow_up}, reverse("liaison:open_follow_up", args=[pk])
    )
    return redirect("liaison:pupil_log", entry.pupil_id)


@requires(LOG, methods=SUBMIT)
def open_again(request, pk):
    entry = entry_or_404(request, pk)
    allowed(follow_up_open, entry, request.membership)
    messages.success(request, _("It is to be done again."))
    return redirect(entry)


def allowed(act, entry: LoggedContact, by) -> None:
    """An action on a promise; somebody else's is as good as not there."""
    try:
        act(entry=entry, by=by)
    except PermissionDenied as refused:
        raise Http404 from refused
