"""What was agreed at any meeting, in one list for each person."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reviews.actions.agreed import action_done, action_open
from reviews.models import AgreedAction
from reviews.queries.reviews import actions_for
from reviews.workflow import HOLD, VIEW
from senco.audit.actions import record_listed
from senco.core.navigation import Link
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit

PAGE = 40
SHOWN = {
    "mine": gettext_lazy("Mine"),
    "all": gettext_lazy("Everybody’s"),
    "done": gettext_lazy("Done"),
}


@requires(VIEW, methods=READ)
def actions(request):
    """The most urgent first. Of pupils whom one works with; the office sees all."""
    me = request.membership
    show = request.GET.get("show") if request.GET.get("show") in SHOWN else "mine"
    page = Paginator(listed(show, me), PAGE).get_page(request.GET.get("page"))
    record_listed(me, what="agreed actions", pupil_ids=sorted({each.pupil_id for each in page}))
    tabs = [
        Link(str(label), f"?{urlencode({'show': key})}", current=key == show) for key, label in SHOWN.items()
    ]
    context = {"page": page, "show": show, "tabs": tabs, "may_hold": me.may(HOLD)}
    return render(request, "reviews/actions.html", context)


def listed(show: str, membership):
    if show == "done":
        return actions_for(membership).filter(done_at__isnull=False).order_by("-done_at", "-pk")
    found = actions_for(membership).to_do()
    return found.of(membership) if show == "mine" else found


def action_or_404(request, pk) -> AgreedAction:
    """One's own, or any for those who hold reviews."""
    me = request.membership
    found = AgreedAction.objects.visible_to(me).kept()
    return get_object_or_404(to_edit(request, found if me.may(HOLD) else found.of(me)), pk=pk)


def back(request, action: AgreedAction):
    """Where it was pressed: on the list, or on the review's page."""
    if request.POST.get("from") == "review":
        return redirect("reviews:review", action.review_id)
    return redirect("reviews:actions")


@requires(VIEW, methods=SUBMIT)
def done(request, pk):
    """It is done."""
    action = action_or_404(request, pk)
    action_done(action=action, by=request.membership)
    words = _("Done: %(what)s") % {"what": action.text}
    offer_undo(request, words, reverse("reviews:action_open", args=[pk]))
    return back(request, action)


@requires(VIEW, methods=SUBMIT)
def open_again(request, pk):
    action = action_or_404(request, pk)
    action_open(action=action, by=request.membership)
    messages.success(request, _("It is to be done again."))
    return back(request, action)
