"""What families and professionals read of a plan, and what they say to it."""

from django.shortcuts import get_object_or_404, redirect, render

from provision.actions import answers
from provision.choices import Audience
from provision.forms.answers import AnswerForm, CommentForm
from provision.letters.plan import PlanPaper
from provision.models import PlanVersion
from provision.queries.families import family_plan as in_plain_words
from provision.queries.families import is_over, my_answers, newest_of_plan, shared_versions, shelf_of
from provision.views.finding import sent
from register.views.finding import pupil_or_404
from register.views.stepping import tried
from register.views.writing import may_write
from senco.accounts.roles import Role
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

READ_SHARED = "provision.read_shared_plan"


@requires(READ_SHARED, methods=READ)
def family_plans(request, pk):
    """The plans of one child that were shared: those that hold, and all before them."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="shared plans", pupil_id=pupil.pk)
    shelf = shelf_of(shared_versions(request.membership).filter(pupil=pupil))
    return render(request, "provision/families/list.html", {"pupil": pupil, "shelf": shelf})


@requires(READ_SHARED)
def family_plan(request, pk):
    """One shared version in plain words, with the question what its reader thinks."""
    version = version_or_404(request, pk)
    form = form_for(request, version) if may_write(request, version.pupil_id) else None
    if form and tried(form, lambda: send(version, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        return redirect("provision:answered", version.pk)
    record_opened(request.membership, what="shared plan", pupil_id=version.pupil_id)
    context = {
        "version": version,
        "pupil": version.pupil,
        "reading": in_plain_words(PlanPaper.from_json(version.content), over=is_over(version)),
        "form": form,
        "newest": newest_of_plan(request.membership, version),
        "mine": my_answers(request.membership, version),
    }
    return render(
        request, "provision/families/plan.html", context, status=422 if form and form.errors else 200
    )


def version_or_404(request, pk) -> PlanVersion:
    """A version for the family that this person may read now."""
    seen = PlanVersion.objects.visible_to(request.membership).filter(audience=Audience.FAMILY)
    return get_object_or_404(seen.select_related("pupil", "by"), pk=pk)


def form_for(request, version):
    """Parents answer, professionals comment."""
    kind = CommentForm if request.membership.role == Role.PROFESSIONAL else AnswerForm
    return restore(kind(sent(request), version=version), request.membership)


def send(version, form, by):
    return answers.answer(version=version, by=by, **form.cleaned_data)


@requires(READ_SHARED, methods=READ)
def answered(request, pk):
    """The thanks after an answer, and what happens next."""
    version = version_or_404(request, pk)
    mine = my_answers(request.membership, version).first()
    if mine is None:
        return redirect("provision:family_plan", version.pk)
    record_opened(request.membership, what="shared plan", pupil_id=version.pupil_id)
    return render(
        request, "provision/families/thanks.html", {"version": version, "pupil": version.pupil, "said": mine}
    )
