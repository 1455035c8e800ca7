"""Kept mail, for the demo alone, and the office's decisions about mail that did not arrive."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from senco.core.permissions import READ, SUBMIT, open_to_all, requires
from senco.messages import actions, kept
from senco.messages.models import OutboxMessage


@open_to_all
@require_safe
def kept_mail(request):
    """Every message of the demo, readable without signing in: sign-in codes among them."""
    only_in_the_demo()
    to = request.GET.get("to", "")
    return render(request, "outbox/kept_mail.html", {"found": kept.newest(to), "to": to})


@open_to_all
@require_safe
def kept_message(request, name):
    only_in_the_demo()
    message = kept.one(name)
    if message is None:
        raise Http404
    return render(request, "outbox/kept_message.html", {"message": message})


def only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404


@requires("outbox.decide_mail", READ)
def undelivered(request):
    """Mail that needs a person: refused, given up, or perhaps sent."""
    found = (
        OutboxMessage.objects.visible_to(request.membership).for_a_decision().order_by("-created_at")[:200]
    )
    return render(request, "outbox/undelivered.html", {"found": found})


@requires("outbox.decide_mail", SUBMIT)
def send_again(request, pk):
    actions.try_again(message=undecided(request, pk), by=request.membership)
    messages.success(request, _("The message is on its way again."))
    return redirect("outbox:undelivered")


@requires("outbox.decide_mail", SUBMIT)
def let_go(request, pk):
    actions.let_go(message=undecided(request, pk), by=request.membership)
    messages.success(request, _("The message will not be sent."))
    return redirect("outbox:undelivered")


def undecided(request, pk) -> OutboxMessage:
    return get_object_or_404(OutboxMessage.objects.visible_to(request.membership).for_a_decision(), pk=pk)
