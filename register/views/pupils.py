"""One pupil: the overview, the chronology, the details, and the page an external professional sees."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.pupils import DETAILS, edit_pupil, restore_pupil
from register.actions.rights import CONFIRM
from register.forms.chronology import ChronologyForm
from register.forms.pupils import DetailsForm
from register.models import Attainment, Monitoring, Pupil, PupilAccess, SenNeed, SenStatus
from register.queries.chronology import chronology
from register.queries.duties import duties_about
from register.queries.files import shared_files
from register.queries.history import last_saved
from register.queries.pupils import around, concerns_about, status_line
from register.queries.sen_register import row_of
from register.queries.stage_letters import letters_of
from register.views.finding import accepted, pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("register.view_pupil", methods=READ)
def pupil(request, pk):
    """Who they are, who is around them, their status, needs and concerns: each as far as the reader may see it."""
    membership = request.membership
    today = timezone.localdate()
    shown = get_object_or_404(Pupil.objects.visible_to(membership).for_register(today), pk=pk)
    record_opened(membership, what="pupil", pupil_id=shown.pk)
    context = {
        "pupil": shown,
        "row": row_of(shown, today),
        "around": around(shown, membership),
        "statuses": SenStatus.objects.visible_to(membership)
        .filter(pupil=shown)
        .select_related("decided_by")
        .order_by("-starts"),
        "needs": SenNeed.objects.visible_to(membership).current().filter(pupil=shown),
        "concerns": concerns_about(shown, membership),
        "attainment": Attainment.objects.visible_to(membership).filter(pupil=shown).newest_first(),
        "duties": duties_about(shown, membership) if membership.may("register.view_duties") else [],
        "letters": letters_of(shown, membership),
        "today": today,
        "watching": Monitoring.objects.visible_to(membership).current().filter(pupil=shown).first(),
        "may_change": membership.may("register.change_status"),
        "may_edit": membership.may("register.edit_pupil"),
        "may_confirm_rights": membership.may(CONFIRM),
    }
    return render(request, "register/pupils/pupil.html", context)


@requires("register.view_pupil", methods=READ)
def history(request, pk):
    """The chronology of everything, narrowed by kind and days; prints as it stands."""
    shown = pupil_or_404(request, pk)
    record_opened(request.membership, what="chronology", pupil_id=shown.pk)
    form = ChronologyForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    happenings = chronology(shown, request.membership, **chosen)
    context = {"pupil": shown, "form": form, "happenings": happenings, "now": timezone.now()}
    return render(request, "register/pupils/chronology.html", context)


@requires("register.edit_pupil")
@recently_authenticated
def edit(request, pk):
    """Correct details. Where a colleague saved in between, both versions are shown before anything is written."""
    shown = get_object_or_404(to_edit(request, Pupil.objects.visible_to(request.membership)), pk=pk)
    record_opened(request.membership, what="details form", pupil_id=shown.pk)
    form = restore(DetailsForm(request.POST or None, instance=shown), request.membership)
    form.cancel_url = shown.get_absolute_url()
    if accepted(form, lambda form: write_details(form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        undo = reverse("register:undo_details", args=[shown.pk, *form.outcome])
        offer_undo(request, _("The details of %(name)s are saved.") % {"name": shown.name}, undo)
        return redirect(shown)
    if form.is_outdated:
        form.saved = last_saved(shown, request.membership)
    context = {"pupil": shown, "form": form, "title": _("Details"), "line": status_line(shown)}
    return render(request, "register/pupils/details.html", context, status=422 if form.errors else 200)


def write_details(form: DetailsForm, by) -> tuple[int, int]:
    answers = {name: form.cleaned_data[name] for name in DETAILS}
    return edit_pupil(pupil=form.instance, by=by, **answers)


@requires("register.edit_pupil", methods=SUBMIT)
@recently_authenticated
def undo_details(request, pk, before, after):
    """The details are as they were before one edit."""
    shown = pupil_or_404(request, pk)
    try:
        restore_pupil(pupil=shown, before=before, after=after, by=request.membership)
        messages.success(request, _("Undone. The details of %(name)s are as before.") % {"name": shown.name})
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect(shown)


@requires("register.view_shared_pupil", methods=READ)
def shared_pupil(request, pk):
    """What an external professional sees: name, year, status, needs, and who shared the record, why, until when."""
    membership = request.membership
    shown = pupil_or_404(request, pk)
    record_opened(membership, what="shared pupil", pupil_id=shown.pk)
    grants = PupilAccess.objects.visible_to(membership).live().filter(content_object=shown)
    context = {
        "pupil": shown,
        "line": status_line(shown),
        "needs": SenNeed.objects.visible_to(membership).current().filter(pupil=shown),
        "grants": grants.select_related("granted_by"),
        "files": shared_files(membership, [shown]),
    }
    return render(request, "register/pupils/shared.html", context)
