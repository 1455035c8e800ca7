"""Plans as files: PDF, PDF in large type, Word. Staff print any version and the draft; at home one prints what one may read."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from provision.models import PlanVersion
from provision.queries.plan_documents import draft_document, version_document
from provision.queries.plan_files import newest_versions
from provision.views.families import version_or_404
from provision.views.finding import plan_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_opened
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_document, file_or_back

VIEW = "provision.view_plan"


@requires(VIEW, methods=READ)
def plan_files(request, pk):
    """What can be printed of a plan: the newest version for either reader, and the draft."""
    plan = plan_or_404(request, pk)
    record_opened(request.membership, what="files of a plan", pupil_id=plan.pupil_id)
    context = {"plan": plan, "pupil": plan.pupil, "newest": newest_versions(plan, request.membership)}
    return render(request, "provision/documents/plan_files.html", context)


@requires(VIEW, methods=READ)
@recently_authenticated
def draft_file(request, pk, kind):
    """The plan as it stands now, with the mark of a draft on every page."""
    plan = plan_or_404(request, pk)
    return as_file(request, draft_document(plan), kind, about=plan, back="provision:plan_files", key=plan.pk)


@requires(VIEW, methods=READ)
@recently_authenticated
def version_file(request, pk, kind):
    """A version, word for word, for whoever it was frozen for."""
    seen = PlanVersion.objects.visible_to(request.membership)
    version = get_object_or_404(seen.select_related("plan__pupil__school"), pk=pk)
    document = version_document(version, request.membership)
    return as_file(request, document, kind, about=version, back="provision:version", key=version.pk)


@requires("provision.read_shared_plan", methods=READ)
@recently_authenticated
def family_file(request, pk, kind):
    """A shared version in plain words, with what its reader said to it."""
    version = version_or_404(request, pk)
    document = version_document(version, request.membership)
    return as_file(request, document, kind, about=version, back="provision:family_plan", key=version.pk)


def as_file(request, document, kind: str, *, about, back: str, key, lang: str = ""):
    """The file; or back to the page, with a word why, where this machine cannot draw. `lang`: see `download_document`."""

    def make():
        answer = download_document(document, kind, lang=lang)
        what = f"{document.title[:60]} ({kind})"
        record_exported(request.membership, what=what, pupil_ids=[about.pupil_id])
        return answer

    return file_or_back(request, make, reverse(back, args=[key]))
