"""Rounds of reviews: begun for a year, a form or the whole register; times given, people asked, and how far it is."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.views.finding import sent
from register.views.selecting import keys_in
from register.views.stepping import done_or_told, tried
from reviews.actions.inviting import invite
from reviews.actions.offering import Offered, Stretch, offer_times
from reviews.actions.rounds import begin_round, give_times, undo_round
from reviews.forms.rounds import RoundForm, TimesForm
from reviews.models import Review, ReviewRound
from reviews.queries.contributions import how_many
from reviews.queries.rounds import on_register, progress_of, reviews_of, rounds_for, years_and_forms
from reviews.views.finding import review_or_404
from reviews.workflow import INVITE, OPEN
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 25


@requires(INVITE, methods=READ)
def rounds(request):
    """The newest first, each with how far it is."""
    page = Paginator(rounds_for(request.membership), PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/rounds/list.html", {"page": page})


@requires(INVITE)
def begin(request):
    """Whom it takes in, and within which days; then a review of each is on the list."""
    me = request.membership
    years, groups = years_and_forms(me)
    form = RoundForm(sent(request), years=years, form_groups=groups, membership=me)
    form.cancel_url = reverse("reviews:rounds")
    restore(form, me)
    if tried(form, lambda: begin_it(form, me)):
        discard(by=me, form=form.draft_key)
        words = _("The round has begun. Give times next, then ask people.")
        offer_undo(request, words, reverse("reviews:undo_round", args=[form.outcome.pk]))
        return redirect(form.outcome)
    context = {"form": form, "everybody": on_register(me).count()}
    return render(request, "reviews/rounds/new.html", context, status=422 if form.errors else 200)


def begin_it(form: RoundForm, by) -> ReviewRound:
    chosen = form.cleaned_data
    form.instance.about = form.about()
    pupils = on_register(by, years=chosen["years"], form=chosen["form_group"])
    return begin_round(new=form.instance, pupils=pupils, lead=chosen["lead"], by=by)


def round_or_404(request, pk) -> ReviewRound:
    return get_object_or_404(ReviewRound.objects.visible_to(request.membership).select_related("by"), pk=pk)


@requires(INVITE)
def one_round(request, pk):
    """Every pupil of it with day and state. Those ticked get times, one after the other."""
    found, me = round_or_404(request, pk), request.membership
    form = TimesForm(sent(request), membership=me)
    if tried(form, lambda: give_or_offer(found, form, request, me)):
        tell_offered(request, form.outcome) if "offer" in request.POST else tell_given(request, *form.outcome)
        return redirect(found)
    rows = list(reviews_of(found, me))
    record_listed(me, what="review round", pupil_ids=sorted({row.pupil_id for row in rows}))
    ticked = keys_in(request.POST.getlist("selected"))
    context = {
        "round": found,
        "rows": rows,
        "form": form,
        "progress": progress_of(found, me),
        "views": how_many(reviews_of(found, me), me),
        "offered": any(row.is_offered for row in rows),
        "today": timezone.localdate(),
        "ticked": set(ticked) if form.is_bound else {row.pk for row in rows if row.day is None},
    }
    return render(request, "reviews/rounds/round.html", context, status=422 if form.errors else 200)


def give_or_offer(found: ReviewRound, form: TimesForm, request, by) -> tuple[int, int] | Offered:
    """Those ticked get times; or their parents choose among them, for the second button."""
    keys = keys_in(request.POST.getlist("selected"))
    chosen = Review.objects.visible_to(by).with_state().filter(round=found, pk__in=keys, state__in=OPEN)
    reviews = list(
        chosen.select_related("lead", "pupil").order_by("pupil__legal_surname", "pupil__legal_forename", "pk")
    )
    if not reviews:
        raise ValidationError(_("Tick at least one pupil whose review is still to come."), code="nobody")
    if "offer" not in request.POST:
        return give_times(reviews=reviews, by=by, **form.cleaned_data)
    chosen = dict(form.cleaned_data)
    return offer_times(reviews=reviews, lead=chosen.pop("lead"), stretch=Stretch(**chosen), by=by)


def tell_offered(request, offered: Offered) -> None:
    words = ngettext(
        "The parents of %(n)d pupil choose among %(times)d times.",
        "The parents of %(n)d pupils choose among %(times)d times.",
        offered.reviews,
    )
    if offered.reviews:
        messages.success(request, words % {"n": offered.reviews, "times": offered.times})
    without = ngettext(
        "Of %(n)d no parent signs in here. Give it a time yourself.",
        "Of %(n)d no parent signs in here. Give them times yourself.",
        offered.without,
    )
    full = ngettext(
        "For %(n)d pupil nothing was offered: whoever holds the review, or the room, is not free then.",
        "For %(n)d pupils nothing was offered: whoever holds their reviews, or the room, is not free then.",
        offered.full,
    )
    for count, words in ((offered.without, without), (offered.full, full)):
        if count:
            messages.warning(request, words % {"n": count})
    if offered.times < offered.reviews:
        messages.warning(request, _("There are fewer times than pupils. Offer another stretch to the rest."))


def tell_given(request, given: int, missed: int) -> None:
    words = ngettext("%(n)d review has a time now.", "%(n)d reviews have a time now.", given) % {"n": given}
    messages.success(request, words)
    if missed:
        words = ngettext(
            "%(n)d did not fit into that time. Choose another day for it.",
            "%(n)d did not fit into that time. Choose another day for them.",
            missed,
        )
        messages.warning(request, words % {"n": missed})


@requires(INVITE, methods=SUBMIT)
def invite_all(request, pk):
    """Everybody whose review has a day, and whom nothing newer was told."""
    found, me = round_or_404(request, pk), request.membership
    to_come = reviews_of(found, me).filter(state__in=OPEN, day__gte=timezone.localdate())
    told = sum(invite(review=review, by=me) for review in to_come)
    words = ngettext("%(n)d invitation is on its way.", "%(n)d invitations are on their way.", told)
    messages.success(request, words % {"n": told})
    return redirect(found)


@requires(INVITE, methods=SUBMIT)
def invite_one(request, pk):
    """Everybody who is asked to one review."""
    review, me = review_or_404(request, pk), request.membership
    done_or_told(
        request,
        lambda: invite(review=review, by=me),
        _("Everybody who is asked and can be told here has an invitation."),
    )
    return redirect(review)


@requires(INVITE, methods=SUBMIT)
def undo(request, pk):
    """Take a round back: reviews that nobody has touched are left out."""
    found = round_or_404(request, pk)
    undo_round(round_=found, by=request.membership)
    messages.success(request, _("Taken back. Reviews that somebody has worked on are kept."))
    return redirect("reviews:rounds")
