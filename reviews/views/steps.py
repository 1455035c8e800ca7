"""Steps of a review that are taken with a word why: called off, left out, taken in again; and the last one taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.views.finding import sent
from register.views.stepping import done_or_told, tried
from reviews.actions import arranging, signing, steps
from reviews.forms.reviews import ReasonForm
from reviews.models import Review, ReviewStep
from reviews.views.finding import review_or_404
from reviews.views.reviews import closed
from reviews.workflow import HOLD, SIGN, review_process
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires(HOLD)
def call_off(request, pk):
    """Day and time are taken out. They are gone with it, so that it is arranged anew and not undone."""

    def act(review: Review, note: str) -> None:
        arranging.call_off(review=review, by=request.membership, note=note)

    return step_page(request, pk, "call off", act)


@requires(SIGN)
def leave_out(request, pk):
    """The pupil is not reviewed this time; everybody can read why."""

    def act(review: Review, note: str) -> ReviewStep:
        return arranging.leave_out(review=review, by=request.membership, note=note)

    return step_page(request, pk, "leave out", act)


@requires(SIGN)
def take_in(request, pk):
    """The pupil is reviewed after all."""

    def act(review: Review, note: str) -> ReviewStep:
        return steps.take_step(review=review, name="take in", by=request.membership, note=note)

    return step_page(request, pk, "take in", act)


def step_page(request, pk, name: str, act: Callable[[Review, str], ReviewStep | None]):
    """A word why, then the step; whoever comes late learns how the review stands."""
    review, step = review_or_404(request, pk), review_process.step(name)
    if review.state not in step.frm:
        return closed(request, review)
    form = restore(ReasonForm(sent(request), review=review, step=step), request.membership)
    if tried(form, lambda: act(review, form.cleaned_data["note"])):
        discard(by=request.membership, form=form.draft_key)
        tell(request, form.outcome)
        return redirect(review)
    record_opened(request.membership, what="review", pupil_id=review.pupil_id)
    context = {"pupil": review.pupil, "review": review, "form": form, "heading": str(step)}
    return render(request, "reviews/form.html", context, status=422 if form.errors else 200)


def tell(request, taken: ReviewStep | None) -> None:
    """With the way back where there is one."""
    if taken is None:
        messages.success(request, _("Done."))
    else:
        offer_undo(request, _("Done."), reverse("reviews:take_back", args=[taken.pk]))


@requires(SIGN, methods=SUBMIT)
def take_back_step(request, pk):
    """Undo the last step of a review."""
    seen = ReviewStep.objects.visible_to(request.membership).select_related("review__pupil", "review__plan")
    step = get_object_or_404(seen, pk=pk)
    done = _("Undone. The review is as before.")
    done_or_told(request, lambda: signing.take_back(step=step, by=request.membership), done)
    return redirect(step.review)
