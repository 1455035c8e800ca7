"""The office asks for views before a meeting, or before every meeting of a round, and asks no more."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.views.finding import sent
from register.views.stepping import done_or_told, tried
from reviews.actions.contributing import ask_after_all, ask_for_views, withdraw_request
from reviews.forms.contributions import AskForm, AskRoundForm
from reviews.models import Contribution
from reviews.queries.asking import proposals
from reviews.queries.contributions import contributions_to, how_many, key_of
from reviews.queries.rounds import reviews_of
from reviews.views.finding import review_or_404
from reviews.views.reviews import closed
from reviews.views.rounds import round_or_404
from reviews.workflow import INVITE, OPEN
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires(INVITE)
def ask(request, pk):
    """Who is asked already, and whom one would ask besides."""
    review, me = review_or_404(request, pk), request.membership
    if review.state not in OPEN:
        return closed(request, review)
    record_opened(me, what="views before a meeting", pupil_id=review.pupil_id)
    asked = list(contributions_to(review, me))
    there = {key_of(each) for each in asked}
    new = [each for each in proposals([review], me)[review.pk] if key_of(each) not in there]
    form = AskForm(sent(request), membership=me, proposed=new, first=not asked, meets=review.day)
    form.draft_key = f"ask-views:{review.pk}"
    restore(form, me)
    if tried(form, lambda: ask_them(form, [(review, each) for each in form.chosen()], me)):
        discard(by=me, form=form.draft_key)
        tell_asked(request, form.outcome)
        return redirect("reviews:ask", review.pk)
    context = {"review": review, "pupil": review.pupil, "form": form if new else None, "contributions": asked}
    return render(request, "reviews/contributions/ask.html", context, status=422 if form.errors else 200)


def ask_them(form, chosen: list, by) -> int:
    return ask_for_views(
        chosen=chosen, due_on=form.cleaned_data["due_on"], by=by, with_pupil=form.with_pupil()
    )


def tell_asked(request, asked: int) -> None:
    words = ngettext("%(n)d is asked now.", "%(n)d are asked now.", asked) % {"n": asked}
    messages.success(request, words)


@requires(INVITE)
def ask_round(request, pk):
    """Everybody around the pupils of a round whose meeting is still to come, in one go."""
    found, me = round_or_404(request, pk), request.membership
    reviews = list(reviews_of(found, me).filter(state__in=OPEN).order_by(F("day").asc(nulls_last=True), "pk"))
    record_listed(me, what="views before meetings", pupil_ids=sorted({each.pupil_id for each in reviews}))
    form = AskRoundForm(sent(request), membership=me)
    form.draft_key = f"ask-views-of-round:{found.pk}"
    restore(form, me)
    if tried(form, lambda: ask_them(form, chosen_in(form, reviews, me), me)):
        discard(by=me, form=form.draft_key)
        tell_asked(request, form.outcome)
        return redirect(found)
    context = {"round": found, "form": form, "reviews": reviews, "views": how_many(reviews_of(found, me), me)}
    return render(
        request, "reviews/contributions/ask_round.html", context, status=422 if form.errors else 200
    )


def chosen_in(form: AskRoundForm, reviews: list, by) -> list:
    kinds, proposed = form.cleaned_data["who"], proposals(reviews, by)
    return [(review, each) for review in reviews for each in proposed[review.pk] if each.kind in kinds]


@requires(INVITE, methods=SUBMIT)
def withdraw(request, pk):
    """Not asked for any more; that can be undone."""
    found = locked_or_404(request, pk)
    try:
        withdraw_request(contribution=found)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        words = _("%(who)s is not asked any more.") % {"who": found.who}
        offer_undo(request, words, reverse("reviews:ask_after_all", args=[found.pk]))
    return redirect("reviews:review", found.review_id)


@requires(INVITE, methods=SUBMIT)
def after_all(request, pk):
    """Undo that somebody is not asked any more."""
    found = locked_or_404(request, pk)
    done_or_told(
        request, lambda: ask_after_all(contribution=found), _("%(who)s is asked again.") % {"who": found.who}
    )
    return redirect("reviews:review", found.review_id)


def locked_or_404(request, pk) -> Contribution:
    seen = Contribution.objects.visible_to(request.membership).select_related("review")
    return get_object_or_404(seen.select_for_update(of=("self",), no_key=True), pk=pk)
