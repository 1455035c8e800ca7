"""Views before a meeting: whoever is asked gives them, staff read them, and the questions are there on paper."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from provision.views.documents import as_file
from register.views.stepping import tried
from register.views.writing import only_reads
from reviews.actions.contributing import give_views, is_paper
from reviews.choices import Level, Voice
from reviews.forms.contributions import ContributionForm
from reviews.letters.questions import paper_of_questions
from reviews.models import Contribution
from reviews.workflow import CONTRIBUTE, INVITE, VIEW
from senco.accounts.recent import recently_authenticated
from senco.accounts.roles import STAFF
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

ADD_FILES, SHARE_FILES = "register.add_files", "register.share_files"


def to_give_or_404(request, pk) -> Contribution:
    """One's own, or for the office anybody's: what came on paper is keyed in."""
    me = request.membership
    seen = Contribution.objects.visible_to(me).standing().select_related("pupil__school")
    if not me.may(INVITE):
        seen = seen.filter(membership_id=me.pk)
    return get_object_or_404(to_edit(request, seen), pk=pk)


@requires(CONTRIBUTE)
def contribute(request, pk):
    """The questions, with what was answered so far. A pupil answers on a page without menu or anybody else's name."""
    found, me = to_give_or_404(request, pk), request.membership
    record_opened(me, what="views before a meeting", pupil_id=found.pupil_id)
    if page := only_reads(request, found.pupil):
        return page
    if found.closed_at:
        return over(request, found)
    form = form_for(found, request)
    if tried(form, lambda: give(found, form, me)):
        discard(by=me, form=form.draft_key)
        return redirect("reviews:given", found.pk)
    context = about(found, me) | {"form": form, "levels": Level.choices}
    return render(request, "reviews/contributions/give.html", context, status=422 if form.errors else 200)


def form_for(found: Contribution, request) -> ContributionForm:
    me, level = request.membership, level_wished(found, request)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ContributionForm(data, files, instance=found, level=level, may_upload=may_upload(found, me))
    if me.role not in STAFF:
        form.record = None  # who of the office keyed something in is not for families to know
    return restore(form, me)


def level_wished(found: Contribution, request) -> str:
    """How a pupil is asked: as the address says, else as was decided. Empty for everybody else."""
    wished = request.GET.get("level")
    return wished if found.kind == Voice.PUPIL and wished in Level else found.level


def may_upload(found: Contribution, me) -> bool:
    """A pupil's picture or recording; what is private only by the office, whose files are not seen by colleagues."""
    return found.kind == Voice.PUPIL and me.may(SHARE_FILES if found.private else ADD_FILES)


def give(found: Contribution, form: ContributionForm, by) -> Contribution:
    upload = form.cleaned_data.get("upload")
    return give_views(contribution=found, answers=form.answers(), by=by, level=form.level, upload=upload)


def about(found: Contribution, me) -> dict:
    """What every page of a contribution says. `on_paper`: the office keys in for somebody else."""
    is_pupil = found.kind == Voice.PUPIL
    return {
        "contribution": found,
        "pupil": found.pupil,
        "is_pupil": is_pupil,
        "on_paper": is_paper(found, me),
        "frame": "layout/together.html" if is_pupil and me.role in STAFF else "layout/page.html",
    }


def over(request, found: Contribution):
    """Whoever comes late reads what they said, or learns that it is over."""
    if request.membership.may(VIEW):
        return redirect("reviews:contribution", found.pk)
    if found.is_given:
        return redirect("reviews:given", found.pk)
    messages.warning(request, _("The meeting is over. Thank you all the same."))
    return redirect("reviews:family_records", found.pupil_id)


@requires(CONTRIBUTE, methods=READ)
def given(request, pk):
    """Thanks, what was said, and the way back."""
    found, me = to_give_or_404(request, pk), request.membership
    record_opened(me, what="views before a meeting", pupil_id=found.pupil_id)
    if not found.is_given:
        return redirect("reviews:contribute", found.pk)
    context = about(found, me) | {"answers": found.given_answers}
    return render(request, "reviews/contributions/given.html", context)


@requires(VIEW, methods=READ)
def contribution(request, pk):
    """What somebody said, for staff who may read it."""
    me = request.membership
    seen = (
        Contribution.objects.visible_to(me)
        .standing()
        .select_related("pupil__school", "review", "asked_by", "file")
    )
    found = get_object_or_404(seen, pk=pk)
    record_opened(me, what="views before a meeting", pupil_id=found.pupil_id)
    may_give = found.closed_at is None and (found.membership_id == me.pk or me.may(INVITE))
    context = about(found, me) | {
        "answers": found.given_answers, "may_give": may_give, "may_withdraw": me.may(INVITE) and found.closed_at is None,
    }  # fmt: skip
    return render(request, "reviews/contributions/read.html", context)


@requires(CONTRIBUTE, methods=READ)
@recently_authenticated
def questions_file(request, pk, kind):
    """The same questions on paper, with room to write."""
    found = to_give_or_404(request, pk)
    document = paper_of_questions(found, level_wished(found, request))
    return as_file(
        request,
        document,
        kind,
        about=found,
        back="reviews:given" if found.is_given else "reviews:contribute",
        key=found.pk,
    )
