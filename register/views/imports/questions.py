"""What a person says about a file before it is applied: words, lines to decide; and the parked rows as a file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from register.actions.imports.deciding import choose_words, decide, decide_all, lifts_order
from register.actions.imports.staging import NotReady
from register.forms.imports import WordsForm
from register.models import ImportLine, ImportRun
from register.queries.import_preview import field_label
from register.views.imports.runs import already_over, is_over, run_or_404
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
    return redirect(back_to_questions(request, run, line))


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
    return redirect(back_to_questions(request, run))


def back_to_questions(request, run: ImportRun, line: ImportLine | None = None) -> str:
    """The page of the preview from which a decision was sent, at the line it was about."""
    page = request.POST.get("page", "")
    query = {"show": ImportLine.Kind.DECISION.value} | ({"page": page} if page.isdecimal() else {})
    anchor = f"#line-{line.pk}" if line else ""
    return f"{reverse('register:import', args=[run.pk])}?{urlencode(query)}{anchor}"


@requires("register.import_pupils")
def needs(request, pk):
    """Say what the file's own words mean: types of need, SEN statuses, roles of staff. Their rows are read again."""
    run = run_or_404(request, pk)
    words = asked_words(run)
    if is_over(run):
        return already_over(request, run)
    if run.state != ImportRun.State.READY or not any(words.values()):
        raise Http404
    form = WordsForm(request.POST or None, words=words, said=run.options.get("said", {}))
    if form.is_valid():
        try:
            choose_words(run=run, said=form.said(), by=request.membership)
        except NotReady as problem:
            messages.error(request, str(problem))
        return redirect("register:import", run.pk)
    return render(
        request,
        "register/imports/needs.html",
        {"run": run, "form": form},
        status=422 if form.is_bound else 200,
    )


def asked_words(run: ImportRun) -> dict[str, list[str]]:
    """By topic, the words that are open and those that were explained already and may be explained anew."""
    said, open_words = run.options.get("said", {}), run.options.get("words", {})
    return {
        topic: list(dict.fromkeys([*said.get(topic, {}), *open_words.get(topic, [])]))
        for topic in ("needs", "statuses", "roles")
    }


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
