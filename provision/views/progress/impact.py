"""What works, what to stop, what is still to be measured, and who needs advice from outside."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from provision.models import Intervention
from provision.queries.progress.advice import without_progress
from provision.queries.progress.due import to_measure
from provision.queries.progress.files import impact_sheet
from provision.queries.progress.impact import impact_of_one, impact_of_school, year_asked
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet

VIEW = "provision.view_impact"


def impact_asked(request):
    today = timezone.localdate()
    return impact_of_school(request.membership, year_asked(request.GET.get("year", ""), today), today)


@requires(VIEW, methods=READ)
def impact(request):
    """Every intervention that was measured to the end in the year; keep and stop first."""
    found = impact_asked(request)
    record_listed(request.membership, what="impact", pupil_ids=sorted(found.pupils))
    return render(request, "provision/progress/impact.html", {"impact": found})


@requires(VIEW, methods=READ)
@recently_authenticated
def export(request, kind):
    """A row for each intervention and scale, as XLSX or CSV."""
    found = impact_asked(request)
    answer = download_sheet(impact_sheet(found, request.membership), kind)
    record_exported(request.membership, what=f"impact {kind}", pupil_ids=sorted(found.pupils))
    return answer


@requires(VIEW, methods=READ)
def impact_of(request, pk):
    """One intervention: pupils one by one, by need, year and free school meals, and from year to year."""
    seen = Intervention.objects.visible_to(request.membership)
    row, today = get_object_or_404(seen, pk=pk), timezone.localdate()
    year = year_asked(request.GET.get("year", ""), today)
    found = impact_of_one(request.membership, row, year, today)
    record_listed(
        request.membership, what="impact", pupil_ids=sorted({each.pupil.pk for each in found.found})
    )
    return render(request, "provision/progress/one.html", {"one": found})


@requires(VIEW, methods=READ)
def measures_due(request):
    """Groups whose pupils are to be measured now; the name of a group may hold a pupil's."""
    rows = to_measure(request.membership, timezone.localdate())
    pupils = sorted({key for row in rows for key in row.pupils})
    record_listed(request.membership, what="measures due", pupil_ids=pupils)
    return render(request, "provision/progress/due.html", {"rows": rows})


@requires(VIEW, methods=READ)
def advice_due(request):
    """Pupils without progress over two cycles, each with the reason."""
    rows = without_progress(request.membership, timezone.localdate())
    record_listed(request.membership, what="no progress", pupil_ids=[row.pupil.pk for row in rows])
    context = {"rows": rows, "may_share": request.membership.may("register.share_pupil")}
    return render(request, "provision/progress/advice.html", context)
