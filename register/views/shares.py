"""Pupils shared by name: the list, a new share, an end before its time."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import end_access
from register.actions.shares import share_pupils
from register.forms.shares import ShareForm
from register.models import Pupil, PupilAccess
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 50


@requires("register.view_people", READ)
def shares(request):
    """Every named share, running and to come first; ended ones stay readable."""
    found = PupilAccess.objects.visible_to(request.membership).filter(source="share")
    if request.GET.get("ended"):
        found = found.filter(ends__lte=timezone.now())
    else:
        found = found.filter(ends__gt=timezone.now())
    found = found.select_related("content_object", "membership", "granted_by").order_by("ends", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="shares", pupil_ids=[share.content_object_id for share in page])
    context = {"page": page, "ended": bool(request.GET.get("ended")), "now": timezone.now()}
    return render(request, "register/people/shares.html", context)


@requires("register.share_pupil")
@recently_authenticated
def share(request):
    """Name the pupils, the person, the reason and the end. `?pupil=` and `?person=` fill the form in."""
    form = ShareForm(request.POST or None, by=request.membership, initial=asked_for(request))
    restore(form, request.membership)
    if form.is_valid():
        grants = share_pupils(by=request.membership, **form.cleaned_data)
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("%(count)s pupils are shared.") % {"count": len(grants)})
        return redirect("register:shares")
    status = 422 if form.errors else 200
    return render(request, "register/people/share.html", {"form": form}, status=status)


def asked_for(request) -> dict:
    """What the page that led here already knows; a key that is none is left out."""
    initial = {"person": request.GET.get("person", "")}
    try:
        key = UUID(request.GET.get("pupil", ""))
    except ValueError:
        return initial
    found = Pupil.objects.visible_to(request.membership).filter(pk=key).first()
    if found:
        record_opened(request.membership, what="share", pupil_id=found.pk)
    return initial | ({"pupils": f"{found.name} {found.admission_number}".strip()} if found else {})


@requires("register.share_pupil", SUBMIT)
@recently_authenticated
def end_share(request, pk):
    running = PupilAccess.objects.visible_to(request.membership).filter(
        source="share", ends__gt=timezone.now()
    )
    grant = get_object_or_404(running, pk=pk)
    end_access(grant=grant, by=request.membership)
    messages.success(request, _("The share has ended: nothing opens any more."))
    return redirect("register:shares")
