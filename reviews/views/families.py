"""What families, and professionals where the school says so, read of meetings."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from provision.choices import Audience
from provision.views.documents import as_file
from provision.views.finding import sent
from register.queries.portal import may_write_about
from register.views.finding import pupil_or_404
from register.views.stepping import tried
from register.views.writing import may_write
from reviews.actions.inviting import answer_invitation
from reviews.forms.rounds import AnswerForm
from reviews.models import MeetingInvitation, ReviewRecord
from reviews.queries.contributions import asked_about
from reviews.queries.invitations import my_invitations
from reviews.queries.offers import my_offers
from reviews.queries.reviews import records_for
from reviews.workflow import ANSWER, CHOOSE
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.documents.contents import context_of
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

READ_RECORD = "reviews.read_record"


@requires(READ_RECORD, methods=READ)
def family_records(request, pk):
    """The records of one child that are for them, the newest first."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="records of meetings", pupil_id=pupil.pk)
    me = request.membership
    context = {
        "pupil": pupil,
        "records": records_for(me, pupil),
        "invitations": my_invitations(me, pupil),
        "contributions": asked_about(me, pupil),
        "offers": my_offers(me, pupil) if me.may(CHOOSE) else (),
        "writes": may_write_about(me, pupil.pk),
    }
    return render(request, "reviews/families/list.html", context)


@requires(ANSWER)
def answer(request, pk):
    """When and where a meeting is, and whether one comes."""
    me = request.membership
    seen = MeetingInvitation.objects.visible_to(me).standing().select_related("pupil")
    found = get_object_or_404(seen, pk=pk)
    record_opened(me, what="invitation to a meeting", pupil_id=found.pupil_id)
    writes = may_write(request, found.pupil_id)
    form = restore(AnswerForm(sent(request), instance=found), me) if writes else None
    if form and tried(form, lambda: answer_invitation(invitation=found, by=me, **form.cleaned_data)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Thank you. The school has your answer."))
        return redirect("reviews:family_records", found.pupil_id)
    context = {"invitation": found, "pupil": found.pupil, "form": form}
    return render(
        request, "reviews/families/answer.html", context, status=422 if form and form.errors else 200
    )


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
