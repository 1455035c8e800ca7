"""What provision costs the school, what pays for it, and what would change it."""

from django.shortcuts import render
from django.utils import timezone

from provision.forms.costs import WhatIfForm
from provision.queries.costs.pages import asked_for, school_costs
from provision.queries.costs.papers import school_sheet
from provision.queries.costs.what_if import compared
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet

VIEW = "provision.view_costs"


@requires(VIEW, methods=READ)
def costs(request):
    """Plan, actual and forecast of a period against the money for it; by tier, need, year, intervention, adult and pupil."""
    asked = asked_for(request.membership, request.GET, timezone.localdate())
    found = school_costs(request.membership, asked)
    record_listed(
        request.membership, what="costs of provision", pupil_ids=[line.pupil.pk for line in found.pupils]
    )
    context = {"costs": found, "may_edit": request.membership.may("provision.edit_costs")}
    return render(request, "provision/costs/school.html", context)


@requires(VIEW, methods=READ)
@recently_authenticated
def export(request, kind):
    """The pupils' rows with the totals and what they rest on, as XLSX or CSV."""
    asked = asked_for(request.membership, request.GET, timezone.localdate())
    found = school_costs(request.membership, asked)
    answer = download_sheet(school_sheet(found, request.membership), kind)
    record_exported(
        request.membership, what=f"costs {kind}", pupil_ids=[line.pupil.pk for line in found.pupils]
    )
    return answer


@requires(VIEW, methods=READ)
def what_if(request):
    """A scenario beside today's figures. Nothing of it is kept."""
    asked = asked_for(request.membership, {}, timezone.localdate())
    form = WhatIfForm(request.GET if "on" in request.GET else None, membership=request.membership)
    result = compared(request.membership, asked, form.scenario()) if form.is_valid() else None
    context = {"form": form, "result": result, "asked": asked}
    return render(request, "provision/costs/what_if.html", context, status=422 if form.errors else 200)
