"""Parents tell the school something; the office says that it has read it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.views.finding import accepted, pupil_or_404
from register.views.writing import only_reads
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore
from senco.liaison.actions.told import note_read
from senco.liaison.actions.told import tell as keep_note
from senco.liaison.forms.told import TellForm
from senco.liaison.models import FamilyNote
from senco.liaison.queries.told import READ_NOTES, notes_about


@requires("liaison.tell")
def tell(request, pk):
    """A box, files, and who may read it; below, what one told before and whether it was read."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="tell the school", pupil_id=pupil.pk)
    if page := only_reads(request, pupil):
        return page
    form = TellForm(request.POST or None, request.FILES or None, pupil=pupil)
    form.cancel_url = reverse("dashboard:child", args=[pupil.pk])
    restore(form, me)
    if accepted(form, lambda form: keep_note(note=form.note(), uploads=form.cleaned_data["files"], by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Thank you. The school has it."))
        return redirect("liaison:tell", pupil.pk)
    context = {"pupil": pupil, "form": form, "notes": notes_about(pupil, me)}
    return render(request, "liaison/tell.html", context, status=422 if form.errors else 200)


@requires(READ_NOTES, methods=SUBMIT)
def read(request, pk):
    seen = to_edit(request, FamilyNote.objects.visible_to(request.membership))
    note = get_object_or_404(seen, pk=pk)
    note_read(note=note, by=request.membership)
    messages.success(request, _("The parent sees that you have read it."))
    return redirect("liaison:pupil_log", note.pupil_id)
