"""Profiles of many pupils as one file: asking; and, of every file of many pages, watching, cancelling, fetching."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from provision.actions.prints import ask_for_print, cancel_print
from provision.forms.profiles import PrintForm
from provision.models import PrintJob
from provision.queries.prints import own_prints, print_choices, pupils_meant, still_opens
from provision.queries.profiles import profile_word
from register.views.finding import accepted
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.waiting import look_again
from senco.documents.downloads import PDF, download


@requires("provision.print_profiles")
@recently_authenticated
def print_profiles(request):
    """For a class, a year or the register; `?whom=` chooses. Below, one's files of today."""
    choices = print_choices(request.membership)
    form = PrintForm(request.POST or None, choices=choices, initial={"whom": request.GET.get("whom", "")})
    if accepted(form, lambda form: ask(form.cleaned_data, dict(choices), request.membership)):
        return redirect("provision:print_job", form.outcome.pk)
    context = {
        "form": form,
        "jobs": own_prints(request.membership),
        "word": profile_word(request.membership.school),
    }
    return render(request, "provision/profiles/print.html", context, status=422 if form.errors else 200)


def ask(chosen: dict, labels: dict, by) -> PrintJob:
    words = {"word": profile_word(by.school), "whom": labels[chosen["whom"]]}
    title = _("%(word)s: %(whom)s") % words
    return ask_for_print(pupils=pupils_meant(chosen["whom"], by), title=title, size=chosen["size"], by=by)


def job_or_404(request, pk) -> PrintJob:
    return get_object_or_404(PrintJob.objects.visible_to(request.membership).kept().defer("content"), pk=pk)


@requires("provision.print_profiles", methods=READ)
def print_job(request, pk):
    """How far it is. The page asks again by itself while it is going on, with or without scripts."""
    job = job_or_404(request, pk)
    response = render(request, "provision/profiles/print_job.html", {"job": job, "total": job.total})
    return look_again(response) if job.is_going_on else response


@requires("provision.print_profiles", methods=SUBMIT)
def cancel(request, pk):
    """Nobody needs it any more."""
    job = job_or_404(request, pk)
    if cancel_print(job=job, by=request.membership):
        messages.success(request, _("Cancelled. No file is kept."))
    return redirect("provision:print_job", job.pk)


@requires("provision.print_profiles", methods=READ)
@recently_authenticated
def print_file(request, pk):
    """The file, as long as everybody in it may still be opened by whoever asked for it."""
    job = get_object_or_404(PrintJob.objects.visible_to(request.membership).kept(), pk=pk)
    if job.content is None:
        raise Http404
    if not still_opens(job, request.membership):
        messages.warning(request, _("You may no longer open every pupil in this file. Make a new one."))
        return redirect("provision:plans" if job.is_of_plans else "provision:print_profiles")
    name = "plans" if job.is_of_plans else "profiles"
    record_exported(request.membership, what=f"{name} file", pupil_ids=job.pupil_ids)
    return download(bytes(job.content), name=f"{name}-{job.size}.pdf", content_type=PDF)
