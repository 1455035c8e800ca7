"""Raising a concern: staff about a pupil they work with, parents about their own child."""

from django import forms
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.concerns import AlreadySent, raise_concern
from register.forms.concerns import ParentConcernForm, StaffConcernForm
from register.forms.picking import as_typed
from register.models import Concern
from register.queries.finding import children_of
from register.views.picking import picking
from register.views.stepping import tried
from register.views.writing import only_reads
from senco.audit.actions import record_listed
from senco.core.htmx import render_page
from senco.core.permissions import SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

LOG = "register/concerns/log.html"
TAKEN_UP = (
    "seen",
    "what_happened",
    "since",
    "tried",
    "urgent",
    "where",
    "seen_on",
    "parent_told",
    "parent_view",
)


class Beginning(forms.Form):
    """What an address may choose: a pupil, or a withdrawn concern of one's own to take up again."""

    pupil = forms.UUIDField(required=False)
    again = forms.UUIDField(required=False)


@requires("register.log_concern")
def log_concern(request):
    """Staff log what they saw. `?pupil=` chooses the pupil, `?again=` takes up one's own withdrawn concern."""
    start = beginning(request)
    form = StaffConcernForm(request.POST or None, membership=request.membership, initial=start)
    form.action = request.get_full_path()
    keep_apart(form, start)
    if was_sent(request, form):
        return redirect("register:concern_sent", form.outcome.pk)
    return render(request, LOG, {"form": form} | picking(request, form), status=422 if form.errors else 200)


@requires("register.raise_concern")
def raise_own(request):
    """A parent raises a concern about their own child."""
    known = children_of(request.membership)
    children = [child for child in known if child.may_write]
    if known and not children and (page := only_reads(request, known[0])):
        return page
    start = beginning(request)
    form = ParentConcernForm(request.POST or None, children=children, initial=start)
    keep_apart(form, start)
    if was_sent(request, form):
        return redirect("register:concern_sent", form.outcome.pk)
    record_listed(request.membership, what="concern form", pupil_ids=[child.pk for child in children])
    context = {"form": form, "children": children}
    return render(request, "register/concerns/raise.html", context, status=422 if form.errors else 200)


@requires("register.log_concern", methods=SUBMIT)
def find_pupil(request):
    """The pupils that fit what was typed, inside the form: nothing typed elsewhere in it is lost, or judged yet."""
    form = StaffConcernForm(membership=request.membership, initial=as_typed(StaffConcernForm, request.POST))
    form.action = reverse("register:log_concern")
    return render_page(request, LOG, {"form": form} | picking(request, form), part="picker")


def keep_apart(form, start: dict) -> None:
    """Words about one child never reappear beside another: a form opened for one pupil has a draft of its own."""
    if "pupil" in start:
        form.draft_key = f"concern:{start['pupil']}"


def was_sent(request, form) -> bool:
    """Whether a concern came of the form; `form.outcome` is it. The draft is not needed any more then."""
    restore(form, request.membership)
    try:
        sent = tried(form, lambda: raise_concern(by=request.membership, **form.details()))
    except AlreadySent as earlier:
        form.renew_key()
        words = _("You have sent %(reference)s from this form. Send again to make these words a new concern.")
        form.add_error(None, words % {"reference": earlier.concern.reference})
        return False
    if sent:
        discard(by=request.membership, form=form.draft_key)
    return sent


def beginning(request) -> dict:
    """What the form starts with; nothing where the address holds no key that is one."""
    start = Beginning(request.GET)
    start.is_valid()
    wanted = start.cleaned_data
    mine = Concern.objects.visible_to(request.membership).filter(raised_by=request.membership)
    withdrawn = mine.filter(pk=wanted["again"]).first() if wanted.get("again") else None
    if withdrawn is not None:
        return {"pupil": withdrawn.pupil_id} | {name: getattr(withdrawn, name) for name in TAKEN_UP}
    return {"pupil": wanted["pupil"]} if wanted.get("pupil") else {}
