"""What families, and professionals where the school says so, read of meetings."""

from django.shortcuts import get_object_or_404, render

from provision.choices import Audience
from provision.views.documents import as_file
from register.views.finding import pupil_or_404
from reviews.models import ReviewRecord
from reviews.queries.reviews import records_for
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.documents.contents import context_of

READ_RECORD = "reviews.read_record"


@requires(READ_RECORD, methods=READ)
def family_records(request, pk):
    """The records of one child that are for them, the newest first."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="records of meetings", pupil_id=pupil.pk)
    context = {"pupil": pupil, "records": records_for(request.membership, pupil)}
    return render(request, "reviews/families/list.html", context)


def family_record_or_404(request, pk) -> ReviewRecord:
    seen = ReviewRecord.objects.visible_to(request.membership).filter(audience=Audience.FAMILY)
    return get_object_or_404(seen.select_related("pupil__school"), pk=pk)


@requires(READ_RECORD, methods=READ)
def family_record(request, pk):
    """One record in plain words."""
    found = family_record_or_404(request, pk)
    record_opened(request.membership, what="record of a meeting", pupil_id=found.pupil_id)
    context = {"record": found, "pupil": found.pupil, **context_of(found.document, large=False)}
    return render(request, "reviews/families/record.html", context)


@requires(READ_RECORD, methods=READ)
@recently_authenticated
def family_file(request, pk, kind):
    """To print or to keep."""
    found = family_record_or_404(request, pk)
    return as_file(request, found.document, kind, about=found, back="reviews:family_record", key=found.pk)
