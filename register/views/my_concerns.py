"""What one raised oneself: that it was sent, what became of it, and taking it back."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.concerns import acted_on, withdraw
from register.choices import ConcernState
from register.models import Concern
from register.queries.concerns import raised_by
from register.queries.portal import may_write_about
from register.views.stepping import done_or_told
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, SUBMIT, requires

PAGE = 25


@requires("register.view_own_concerns", methods=READ)
def concern_sent(request, pk):
    """The receipt: the reference, a way back, and the next concern."""
    concern = own_or_404(request, pk)
    record_opened(request.membership, what="concern sent", pupil_id=concern.pupil_id)
    return render(request, "register/concerns/sent.html", about(request, concern))


@requires("register.view_own_concerns", methods=READ)
def my_concerns(request):
    """Everything one raised, its state, and what one was told."""
    page = Paginator(raised_by(request.membership), PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="my concerns", pupil_ids=[concern.pupil_id for concern in page])
    return render(request, "register/concerns/mine.html", {"page": page, "log_url": log_url(request)})


@requires("register.view_own_concerns", methods=READ)
def my_concern(request, pk):
    """One of them in full. The office reads other people's on the triage page."""
    concern = get_object_or_404(Concern.objects.visible_to(request.membership), pk=pk)
    if concern.raised_by_id != request.membership.pk:
        return redirect(concern)
    record_opened(request.membership, what="my concern", pupil_id=concern.pupil_id)
    return render(request, "register/concerns/mine_one.html", about(request, own_or_404(request, pk)))


@requires("register.view_own_concerns", methods=SUBMIT)
def withdraw_concern(request, pk):
    """Take it back; its words wait in the form, in case they are to be changed."""
    concern = get_object_or_404(Concern.objects.visible_to(request.membership), pk=pk)
    words = taken_back(concern) % {"reference": concern.reference}
    if done_or_told(request, lambda: withdraw(concern=concern, by=request.membership), words):
        return redirect(f"{log_url(request)}?again={concern.pk}")
    return redirect("register:my_concern", concern.pk)


def own_or_404(request, pk) -> Concern:
    """One's own concern with its state, its `child` and its `answers`."""
    return get_object_or_404(raised_by(request.membership), pk=pk)


def taken_back(concern: Concern) -> str:
    """Who has heard of it: an urgent one is announced at once."""
    if concern.urgent:
        return _(
            "%(reference)s is taken back. The SENCO had an e-mail at once that something urgent was raised."
        )
    return _("%(reference)s is taken back. Nobody was told of it.")


def about(request, concern) -> dict:
    new = concern.child is not None and concern.state == ConcernState.NEW and not acted_on(concern)
    can_withdraw = new and may_write_about(request.membership, concern.pupil_id)
    return {"concern": concern, "can_withdraw": can_withdraw, "log_url": log_url(request)}


def log_url(request) -> str:
    """The form in the shape for this role."""
    may_log = request.membership.may("register.log_concern")
    return reverse("register:log_concern" if may_log else "register:raise_concern")
