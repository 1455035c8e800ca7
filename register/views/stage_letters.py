"""Letters about the stage that a pupil was moved to, as PDF."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from register.models import SenStatus
from register.queries.stage_letters import letter_to, letters_for
from register.stage_letters import context_of
from register.views.finding import pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.documents import pdf
from senco.documents.downloads import PDF, download, file_or_back, language


@requires("register.change_status", methods=READ)
@recently_authenticated
def letter(request, pk, status_pk, reader):
    """To the parents or, where the stage asks for it, to the authority. Printing it sends nothing and records nothing as sent."""
    pupil = pupil_or_404(request, pk)
    found = SenStatus.objects.visible_to(request.membership).select_related("pupil")
    status = get_object_or_404(found, pk=status_pk, pupil=pupil)
    if reader not in letters_for(status):
        raise Http404(reader)
    made = letter_to(reader, status, request.membership)
    record_opened(request.membership, what="stage letter", pupil_id=pupil.pk)

    def make():
        drawn = pdf.render(made.template, context_of(made), title=made.title, lang=language())
        return download(drawn, name=f"{reader}-letter.pdf", content_type=PDF)

    return file_or_back(request, make, pupil.get_absolute_url())
