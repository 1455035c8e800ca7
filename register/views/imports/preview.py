"""What a file would change, line by line; the decisions it needs; applying it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.staging import NotReady, choose_columns, decide
from register.forms.imports import ApplyForm, ColumnsForm
from register.imports.parsing import suggest_columns
from register.imports.refusals import ImportRefused
from register.models import ImportLine, ImportRun
from register.queries.import_preview import changes_of, tabs_of
from register.tasks import apply_import
from register.views.imports.runs import IN_BACKGROUND_FROM, WORKING, run_or_404
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires

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
    lines = (
        ImportLine.objects.visible_to(request.membership)
        .filter(run=run, kind=tabs.current)
        .select_related("pupil")
    )
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    record_listed(
        request.membership, what="import preview", pupil_ids=[line.pupil_id for line in page if line.pupil_id]
    )
    context = {
        "run": run,
        "tabs": tabs,
        "page": page,
        "rows": [(line, changes_of(line)) for line in page],
        "form": ApplyForm(),
    }
    return render(request, "register/imports/preview.html", context)


@requires("register.import_pupils", methods=SUBMIT)
def settle(request, pk, line_pk):
    """Decide one line of the preview."""
    run = run_or_404(request, pk)
    line = get_object_or_404(ImportLine.objects.visible_to(request.membership), pk=line_pk, run=run)
    try:
        decide(line=line, decision=request.POST.get("decision", ""), by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    return redirect(preview_of(run, ImportLine.Kind.DECISION))


def preview_of(run: ImportRun, kind: str) -> str:
    return f"{reverse('register:import', args=[run.pk])}?show={kind}"


@requires("register.import_pupils", methods=SUBMIT)
def apply(request, pk):
    """Apply the whole file, or nothing of it."""
    run, form = run_or_404(request, pk), ApplyForm(request.POST)
    form.is_valid()
    try:
        run = begin_applying(run=run, leavers=form.cleaned_data.get("leavers", False), by=request.membership)
        if run.state == ImportRun.State.READY:
            messages.warning(
                request, _("Records changed since this preview was made. Look at it again, then apply.")
            )
            return redirect("register:import", run.pk)
        if run.file_size >= IN_BACKGROUND_FROM:
            membership = str(request.membership.pk)
            transaction.on_commit(lambda: apply_import.delay(str(run.pk), membership))
            return redirect("register:import_progress", run.pk)
        apply_run(run=run, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
        return redirect("register:import", run.pk)
    messages.success(request, _("%(file)s was imported.") % {"file": run.file_name})
    return redirect("register:import", run.pk)


@requires("register.import_pupils")
def columns(request, pk):
    """Name the columns of a report whose headings were not understood."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.membership), pk=pk)
    if run.content is None or run.state not in (ImportRun.State.MAPPING, ImportRun.State.READY):
        raise Http404
    try:
        found, first_rows = suggest_columns(bytes(run.content), mapping=run.options.get("mapping"))
    except ImportRefused as refused:
        messages.error(request, f"{refused.reason} {refused.what_to_do}")
        return redirect("register:imports")
    form = ColumnsForm(
        request.POST or None, headings=found.headings, suggested=dict(found.columns), kind=found.kind
    )
    if form.is_valid():
        choose_columns(
            run=run, kind=form.cleaned_data["kind"], columns=form.columns(),
            remember_as=form.cleaned_data["remember_as"], by=request.membership,
        )  # fmt: skip
        return redirect("register:import", run.pk)
    context = {"run": run, "form": form, "headings": found.headings, "first_rows": first_rows}
    return render(request, "register/imports/columns.html", context, status=422 if form.is_bound else 200)
