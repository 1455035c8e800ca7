"""Files of a pupil: the list, adding, describing, removing, putting back, and handing one out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.actions.files import describe_file, keep_file, remove_file, restore_file
from register.forms.files import AddFilesForm, FileForm, RemoveFileForm
from register.models import PupilFile, PupilFileContent
from register.queries.families import parents_for
from register.queries.files import files_of
from register.queries.pupils import names_of
from register.views.finding import accepted, pupil_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.documents.uploads.serving import kept_file, thumbnail

PAGE = 24
SHARE = "register.share_files"


@requires("register.view_files", methods=READ)
def files(request, pk):
    """What is kept about a pupil; or what was removed, by oneself or, for the office, by anybody."""
    pupil = pupil_or_404(request, pk)
    removed = request.GET.get("show") == "removed"
    found = files_of(pupil, request.membership, removed=removed)
    record_opened(request.membership, what="files", pupil_id=pupil.pk)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    name_parents(page, request.membership)
    context = {
        "pupil": pupil,
        "page": page,
        "removed": removed,
        "may_share": request.membership.may(SHARE),
    }
    return render(request, "register/files/list.html", context)


def name_parents(files, membership) -> None:
    """Puts on each file the names of the parents for whom alone it is, as `only`."""
    named = names_of({key for file in files for key in file.named_parents}, membership)
    for file in files:
        file.only = [named[key] for key in file.named_parents if key in named]


@requires("register.add_files")
def add(request, pk):
    """Bring files. One that is refused refuses all of them, each with its own words."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="add files", pupil_id=pupil.pk)
    by = request.membership
    parents = parents_for(PupilFile(pupil=pupil), by) if by.may(SHARE) else ()
    form = AddFilesForm(request.POST or None, request.FILES or None, may_share=by.may(SHARE), parents=parents)
    form.cancel_url = reverse("register:files", args=[pupil.pk])
    if accepted(form, lambda form: keep_all(pupil, form, by)):
        tell(request, pupil, form)
        return redirect("register:files", pupil.pk)
    context = {"pupil": pupil, "form": form}
    return render(request, "register/files/add.html", context, status=422 if form.errors else 200)


def keep_all(pupil, form: AddFilesForm, by) -> list[PupilFile]:
    return [keep_file(pupil=pupil, upload=each, by=by, **form.description()) for each in form.uploads()]


def tell(request, pupil, form: AddFilesForm) -> None:
    """How many were added, and what became of them on the way."""
    count = len({file.pk for file in form.outcome})
    text = ngettext(
        "%(count)s file was added for %(name)s.", "%(count)s files were added for %(name)s.", count
    )
    messages.success(request, text % {"count": count, "name": pupil.name})
    for upload in form.uploads():
        if upload.removed:
            text = _("Scripts, forms or files inside %(name)s were taken out of it.")
            messages.info(request, text % {"name": upload.name})


@requires("register.read_file", methods=READ)
def file(request, pk):
    """The file itself: a picture to look at, everything else to download."""
    found = content_or_404(request, pk, but="thumbnail")
    record_opened(request.membership, what=f"file {pk}", pupil_id=found.pupil_id)
    return kept_file(bytes(found.content), name=found.file.name, content_type=found.file.content_type)


@requires("register.read_file", methods=READ)
def file_thumbnail(request, pk):
    """A picture, small."""
    found = content_or_404(request, pk, but="content")
    if not found.thumbnail:
        raise Http404
    record_opened(request.membership, what=f"thumbnail {pk}", pupil_id=found.pupil_id)
    return thumbnail(bytes(found.thumbnail))


def content_or_404(request, pk, *, but: str) -> PupilFileContent:
    """What is kept of a file this person may read, without the column that is not asked for."""
    seen = PupilFileContent.objects.visible_to(request.membership).select_related("file").defer(but)
    return get_object_or_404(seen, file_id=pk)


def file_to_change_or_404(request, pk) -> PupilFile:
    """A file that this person may describe or remove, held while they do."""
    mine = PupilFile.objects.visible_to(request.membership).changeable_by(request.membership)
    return get_object_or_404(to_edit(request, mine.select_related("pupil")), pk=pk)


@requires("register.add_files")
def edit_file(request, pk):
    """Say what a file is and, from the office, who may see it."""
    shown = file_to_change_or_404(request, pk)
    if shown.removed_at:
        raise Http404
    record_opened(request.membership, what="file details", pupil_id=shown.pupil_id)
    by = request.membership
    parents = parents_for(shown, by) if by.may(SHARE) else ()
    form = FileForm(request.POST or None, instance=shown, may_share=by.may(SHARE), parents=parents)
    form.cancel_url = reverse("register:files", args=[shown.pupil_id])
    if accepted(form, lambda form: describe_file(file=form.instance, by=by, **form.answers())):
        messages.success(request, _("%(name)s is saved.") % {"name": shown.name})
        return redirect("register:files", shown.pupil_id)
    context = {"pupil": shown.pupil, "file": shown, "form": form}
    return render(request, "register/files/edit.html", context, status=422 if form.errors else 200)


@requires("register.add_files")
def remove(request, pk):
    """Ask why, then remove; for an hour it can be put back."""
    shown = file_to_change_or_404(request, pk)
    record_opened(request.membership, what="remove file", pupil_id=shown.pupil_id)
    form = RemoveFileForm(request.POST or None)
    form.cancel_url = reverse("register:files", args=[shown.pupil_id])
    if accepted(form, lambda form: remove_file(file=shown, by=request.membership, **form.cleaned_data)):
        undo = reverse("register:restore_file", args=[shown.pk])
        offer_undo(request, _("%(name)s was removed.") % {"name": shown.name}, undo)
        return redirect("register:files", shown.pupil_id)
    context = {"pupil": shown.pupil, "file": shown, "form": form}
    return render(request, "register/files/remove.html", context, status=422 if form.errors else 200)


@requires("register.add_files", methods=SUBMIT)
def restore(request, pk):
    """Put a removed file back while its content is there."""
    shown = file_to_change_or_404(request, pk)
    try:
        restore_file(file=shown, by=request.membership)
        messages.success(request, _("%(name)s is back.") % {"name": shown.name})
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("register:files", shown.pupil_id)
