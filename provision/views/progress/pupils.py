"""The progress of one pupil: read, added to, changed, taken back, as a file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.progress import add_measures, bring_back_measure, change_measure, remove_measure
from provision.forms.progress import MeasureForm
from provision.models import Measurement, Scale
from provision.queries.progress.files import series_sheet
from provision.queries.progress.series import progress_of
from register.views.finding import accepted, pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.documents.downloads import download_sheet
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

VIEW, RECORD = "provision.view_progress", "provision.record_progress"


@requires(VIEW, methods=READ)
def progress(request, pk):
    """A line for each scale, with what keeping pace would be."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="progress", pupil_id=pupil.pk)
    context = {
        "pupil": pupil,
        "lines": progress_of(request.membership, pupil),
        "scales": Scale.objects.visible_to(request.membership).offered(),
        "may_edit_scales": request.membership.may("provision.edit_scales"),
    }
    return render(request, "provision/progress/pupil.html", context)


@requires(VIEW, methods=READ)
@recently_authenticated
def export(request, pk, kind):
    """Every value of the pupil as XLSX or CSV."""
    pupil = pupil_or_404(request, pk)
    sheet = series_sheet(pupil, progress_of(request.membership, pupil), request.membership)
    answer = download_sheet(sheet, kind)
    record_exported(request.membership, what=f"progress {kind}", pupil_ids=[pupil.pk])
    return answer


@requires(RECORD)
def add(request, pk):
    """A value on the scale that the address names; without one, the page of the pupil asks for it."""
    pupil = pupil_or_404(request, pk)
    scales = Scale.objects.visible_to(request.membership).offered()
    try:
        scale = scales.filter(pk=request.GET.get("scale") or None).first()
    except ValidationError:
        scale = None
    if scale is None:
        messages.warning(request, _("Choose a scale first."))
        return redirect("provision:pupil_progress", pupil.pk)
    record_opened(request.membership, what="progress", pupil_id=pupil.pk)
    new = Measurement(pupil=pupil, school_id=pupil.school_id, scale=scale, taken_on=timezone.localdate())
    return form_page(request, new, lambda form: add_measures(records=[form.instance], by=request.membership))


@requires(RECORD)
def edit(request, pk):
    """Where a colleague saved in between, both versions are laid side by side."""
    row = measure_or_404(request, pk)
    record_opened(request.membership, what="progress", pupil_id=row.pupil_id)
    return form_page(request, row, lambda form: change_measure(record=form.instance, by=request.membership))


def form_page(request, record, act):
    back = reverse("provision:pupil_progress", args=[record.pupil_id])
    is_new = record._state.adding
    form = MeasureForm(request.POST or None, instance=record, cancel_url=back)
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "record": record, "pupil": record.pupil, "is_new": is_new, "back": back}
    return render(request, "provision/progress/measure.html", context, status=422 if form.errors else 200)


def measure_or_404(request, pk, *, removed: bool = False) -> Measurement:
    found = Measurement.objects.visible_to(request.membership).filter(removed_at__isnull=not removed)
    found = found.select_related("pupil", "scale", "saved_by", "place__provision__intervention")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(RECORD, methods=SUBMIT)
def remove(request, pk):
    row = measure_or_404(request, pk)
    remove_measure(record=row, by=request.membership)
    offer_undo(request, _("Removed."), reverse("provision:bring_back_measure", args=[pk]))
    return redirect("provision:pupil_progress", row.pupil_id)


@requires(RECORD, methods=SUBMIT)
def bring_back(request, pk):
    row = measure_or_404(request, pk, removed=True)
    try:
        bring_back_measure(record=row, by=request.membership)
        messages.success(request, _("It is back."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("provision:pupil_progress", row.pupil_id)
