"""The meeting's screen: everything about it on one page, saved while people talk."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.queries.beginning import review_day
from provision.views.finding import sent
from register.views.selecting import keys_in
from register.views.stepping import tried
from reviews.actions.meeting import save_meeting, take_into_record
from reviews.choices import Voice
from reviews.forms.meeting import NEW_ACTIONS, NEW_PEOPLE, NEW_SPOKEN, MeetingForm, MeetingForms
from reviews.forms.rows import (
    ActionForm,
    NewActionForm,
    NewPersonForm,
    NewSpokenForm,
    OutcomeForm,
    PersonForm,
    SpokenForm,
    with_the_family,
)
from reviews.models import Contribution, OutcomeJudged, Review
from reviews.queries.contributions import contributions_to, said_about
from reviews.queries.meeting import answers_before, beside, colleagues, outcomes_in
from reviews.queries.reviews import people_of
from reviews.queries.unfinished import unfinished
from reviews.views.finding import review_or_404
from reviews.views.reviews import closed
from reviews.workflow import HOLD, OPEN, SIGN
from senco.audit.actions import record_opened
from senco.core.permissions import requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore_all

PARENTS = "parents"  # in the address: looked at together with the family


@requires(HOLD)
def meeting(request, pk):
    """Who is here, how each outcome stands beside what is known of it, what is said, agreed and decided."""
    review, me = review_or_404(request, pk), request.membership
    if review.state not in OPEN:
        return closed(request, review)
    record_opened(me, what="meeting", pupil_id=review.pupil_id)
    for_parents = request.GET.get("for") == PARENTS
    forms = forms_of(review, request, for_parents=for_parents)
    if tried(forms, lambda: save(review, forms, me, request.POST.get("take"))):
        discard(by=me, form=forms.main.draft_key)
        return redirect(after(request, review))
    contributions = contributions_shown(review, me, for_parents=for_parents)
    context = {
        "review": review,
        "pupil": review.pupil,
        "forms": forms,
        "form": forms.main,
        "rows": rows_of(forms, review, me, contributions),
        "contributions": contributions,
        "answers": [] if for_parents else answers_before(review, me),
        "missing": unfinished(review),
        "for_parents": for_parents,
        "may_sign": me.may(SIGN),
        "frame": "layout/together.html" if for_parents else "layout/page.html",
    }
    return render(request, "reviews/meeting.html", context, status=422 if forms.errors else 200)


def save(review: Review, forms: MeetingForms, by, take: str | None) -> Review:
    """All that was written; `take`: the key of views given before, which then stand in the record as well."""
    save_meeting(review=review, rows=forms.to_save(), changed=forms.main.is_changed, by=by)
    for contribution in contributions_to(review, by).filter(pk__in=keys_in([take] if take else [])):
        take_into_record(contribution=contribution, by=by)
    return review


def contributions_shown(review: Review, membership, *, for_parents: bool) -> list[Contribution]:
    """Views given before; with the family beside one only what the pupil says, and not in private."""
    found = contributions_to(review, membership).given()
    return list(found.filter(kind=Voice.PUPIL, private=False) if for_parents else found)


def after(request, review: Review) -> str:
    """On to the sign-off, or back to the same page, with empty rows again."""
    if "sign" in request.POST and request.membership.may(SIGN):
        return reverse("reviews:sign", args=[review.pk])
    messages.success(request, _("Saved."))
    return request.get_full_path()


def rows_of(forms: MeetingForms, review: Review, membership, contributions: list) -> list[tuple]:
    """(outcome, its form, what lies beside it, what was said about it before)."""
    known = beside(review, [outcome for outcome, _form in forms.outcomes], membership)
    said = said_about(contributions)
    return [
        (outcome, form, known.get(outcome.pk), said.get(str(outcome.pk), ()))
        for outcome, form in forms.outcomes
    ]


def forms_of(review: Review, request, *, for_parents: bool) -> MeetingForms:
    data, me = sent(request), request.membership
    proposed = review_day(review.pupil.school, timezone.localdate())
    main = MeetingForm(data, instance=review, proposed_next=proposed, for_parents=for_parents)
    common = {"data": data, "draft_key": main.draft_key}

    def named(letter: str, key) -> dict:
        return common | {"prefix": f"{letter}-{key}"}

    people = {each.pk: each for each in colleagues(me)}
    spoken = rows_in(review.spoken, for_parents).select_related("saved_by")
    actions = rows_in(review.actions, for_parents).select_related("saved_by", "who")
    forms = MeetingForms(
        main,
        people=[PersonForm(**named("p", each.pk.hex), instance=each) for each in people_of(review)],
        new_people=[NewPersonForm(**named("np", number)) for number in range(NEW_PEOPLE)],
        outcomes=outcome_forms(review, me, named),
        spoken=[SpokenForm(**named("s", each.pk.hex), instance=each) for each in spoken],
        new_spoken=[NewSpokenForm(**named("ns", number)) for number in range(NEW_SPOKEN)],
        actions=[ActionForm(**named("a", each.pk.hex), instance=each, people=people) for each in actions],
        new_actions=[NewActionForm(**named("na", number), people=people) for number in range(NEW_ACTIONS)],
    )
    for form in forms.every:
        if for_parents:
            with_the_family(form)
    restore_all(forms.every, me, main.draft_key)
    return forms


def rows_in(rows, for_parents: bool):
    """In their order; with the family only what they may read."""
    kept = rows.kept().order_by("position", "pk")
    return kept.filter(shared=True) if for_parents else kept


def outcome_forms(review: Review, membership, named) -> list[tuple]:
    """A form for each outcome of the plan; of one that nobody has judged yet a row that is still to be written (version 0)."""
    judged = {row.outcome_id: row for row in review.judged.select_related("saved_by")}
    found = []
    for outcome in outcomes_in(review, membership):
        row = judged.get(outcome.pk) or OutcomeJudged(review=review, outcome=outcome, version=0)
        found.append((outcome, OutcomeForm(**named("o", outcome.pk.hex), instance=row)))
    return found
