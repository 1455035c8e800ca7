"""Records of meetings, as staff read and print them."""

from django.shortcuts import get_object_or_404, render

from provision.views.documents import as_file
from reviews.models import ReviewRecord
from reviews.workflow import VIEW
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.documents.contents import context_of


def record_or_404(request, pk) -> ReviewRecord:
    seen = ReviewRecord.objects.visible_to(request.membership)
    return get_object_or_404(seen.select_related("pupil__school", "review", "by"), pk=pk)


@requires(VIEW, methods=READ)
def record(request, pk):
    """Word for word, as it was signed off."""
    found = record_or_404(request, pk)
    record_opened(request.membership, what="record of a meeting", pupil_id=found.pupil_id)
    context = {"record": found, "pupil": found.pupil, **context_of(found.document, large=False)}
    return render(request, "reviews/record.html", context)


@requires(VIEW, methods=READ)
@recently_authenticated
def record_file(request, pk, kind):
    """As PDF, in large type, or for Word."""
    found = record_or_404(request, pk)
    return as_file(request, found.document, kind, about=found, back="reviews:record", key=found.pk)
