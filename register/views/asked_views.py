"""A teacher is asked for a short view on a pupil, and gives it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.asked_views import give_view as give
from register.forms.triage import ViewForm
from register.models import ViewRequest
from register.views.stepping import tried
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

RECENT = 20


@requires("register.give_view", methods=READ)
def views_asked(request):
    """The views one was asked for: those to give, then what was given lately."""
    mine = ViewRequest.objects.visible_to(request.membership).filter(asked=request.membership)
    mine = mine.select_related("pupil", "asked_by")
    to_give = list(mine.open().order_by("due_on", "pk"))
    given = list(mine.filter(answered_at__isnull=False).order_by("-answered_at")[:RECENT])
    record_listed(
        request.membership, what="views asked", pupil_ids=[view.pupil_id for view in (*to_give, *given)]
    )
    return render(
        request,
        "register/concerns/views_asked.html",
        {"to_give": to_give, "given": given, "today": timezone.localdate()},
    )


@requires("register.give_view")
def give_view(request, pk):
    """Yes, sometimes or no, and a few words if one likes."""
    seen = ViewRequest.objects.visible_to(request.membership).select_related("pupil", "asked_by")
    asked = get_object_or_404(seen, pk=pk)
    if asked.asked_id != request.membership.pk:
        return redirect("register:concern", asked.concern_id)
    record_opened(request.membership, what="view asked", pupil_id=asked.pupil_id)
    form = restore(ViewForm(request.POST or None, instance=asked), request.membership)
    if tried(form, lambda: give(view_request=asked, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(
            request, _("Thank you. The SENCO has your view. You can change it until a decision is made.")
        )
        return redirect("register:views_asked")
    context = {"form": form, "asked": asked}
    return render(request, "register/concerns/give_view.html", context, status=422 if form.errors else 200)
