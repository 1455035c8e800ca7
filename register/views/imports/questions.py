"""What a person says about a file before it is applied: columns, words for needs, lines to decide; and the parked rows as a file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.imports.staging import (
    NotReady,
    choose_columns,
    choose_needs,
    decide,
    decide_all,
    lifts_order,
)
from register.forms.imports import ColumnsForm, NeedsForm
from register.imports.parsing import suggest_columns
from register.imports.refusals import ImportRefused
from register.models import ImportLine, ImportRun
from register.queries.import_preview import field_label
from register.views.imports.runs import run_or_404
from senco.accounts.recent import ask_for_proof, proved_recently, recently_authenticated
from senco.audit.actions import record_exported
from senco.core.permissions import READ, SUBMIT, requires
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet


@requires("register.import_pupils", methods=SUBMIT)
def settle(request, pk, line_pk):
    """Decide one line of the preview. Lifting a court order asks for proof first."""
    run = run_or_404(request, pk)
    line = get_object_or_404(ImportLine.objects.visible_to(request.membership), pk=line_pk, run=run)
    decision = request.POST.get("decision", "")
    if lifts_order(line, decision) and not proved_recently(request):
        return ask_for_proof(request)
    try:
        decide(line=line, decision=decision, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    return redirect(preview_of(run, ImportLine.Kind.DECISION))


@requires("register.import_pupils", methods=SUBMIT)
def settle_all(request, pk):
    """Decide every line of one sort in the same way."""
    run = run_or_404(request, pk)
    field, _sep, decision = request.POST.get("all", "").partition(":")
    try:
        count = decide_all(run=run, field=field, decision=decision, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("%(n)d lines decided. You can still change each of them.") % {"n": count})
    return redirect(preview_of(run, ImportLine.Kind.DECISION))


def preview_of(run: ImportRun, kind: str) -> str:
    return f"{reverse('register:import', args=[run.pk])}?show={kind}"


@requires("register.import_pupils")
def columns(request, pk):
    """Name the columns of a report whose headings were not understood."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.membership), pk=pk)
    if run.content is None or run.state not in (ImportRun.State.MAPPING, ImportRun.State.READY):
        raise Http404
    try:
        found, first_rows = suggest_columns(bytes(run.content), mapping=run.options.get("mapping"))
    except ImportRefused as refused:
        messages.error(request, str(refused))
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


@requires("register.import_pupils")
def needs(request, pk):
    """Say what the file's own words for needs mean; rows that were parked for them are read again."""
    run = run_or_404(request, pk)
    chosen = run.options.get("needs", {})
    words = list(dict.fromkeys([*chosen, *run.options.get("words", [])]))
    if run.state != ImportRun.State.READY or not words:
        raise Http404
    form = NeedsForm(request.POST or None, words=words, chosen=chosen)
    if form.is_valid():
        choose_needs(run=run, needs=form.choices(), by=request.membership)
        return redirect("register:import", run.pk)
    return render(
        request,
        "register/imports/needs.html",
        {"run": run, "form": form},
        status=422 if form.is_bound else 200,
    )


@requires("register.import_pupils", methods=READ)
@recently_authenticated
def parked_file(request, pk):
    """The rows that were set aside, as a file to correct the MIS by."""
    run = run_or_404(request, pk)
    lines = list(
        ImportLine.objects.visible_to(request.membership).filter(run=run, kind=ImportLine.Kind.PARKED)
    )
    record_exported(
        request.membership, what="parked rows", pupil_ids={line.pupil_id for line in lines if line.pupil_id}
    )
    headings = (_("Row"), _("Who"), _("Field"), _("Value"), _("Reason"), _("What to do"))
    sheet = Sheet(
        title=_("Parked rows"),
        columns=[Column(heading, 24) for heading in headings],
        rows=(
            [ln.row_number, ln.label, field_label(ln.field), ln.value, ln.reason, ln.what_to_do]
            for ln in lines
        ),
        made_by=request.membership.name,
        made_at=timezone.now(),
    )
    return download_sheet(sheet, "csv")
