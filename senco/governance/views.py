"""Released figures for governors, and the office's page on which they are looked through and released."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from senco.accounts.recent import recently_authenticated
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.documents.downloads import download, file_or_back
from senco.governance import actions
from senco.governance.files import as_csv, as_pdf
from senco.governance.queries import draft_on, latest_release, may_release_from, releases
from senco.governance.sheets import sheets_of
from senco.governance.suppression import ProtectedSet


@requires("governance.view_released_figures", methods=READ)
def figures(request):
    """The newest figures."""
    return show(request, latest_release(request.membership))


@requires("governance.view_released_figures", methods=READ)
def release(request, pk):
    """The figures of one day."""
    return show(request, get_object_or_404(releases(request.membership), pk=pk))


def show(request, shown):
    """One release, or the page that says that there is none, with the way to the others."""
    held = list(releases(request.membership))
    context = {
        "release": shown,
        "sheets": sheets_of(ProtectedSet.from_data(shown.tables)) if shown else [],
        "others": [other for other in held if other != shown],
        "may_preview": request.membership.may("governance.view_figures"),
    }
    return render(request, "governance/figures.html", context)


@requires("governance.view_figures", methods=READ)
def preview(request):
    """What governors would read if the figures were released today, and what releasing does."""
    today = timezone.localdate()
    draft = draft_on(request.membership, today)
    earliest = may_release_from(request.membership)
    context = {
        "sheets": sheets_of(draft.protected) if draft.can_be_released else [],
        "draft": draft,
        "today": today,
        "earliest": earliest,
        "has_earlier": bool(earliest),
        "too_early": earliest is not None and earliest > today,
        "may_release": request.membership.may("governance.release_figures"),
    }
    return render(request, "governance/preview.html", context)


@requires("governance.release_figures", methods=SUBMIT)
def release_now(request):
    """Governors can read today's figures in a minute; until then the release can be taken back."""
    try:
        made = actions.release_figures(by=request.membership, on=timezone.localdate())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("governance:preview")
    words = _("Released. Governors can read the figures from %(time)s.") % {
        "time": date_format(timezone.localtime(made.released_at), "H:i")
    }
    offer_undo(request, words, reverse("governance:take_back", args=[made.pk]))
    return redirect(made)


@requires("governance.release_figures", methods=SUBMIT)
def take_back_release(request, pk):
    """Nobody has read it yet."""
    made = get_object_or_404(releases(request.membership), pk=pk)
    try:
        actions.take_back(release=made, by=request.membership)
        messages.success(request, _("Taken back. Governors have not seen these figures."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("governance:preview")


@requires("governance.view_released_figures", methods=READ)
@recently_authenticated
def export(request, pk, kind):
    """The same figures as a file: CSV for counting, PDF for a meeting."""
    made = get_object_or_404(releases(request.membership), pk=pk)
    writers = {"csv": as_csv, "pdf": as_pdf}
    if kind not in writers:
        raise Http404(kind)
    name = f"sen-figures-{made.as_of.isoformat()}.{kind}"

    def make():
        content, content_type = writers[kind](made, request.membership)
        return download(content, name=name, content_type=content_type)

    return file_or_back(request, make, made.get_absolute_url())
