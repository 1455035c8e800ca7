"""Reviews as a list and of one pupil; one is planned, changed, called off, left out."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.views.finding import sent
from register.views.finding import pupil_or_404
from register.views.stepping import tried
from reviews.actions.arranging import change_review
from reviews.actions.beginning import begin_review
from reviews.choices import CHANGES_STAGE
from reviews.forms.reviews import BeginForm, ChangeForm
from reviews.models import Review
from reviews.queries.contributions import contributions_to
from reviews.queries.invitations import invitations_to
from reviews.queries.meeting import outcomes_in
from reviews.queries.reviews import (
    actions_for,
    listed,
    never_reviewed,
    numbers,
    people_of,
    plans_without_review,
    reviews_about,
)
from reviews.queries.steps import open_buttons, records_of, steps_of
from reviews.views.finding import plans_to_review, review_or_404
from reviews.workflow import HOLD, INVITE, OPEN, VIEW
from senco.audit.actions import record_listed, record_opened
from senco.core.navigation import Link
from senco.core.permissions import READ, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 40
SHOWN = {
    "open": gettext_lazy("To come"),
    "due": gettext_lazy("Not planned yet"),
    "never": gettext_lazy("Never reviewed"),
    "signed": gettext_lazy("Signed off"),
    "left_out": gettext_lazy("Left out"),
}


@requires(VIEW, methods=READ)
def reviews(request):
    """What is to come, what nobody has planned, who was never reviewed, and what is done: nobody falls through."""
    me = request.membership
    show = request.GET.get("show") if request.GET.get("show") in SHOWN else "open"
    counts = numbers(me) | {"due": plans_without_review(me).count(), "never": never_reviewed(me).count()}
    page = Paginator(rows_of(show, me), PAGE).get_page(request.GET.get("page"))
    tabs = [
        Link(str(label), f"?{urlencode({'show': key})}", count=counts[key], current=key == show)
        for key, label in SHOWN.items()
    ]
    record_listed(me, what="reviews", pupil_ids=sorted({pupil_of(row) for row in page}))
    context = {
        "page": page,
        "show": show,
        "tabs": tabs,
        "may_hold": me.may(HOLD),
        "may_invite": me.may(INVITE),
        "today": timezone.localdate(),
    }
    return render(request, "reviews/list.html", context)


def rows_of(show: str, membership):
    if show == "due":
        return plans_without_review(membership)
    return never_reviewed(membership) if show == "never" else listed(show, membership)


def pupil_of(row):
    """The key of the pupil that a line is about: a review's or a plan's, or the pupil itself."""
    return getattr(row, "pupil_id", row.pk)


@requires(VIEW, methods=READ)
def pupil_reviews(request, pk):
    """Every review of one pupil, and what was agreed and is not done."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="reviews", pupil_id=pupil.pk)
    page = Paginator(reviews_about(pupil, me), PAGE).get_page(request.GET.get("page"))
    agreed = actions_for(me).to_do().filter(pupil=pupil)
    context = {
        "pupil": pupil,
        "page": page,
        "actions": agreed,
        "may_hold": me.may(HOLD),
        "today": timezone.localdate(),
    }
    return render(request, "reviews/pupil.html", context)


@requires(HOLD)
def begin(request, pk):
    """A review is put on the list, with or without a day."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="plan a review", pupil_id=pupil.pk)
    form = BeginForm(sent(request), pupil=pupil, plans=plans_to_review(pupil, me), membership=me)
    form.cancel_url = reverse("reviews:pupil_reviews", args=[pupil.pk])
    restore(form, me)
    if tried(form, lambda: begin_review(review=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("The review is on the list. Those asked to it are named below."))
        return redirect(form.outcome)
    context = {"pupil": pupil, "form": form, "heading": _("Plan a review")}
    return render(request, "reviews/form.html", context, status=422 if form.errors else 200)


@requires(VIEW, methods=READ)
def review(request, pk):
    """When, who, what it is about; the way into the meeting; what became of it."""
    found, me = review_or_404(request, pk), request.membership
    record_opened(me, what="review", pupil_id=found.pupil_id)
    contributions = list(contributions_to(found, me))
    context = {
        "contributions": contributions,
        "given": sum(each.is_given for each in contributions),
        "may_ask": me.may(INVITE) and found.state in OPEN,
        "review": found,
        "pupil": found.pupil,
        "people": people_of(found),
        "outcomes": outcomes_in(found, me),
        "steps": steps_of(found, me),
        "buttons": open_buttons(found, me),
        "records": records_of(found, me),
        "actions": actions_for(me).filter(review=found),
        "is_open": found.state in OPEN,
        "changes_stage": found.decision in CHANGES_STAGE,
        "invitations": invitations_to(found, me),
        "may_invite": me.may(INVITE) and found.state in OPEN and found.day,
        "may_hold": me.may(HOLD),
        "today": timezone.localdate(),
    }
    return render(request, "reviews/review.html", context)


def closed(request, review: Review):
    """Whoever comes late learns how the review stands."""
    messages.warning(request, _("This review is closed. This is how it stands."))
    return redirect(review)


@requires(HOLD)
def change(request, pk):
    """Another day, another room, other facts. Where a colleague saved in between, both versions are laid side by side."""
    found, me = review_or_404(request, pk), request.membership
    if found.state not in OPEN:
        return closed(request, found)
    record_opened(me, what="review", pupil_id=found.pupil_id)
    plans = plans_to_review(found.pupil, me)
    plans += [found.plan] if found.plan and found.plan not in plans else []
    form = restore(ChangeForm(sent(request), instance=found, plans=plans, membership=me), me)
    if tried(form, lambda: change_review(review=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(found)
    context = {"pupil": found.pupil, "review": found, "form": form, "heading": _("Change the review")}
    return render(request, "reviews/form.html", context, status=422 if form.errors else 200)
