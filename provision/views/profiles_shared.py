"""The published profile for the family in its shell, and for professionals whom the pupil is shared with."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from provision.choices import PaperSize
from provision.printed import profile_file
from provision.queries.photos import on_paper, photo_of
from provision.queries.profiles import facts_of, paper_of_version, standing_version
from register.views.finding import pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_opened
from senco.core.permissions import READ, requires
from senco.documents.downloads import file_or_back


@requires("provision.read_profile", methods=READ)
def shared(request, pk):
    """What stands now; a page that says so where nothing was published."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="published profile", pupil_id=pupil.pk)
    context = {"pupil": pupil, "paper": published(pupil, request.membership)}
    return render(request, "provision/profiles/shared.html", context)


@requires("provision.read_profile", methods=READ)
@recently_authenticated
def shared_pdf(request, pk, size):
    """The same on paper."""
    pupil = pupil_or_404(request, pk)
    paper = published(pupil, request.membership)
    if size not in PaperSize.values or paper is None:
        raise Http404

    def make():
        drawn = profile_file(on_paper(paper, request.membership), size)
        record_exported(request.membership, what="published profile pdf", pupil_ids=[pupil.pk])
        return drawn

    return file_or_back(request, make, reverse("provision:shared_profile", args=[pupil.pk]))


def published(pupil, membership):
    version = standing_version(pupil, membership)
    if version is None:
        return None
    facts = facts_of([pupil], membership, timezone.localdate())[pupil.pk]
    return paper_of_version(version, pupil, facts, photo=photo_of(version, pupil.name, membership))
