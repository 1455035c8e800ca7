"""The list of imports, bringing a new file, and following one that is worked on in the background."""

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from register.actions.imports.background import (
    discard,
    is_stuck,
    wake_worker_after_commit,
)
from register.actions.imports.background import (
    try_again as take_again,
)
from register.actions.imports.progress import progress_key
from register.actions.imports.staging import UNFINISHED, NotReady, over_in_words, stage
from register.actions.imports.undoing import CannotUndo, undo_run
from register.actions.imports.uploading import upload
from register.forms.imports import UploadForm
from register.imports.refusals import ImportRefused
from register.models import ImportRun
from register.queries.import_undo import orders_kept, why_not
from senco.accounts.recent import recently_authenticated
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.waiting import look_again

IN_BACKGROUND_FROM = 50_000  # bytes; smaller files are read while the person waits
WORKING = (ImportRun.State.UPLOADED, ImportRun.State.READING, ImportRun.State.APPLYING)


def run_or_404(request, pk) -> ImportRun:
    return get_object_or_404(ImportRun.objects.visible_to(request.membership).defer("content"), pk=pk)


def is_over(run: ImportRun) -> bool:
    """Whether nothing can be said about the file any more."""
    return run.state not in UNFINISHED


def already_over(request, run: ImportRun):
    """Back to the import, for somebody whose page a colleague, or they themselves, overtook."""
    messages.warning(request, over_in_words())
    return redirect("register:import", run.pk)


@requires("register.import_pupils")
def imports(request):
    """Bring a file; below, what was imported before, by whom, and whether it can be undone."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (run := bring(request, form)):
        return redirect("register:import", run.pk)
    runs = ImportRun.objects.visible_to(request.membership).defer("content").select_related("by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    status = 422 if form.is_bound else 200
    return render(request, "register/imports/list.html", {"form": form, "page": page}, status=status)


def bring(request, form: UploadForm) -> ImportRun | None:
    """The new run: read at once where the file is small, in the background where it is not."""
    file = form.cleaned_data["file"]
    try:
        run = upload(content=file.read(), file_name=file.name, by=request.membership)
    except ImportRefused as refused:
        form.add_error("file", f"{refused.reason} {refused.what_to_do}")
        return None
    if run.file_size < IN_BACKGROUND_FROM:
        return stage(run=run, by=request.membership)
    wake_worker_after_commit(run)
    return run


@requires("register.import_pupils", methods=READ)
def progress(request, pk):
    """How far a run in the background is. Without JavaScript the page asks again by itself."""
    run = run_or_404(request, pk)
    if run.state not in WORKING:
        return redirect("register:import", run.pk)
    done = cache.get(progress_key(run.pk), 0)
    reading = run.state != ImportRun.State.APPLYING
    context = {
        "run": run, "done": done, "reading": reading, "stuck": is_stuck(run),
        "total": max(0 if reading else sum(run.counts.values()), done, 1),
    }  # fmt: skip
    return look_again(render(request, "register/imports/progress.html", context))


@requires("register.import_pupils")
@recently_authenticated
def undo(request, pk):
    """Say what undoing means, then do it."""
    run = run_or_404(request, pk)
    reason, orders = why_not(run), orders_kept(run)
    if request.method == "POST" and not reason:
        try:
            undo_run(run=run, by=request.membership)
        except CannotUndo as problem:
            reason = str(problem)
        else:
            messages.success(request, _("The import of %(file)s was undone.") % {"file": run.file_name})
            if orders:
                messages.warning(request, _("Court orders that it brought stay recorded."))
            return redirect("register:imports")
    context = {"run": run, "reason": reason, "orders": orders}
    return render(request, "register/imports/undo.html", context)


@requires("register.import_pupils", methods=SUBMIT)
def discard_run(request, pk):
    """Drop a file that was brought but not applied."""
    run = run_or_404(request, pk)
    try:
        discard(run=run, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("%(file)s was dropped. Nothing was changed.") % {"file": run.file_name})
    return redirect("register:imports")


@requires("register.import_pupils", methods=SUBMIT)
def try_again(request, pk):
    """Read a waiting file anew, or take up work that got stuck. Whoever imports at the school may."""
    run = run_or_404(request, pk)
    try:
        take_again(run=run, by=request.membership)
    except NotReady as problem:
        messages.error(request, str(problem))
    return redirect("register:import", pk)
