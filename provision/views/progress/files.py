"""Values of many pupils from a file: looked at first, then added, all or none."""

import datetime
from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.progress import add_uploaded
from provision.forms.bank_files import UploadForm
from provision.forms.progress import sealed, unsealed
from provision.models import Measurement, Scale
from provision.queries.progress.files import COLUMNS, NEEDED, rows_of
from register.imports.refusals import ImportRefused
from register.models import Pupil
from senco.audit.actions import record_listed
from senco.core.permissions import SUBMIT, requires

IMPORT = "provision.import_progress"


@requires(IMPORT)
def upload(request):
    """A file, and then what is in it. Nothing is written."""
    form = UploadForm(request.POST or None, request.FILES or None)
    form.cancel_url = reverse("provision:impact")
    rows = read(form, request.membership)
    if rows is None:
        context = {
            "form": form,
            "headings": [headings[0] for name, headings in COLUMNS.items() if name in NEEDED],
            "scales": Scale.objects.visible_to(request.membership).offered(),
        }
        return render(request, "provision/progress/upload.html", context, status=422 if form.errors else 200)
    pupils = sorted({row.record.pupil_id for row in rows if row.record})
    record_listed(request.membership, what="progress in a file", pupil_ids=pupils)
    wrong = sum(bool(row.faults) for row in rows)
    new = sum(bool(row.record) and not row.again for row in rows)
    context = {"rows": rows, "wrong": wrong, "new": new}
    if new and not wrong:
        context["sealed"] = sealed(rows, request.membership)
    return render(request, "provision/progress/preview.html", context, status=422 if wrong else 200)


def read(form, membership):
    """The rows of the file; None where there is none to look at yet."""
    if not form.is_valid():
        return None
    try:
        rows = rows_of(form.cleaned_data["file"], membership, timezone.localdate())
    except ImportRefused as refused:
        form.add_error("file", str(refused))
        return None
    if not rows:
        form.add_error("file", _("The file has headings and no rows."))
    return rows or None


@requires(IMPORT, methods=SUBMIT)
def add_all(request):
    """The rows of the preview above the button, all of them or none."""
    rows, me = unsealed(request.POST.get("rows", ""), request.membership), request.membership
    pupils = Pupil.objects.visible_to(me).in_bulk({row.pupil for row in rows})
    scales = Scale.objects.visible_to(me).offered().in_bulk({row.scale for row in rows})
    pupils, scales = ({str(key): each for key, each in found.items()} for found in (pupils, scales))
    if not rows or any(row.pupil not in pupils or row.scale not in scales for row in rows):
        messages.warning(request, _("This preview no longer stands. Upload the file again."))
        return redirect("provision:upload_progress")
    records = [
        Measurement(
            pupil=pupils[row.pupil], scale=scales[row.scale], value=Decimal(row.value), taken_on=datetime.date.fromisoformat(row.taken_on), source=row.source
        )
        for row in rows
    ]  # fmt: skip
    try:
        add_uploaded(records=records, by=me)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
        return redirect("provision:upload_progress")
    words = ngettext("%(n)d value is added.", "%(n)d values are added.", len(records))
    messages.success(request, words % {"n": len(records)})
    return redirect("provision:impact")
