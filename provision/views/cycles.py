"""All plans as a list, and the next cycle of one pupil or of many."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.actions import cycles
from provision.actions.beginning import begin_next_cycle
from provision.choices import PlanState
from provision.filters import CycleFilter, PlanFilter
from provision.forms.cycles import NextCycleForm, NextCyclesForm
from provision.models import CycleRun
from provision.queries.beginning import review_day
from provision.queries.cycles import candidates, carried_by, items_of, progress_of
from provision.queries.plans import COLUMNS, rows_of
from provision.views.finding import plan_or_404, sent
from provision.workflow import SIGN
from register.views.selecting import carried_on, keys_in
from register.views.stepping import done_or_told, tried
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed, record_opened
from senco.core.htmx import render_page
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.waiting import look_again
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 50


@requires("provision.view_plan", methods=READ)
def plans(request):
    """Every plan one may open, or the pupils on the register who have none; every choice is in the address."""
    found = PlanFilter(request.GET, membership=request.membership)
    page = Paginator(listed(found), PAGE).get_page(request.GET.get("page"))
    rows = rows_of(page.object_list)
    record_listed(request.membership, what="plans", pupil_ids=sorted({row.pupil.pk for row in rows}))
    context = {
        "found": found,
        "page": page,
        "rows": rows,
        "columns": COLUMNS,
        "query": carried_on(request.GET).urlencode(),
        "may_export": request.membership.may("provision.export_plans"),
        "may_begin": request.membership.may(SIGN),
    }
    return render_page(request, "provision/cycles/list.html", context, part="list")


def listed(found: PlanFilter):
    return found.pupils if found.lists_pupils else found.qs


@requires("provision.export_plans", methods=READ)
@recently_authenticated
def export_plans(request, kind):
    """The same rows and columns as a file. Who took which pupils out of the system is kept."""
    found = PlanFilter(request.GET, membership=request.membership)
    if found.problems:
        for words in found.problems:
            messages.warning(request, words)
        return redirect("provision:plans")
    rows = rows_of(listed(found))
    pupil_ids = sorted({row.pupil.pk for row in rows})
    answer = download_sheet(sheet_of(rows, request.membership), kind)
    record_exported(request.membership, what=f"plans {kind}", pupil_ids=pupil_ids)
    return answer


def sheet_of(rows, membership) -> Sheet:
    return Sheet(
        title=_("Plans on %(day)s") % {"day": date_format(timezone.localdate())},
        columns=[Column(str(column.heading), column.width) for column in COLUMNS],
        rows=([column.value(row) for column in COLUMNS] for row in rows),
        made_by=membership.name,
        made_at=timezone.now(),
    )


@requires("provision.begin_plan")
def next_cycle(request, pk):
    """The next cycle of one pupil: dates, and what is carried over."""
    plan = plan_or_404(request, pk)
    if plan.state != PlanState.REVIEWED:
        messages.warning(
            request, _("The next cycle begins once this plan is reviewed. This is how it stands.")
        )
        return redirect(plan)
    dates = {"review_on": review_day(plan.pupil.school, timezone.localdate())}
    form = NextCycleForm(sent(request), plan=plan, carried=carried_by(plan), initial=dates)
    restore(form, request.membership)
    if tried(form, lambda: begin(plan, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(
            request, _("The next cycle has begun as a draft. What was carried over can be changed.")
        )
        return redirect(form.outcome)
    record_opened(request.membership, what="next cycle", pupil_id=plan.pupil_id)
    context = {"plan": plan, "pupil": plan.pupil, "form": form}
    return render(request, "provision/cycles/next.html", context, status=422 if form.errors else 200)


def begin(plan, form, by):
    dates = {name: form.cleaned_data[name] for name in ("starts", "review_on")}
    return begin_next_cycle(plan=plan, by=by, leave_out=form.left_out(), **dates)


@requires(SIGN)
def next_cycles(request):
    """Whose next cycle can begin in this list, who is left out and why; then all those ticked in one go."""
    found = CycleFilter(request.GET, membership=request.membership)
    choice = candidates(found.qs, [] if found.data.get("lead") or found.problems else found.pupils)
    dates = {"review_on": review_day(request.membership.school, timezone.localdate())}
    form = NextCyclesForm(sent(request), initial=dates)
    form.cancel_url = reverse("provision:plans")
    form.action = f"{request.path}?{carried_on(request.GET).urlencode()}"
    ticked = set(keys_in(request.POST.getlist("selected"))) if request.method == "POST" else None
    chosen = [row.plan for row in choice.ready if ticked is None or row.plan.pk in ticked]
    if tried(form, lambda: ask(chosen, found, form, request.membership)):
        return redirect("provision:cycle_run", form.outcome.pk)
    everybody = [row.pupil.pk for row in choice.ready] + [left.row.pupil.pk for left in choice.left_out]
    record_listed(request.membership, what="next cycles", pupil_ids=sorted(set(everybody)))
    context = {"found": found, "choice": choice, "form": form, "chosen": {plan.pk for plan in chosen}}
    return render(request, "provision/cycles/many.html", context, status=422 if form.errors else 200)


def ask(plans, found, form, by) -> CycleRun:
    return cycles.ask_for_cycles(plans=plans, asked_for=found.words, by=by, **form.cleaned_data)


@requires(SIGN, methods=READ)
def cycle_run(request, pk):
    """How a run is getting on, in numbers alone, as the page asks again and again; in the end what became of each pupil."""
    run = run_or_404(request, pk)
    progress = progress_of(run, request.membership)
    items = [] if progress.waiting else list(items_of(run, request.membership))
    record_listed(request.membership, what="cycle run", pupil_ids=[item.pupil_id for item in items])
    context = {"run": run, "progress": progress, "items": items}
    response = render(request, "provision/cycles/run.html", context)
    return look_again(response) if progress.waiting else response


def run_or_404(request, pk) -> CycleRun:
    return get_object_or_404(CycleRun.objects.visible_to(request.membership).select_related("by"), pk=pk)


@requires(SIGN, methods=SUBMIT)
def undo_cycle_run(request, pk):
    """Take back every draft of the run that nobody has worked on."""
    run = run_or_404(request, pk)
    words = _("Taken back. Drafts that somebody has worked on are kept.")
    done_or_told(request, lambda: cycles.undo_cycles(run=run, by=request.membership), words)
    return redirect("provision:cycle_run", run.pk)
