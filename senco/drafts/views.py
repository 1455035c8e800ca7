"""Saving while somebody types, and the list of what was never sent."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from senco.core.permissions import READ, SUBMIT, requires
from senco.core.sign_in import path_of_page
from senco.core.undo import offer_undo
from senco.drafts import actions
from senco.drafts.models import Draft


@requires("drafts.keep_draft", SUBMIT)
def keep(request):
    """Called by static/js/page.js while somebody types, and by the "Save draft" button where there is no JavaScript."""
    page = path_of_page(request)
    try:
        draft = actions.keep(
            by=request.membership, form=request.POST.get("draft_key", ""), fields=dict(request.POST.lists()), page=page
        )  # fmt: skip
    except ValidationError as error:
        return HttpResponse(" ".join(error.messages), status=422, content_type="text/plain")
    words = _("Saved %(time)s") % {"time": date_format(timezone.localtime(draft.saved_at), "H:i")}
    if "keep_as_draft" in request.POST:
        messages.success(request, words)
        return redirect(page)
    return HttpResponse(words, content_type="text/plain")


@requires("drafts.keep_draft", READ)
def unsent(request):
    mine = Draft.objects.visible_to(request.membership)
    context = {"found": mine.waiting(), "thrown_away": mine.thrown_away().order_by("-discarded_at")}
    return render(request, "drafts/unsent.html", context)


@requires("drafts.keep_draft", SUBMIT)
def discard(request, pk):
    """Throw one draft away; pressed inside its own form, or in the list. Undone by the message or, for a day, in the list."""
    draft = get_object_or_404(Draft.objects.visible_to(request.membership).waiting(), pk=pk)
    actions.throw_away(draft=draft, by=request.membership)
    offer_undo(request, _("The draft is thrown away."), reverse("drafts:bring_back", args=[pk]))
    return redirect(path_of_page(request))


@requires("drafts.keep_draft", SUBMIT)
def bring_back(request, pk):
    """Undo of `discard`: the draft is back in its form and in the list."""
    draft = get_object_or_404(Draft.objects.visible_to(request.membership).thrown_away(), pk=pk)
    try:
        actions.bring_back(draft=draft, by=request.membership)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("drafts:unsent")
    messages.success(request, _("The draft is back."))
    return redirect(draft.page or "drafts:unsent")
