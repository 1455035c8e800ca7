"""What one pupil's provision costs; the costed provision map to attach to a request; top-ups."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.costs import carry_cost
from provision.forms.costs import TopUpForm
from provision.models import Allocation, TopUp
from provision.queries.costs.pages import asked_for, pupil_costs
from provision.queries.costs.papers import costed_map, pupil_sheet
from provision.views.costs.records import form_page
from register.views.finding import pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.versions import to_edit
from senco.documents.downloads import SHEETS, download_document, download_sheet, file_or_back

VIEW, EDIT = "provision.view_costs", "provision.edit_costs"


@requires(VIEW, methods=READ)
def costs(request, pk):
    """Line by line, with the top-up and what is expected of the school, as information."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="costs of provision", pupil_id=pupil.pk)
    context = {
        "pupil": pupil,
        "costs": costs_of(request, pupil),
        "top_ups": TopUp.objects.visible_to(request.membership).kept().filter(pupil=pupil),
        "may_edit": request.membership.may(EDIT),
    }
    return render(request, "provision/costs/pupil.html", context)


def costs_of(request, pupil):
    asked = asked_for(request.membership, request.GET, timezone.localdate())
    return pupil_costs(request.membership, pupil, asked)


@requires(VIEW, methods=READ)
@recently_authenticated
def costed_map_file(request, pk, kind):
    """As PDF, PDF in large type or Word; as XLSX or CSV."""
    pupil = pupil_or_404(request, pk)
    found = costs_of(request, pupil)

    def make():
        if kind in SHEETS:
            answer = download_sheet(pupil_sheet(pupil, found, request.membership), kind)
        else:
            answer = download_document(costed_map(pupil, found), kind)
        record_exported(request.membership, what=f"costed provision map {kind}", pupil_ids=[pupil.pk])
        return answer

    return file_or_back(request, make, reverse("provision:pupil_costs", args=[pupil.pk]))


@requires(EDIT)
def add_top_up(request, pk):
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="top-up", pupil_id=pupil.pk)
    new = TopUp(pupil=pupil, school_id=pupil.school_id, starts=timezone.localdate())
    return top_up_page(request, new)


@requires(EDIT)
def edit_top_up(request, pk):
    found = TopUp.objects.visible_to(request.membership).kept().select_related("pupil", "saved_by")
    record = get_object_or_404(to_edit(request, found), pk=pk)
    record_opened(request.membership, what="top-up", pupil_id=record.pupil_id)
    return top_up_page(request, record)


def top_up_page(request, record):
    back = reverse("provision:pupil_costs", args=[record.pupil_id])
    return form_page(request, record, TopUpForm, back, "provision/costs/top_up.html", pupil=record.pupil)


@requires(EDIT, methods=SUBMIT)
def carry(request, pk):
    """The group was set up for this pupil alone, or not: said on the pupil's page of costs."""
    places = Allocation.objects.visible_to(request.membership).kept()
    place = get_object_or_404(to_edit(request, places), pk=pk)
    wanted = request.POST.get("carries") == "yes"
    try:
        carry_cost(place=place, carries=wanted, by=request.membership)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        whole = _("The whole cost of the group is this pupil's now.")
        messages.success(request, whole if wanted else _("The cost of the group is shared again."))
    return redirect("provision:pupil_costs", place.pupil_id)
