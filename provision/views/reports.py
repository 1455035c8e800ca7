"""The report of a pupil's needs and of what was provided: assembled, kept, printed, taken back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from provision.actions.reports import keep_report, take_back_report
from provision.forms.reports import KeepReportForm, TakeBackReportForm
from provision.models import NeedsReport
from provision.queries.needs_report import report_of
from provision.views.documents import as_file
from provision.views.finding import sent
from register.views.finding import pupil_or_404
from register.views.stepping import tried
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.documents.contents import context_of
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

KEEP, READ_KEPT = "provision.keep_report", "provision.read_kept_report"


@requires("provision.view_report", methods=READ)
def needs_report(request, pk):
    """What the records say today, as far as the reader may know it; for the office, the reports that were kept."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="report of needs", pupil_id=pupil.pk)
    context = {
        "pupil": pupil,
        **context_of(report_of(pupil, request.membership), large=False),
        "kept": kept_reports(request, pupil) if request.membership.may(READ_KEPT) else [],
        "may_keep": request.membership.may(KEEP),
    }
    return render(request, "provision/reports/report.html", context)


def kept_reports(request, pupil):
    found = NeedsReport.objects.visible_to(request.membership).filter(pupil=pupil).defer("content")
    return found.select_related("by").order_by("-at", "pk")


@requires(KEEP)
def keep(request, pk):
    """Own words, parts that are left out, and the report is kept as it then is."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="report of needs", pupil_id=pupil.pk)
    form = restore(KeepReportForm(sent(request), pupil=pupil), request.membership)
    if tried(form, lambda: keep_report(pupil=pupil, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("The report is kept as it stands. You can print it, or take it back."))
        return redirect(form.outcome)
    context = {"pupil": pupil, "form": form}
    return render(request, "provision/reports/keep.html", context, status=422 if form.errors else 200)


def report_or_404(request, pk) -> NeedsReport:
    seen = NeedsReport.objects.visible_to(request.membership)
    return get_object_or_404(seen.select_related("pupil__school", "by"), pk=pk)


@requires(READ_KEPT, methods=READ)
def kept_report(request, pk):
    """A report as it was kept, word for word."""
    report = report_or_404(request, pk)
    record_opened(request.membership, what="kept report", pupil_id=report.pupil_id)
    context = {
        "report": report,
        "pupil": report.pupil,
        **context_of(report.document, large=False),
        "may_keep": request.membership.may(KEEP),
    }
    return render(request, "provision/reports/kept.html", context)


@requires(READ_KEPT, methods=READ)
@recently_authenticated
def report_file(request, pk, kind):
    """A kept report as PDF, in large type, or for Word."""
    report = report_or_404(request, pk)
    return as_file(request, report.document, kind, about=report, back="provision:kept_report", key=report.pk)


@requires(KEEP)
def take_back(request, pk):
    """It was kept by mistake: a reason, and the duty is open again."""
    report = report_or_404(request, pk)
    record_opened(request.membership, what="kept report", pupil_id=report.pupil_id)
    form = restore(TakeBackReportForm(sent(request), report=report), request.membership)
    if tried(form, lambda: take_back_report(report=report, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("The report is taken back. It stays on record as such."))
        return redirect(report)
    context = {"report": report, "pupil": report.pupil, "form": form}
    return render(request, "provision/reports/take_back.html", context, status=422 if form.errors else 200)
