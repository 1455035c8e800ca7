"""Which column of a report is which: shown, changed, kept for the next file, forgotten."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from register.actions.imports.deciding import choose_columns, forget_columns
from register.actions.imports.staging import WAITING, NotReady
from register.forms.imports import ColumnsForm, HeadingsForm
from register.imports.columns import Recognition
from register.imports.parsing import first_rows, suggest_columns
from register.imports.refusals import ImportRefused
from register.models import ImportRun
from register.queries.import_columns import mappings_like
from register.views.imports.runs import already_over, is_over, run_or_404
from senco.audit.actions import record_file_read
from senco.core.permissions import SUBMIT, requires

ROWS_SHOWN, CELLS_SHOWN = 3, 30


@requires("register.import_pupils")
def columns(request, pk):
    """First what the file holds and where its headings stand, then a field for each column."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.membership), pk=pk)
    if is_over(run):
        return already_over(request, run)
    if run.content is None or run.state not in WAITING or run.kind == ImportRun.Kind.CTF:
        raise Http404
    try:
        rows = first_rows(bytes(run.content))
        about = HeadingsForm(request.POST or request.GET or None, rows=rows, run=run)
        found, examples = suggestion(run, about)
    except ImportRefused as refused:
        messages.error(request, str(refused))
        return redirect("register:imports")
    kept = mappings_like(run.school, found.columns)
    form = ColumnsForm(request.POST or None, found=found, header_row=about.chosen_row(), kept=kept)
    if form.is_valid():
        return read_again(request, run, form)
    record_file_read(request.membership, what="rows of an import file")
    context = {
        "run": run, "form": form, "about": about, "headings": found.headings[:CELLS_SHOWN], "kept": kept,
        "first_rows": [cells[:CELLS_SHOWN] for cells in examples[:ROWS_SHOWN]],
    }  # fmt: skip
    return render(request, "register/imports/columns.html", context, status=422 if form.is_bound else 200)


def suggestion(run: ImportRun, about: HeadingsForm) -> tuple[Recognition, list[list[str]]]:
    """The columns as they were read last, or as their headings suggest where another kind or heading row is looked at."""
    mapping = (run.mapping or run.options.get("mapping")) if about.is_as_read() else None
    return suggest_columns(
        bytes(run.content),
        mapping=mapping or None,
        kind=about.chosen_kind() or None,
        header_row=about.chosen_row(),
    )


def read_again(request, run: ImportRun, form: ColumnsForm):
    data = form.cleaned_data
    try:
        choose_columns(
            run=run, kind=data["kind"], columns=form.columns(), header_row=data["header_row"],
            remember_as=data["remember_as"], by=request.membership,
        )  # fmt: skip
    except NotReady as problem:
        messages.error(request, str(problem))
    return redirect("register:import", run.pk)


@requires("register.import_pupils", methods=SUBMIT)
def forget(request, pk):
    """What was kept for files like this one is forgotten; this file is recognised by its headings again."""
    run = run_or_404(request, pk)
    try:
        forget_columns(run=run, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("The columns kept for files like this one are forgotten."))
    return redirect("register:import", run.pk)
