"""Signing a record off: what goes out and to whom is looked at first; until it does, it can be undone."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.choices import PlanState
from provision.models import Plan
from provision.queries.consequences import professionals_of
from provision.views.finding import sent
from register.queries.families import home_of
from register.views.stepping import tried
from reviews.actions.signing import sign_off
from reviews.forms.signing import SignForm
from reviews.letters.record import document_of
from reviews.models import Review, ReviewStep
from reviews.queries.papers import paper_of
from reviews.queries.unfinished import unfinished
from reviews.views.finding import review_or_404
from reviews.views.reviews import closed
from reviews.workflow import OPEN, SIGN
from senco.audit.actions import record_opened
from senco.core.permissions import requires
from senco.core.undo import offer_undo, undo_time
from senco.documents.contents import context_of
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires(SIGN)
def sign(request, pk):
    """The family's record as they will read it, who reads it, and what else happens; then one press."""
    review, me = review_or_404(request, pk), request.membership
    if review.state not in OPEN:
        return closed(request, review)
    goes_on = is_in_force(review, me)
    form = restore(SignForm(sent(request), review=review, goes_on=goes_on), me)
    if tried(form, lambda: sign_it(review, form, me)):
        discard(by=me, form=form.draft_key)
        told = {"time": undo_time()}
        words = _("Signed off. It can be read at home in %(time)s; until then you can undo it.") % told
        offer_undo(request, words, reverse("reviews:take_back", args=[form.outcome.pk]))
        return redirect(review)
    record_opened(me, what="sign off a record", pupil_id=review.pupil_id)
    context = {
        "review": review,
        "pupil": review.pupil,
        "form": form,
        "goes_on": goes_on,
        "missing": unfinished(review),
        "page": {"home": home_of(review.pupil), "announced": True},
        "professionals": list(professionals_of(review.pupil, me)),
        **context_of(document_of(paper_of(review, for_family=True)), large=False),
    }
    return render(request, "reviews/sign.html", context, status=422 if form.errors else 200)


def sign_it(review: Review, form: SignForm, by) -> ReviewStep:
    return sign_off(review=review, by=by, next_cycle=form.cycle(), for_agency=form.cleaned_data["for_agency"])


def is_in_force(review: Review, membership) -> bool:
    """Whether the plan that is looked at is in force: then the sign-off reviews it."""
    in_force = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE)
    return review.plan_id is not None and in_force.filter(pk=review.plan_id).exists()
