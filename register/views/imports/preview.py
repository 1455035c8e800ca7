"""What a file would change, line by line, and applying it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.background import wake_worker_after_commit
from register.actions.imports.staging import NotReady
from register.forms.imports import ApplyForm
from register.models import ImportLine, ImportRun
from register.queries.import_preview import columns_of, leaving, rows_of, shown_mark, sorts_to_decide, tabs_of
from register.views.imports.questions import asked_words
from register.views.imports.runs import IN_BACKGROUND_FROM, WORKING, run_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_file_read, record_listed
from senco.core.permissions import READ, requires

PAGE = 50


@requires("register.import_pupils", methods=READ)
def preview(request, pk):
    """Counts and lines of one import; where it stands decides what can be done with it."""
    run = run_or_404(request, pk)
    if run.state in WORKING:
        return redirect("register:import_progress", run.pk)
    if run.state == ImportRun.State.MAPPING:
        return redirect("register:import_columns", run.pk)
    tabs = tabs_of(run, request.GET.get("show"))
    lines = ImportLine.objects.visible_to(request.membership).filter(run=run, kind=tabs.current)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    record_shown(request.membership, page)
    context = {
        "run": run,
        "tabs": tabs,
        "page": page,
        "rows": rows_of(page),
        "sorts": sorts_to_decide(page) if tabs.current == ImportLine.Kind.DECISION else [],
        "leaving": leaving(run),
        "may_lift": request.membership.may("register.share_pupil"),
        "words": any(asked_words(run).values()),
        "columns": columns_of(run),
        "form": ApplyForm(initial={"shown": shown_mark(run)}),
    }
    return render(request, "register/imports/preview.html", context)


def record_shown(membership, lines) -> None:
    """Lines about pupils who are here by their keys; those about somebody new have none, and are recorded all the same."""
    known = [line.pupil_id for line in lines if line.pupil_id]
    record_listed(membership, what="import preview", pupil_ids=known)
    if len(known) < len(lines):
        record_file_read(membership, what="import preview, new people")


@requires("register.import_pupils")
@recently_authenticated
def apply(request, pk):
    """Apply the whole file, or nothing of it. Opened rather than submitted, after the proof, it shows what was kept, or the preview."""
    run, form = run_or_404(request, pk), ApplyForm(request.POST)
    if request.method != "POST":
        return redirect("register:import", pk)
    form.is_valid()
    try:
        run = begin(request, run, **form.cleaned_data)
    except NotReady as problem:
        messages.error(request, str(problem))
        return redirect("register:import", pk)
    if run.state == ImportRun.State.READY:
        messages.warning(
            request, _("Records changed since this preview was made. Look at it again, then apply.")
        )
    elif run.state == ImportRun.State.APPLIED:
        messages.success(request, _("%(file)s was imported.") % {"file": run.file_name})
    return redirect("register:import", pk)


@transaction.atomic
def begin(request, run: ImportRun, *, leavers: bool, shown: str) -> ImportRun:
    """A small file is applied at once, a large one in the background. Raises NotReady with nothing changed."""
    run = begin_applying(run=run, leavers=leavers, shown=shown, by=request.membership)
    if run.state == ImportRun.State.READY:
        return run
    if run.file_size < IN_BACKGROUND_FROM:
        return apply_run(run=run, by=request.membership)
    wake_worker_after_commit(run)
    return run
