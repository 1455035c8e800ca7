"""How the outcomes of many pupils stand, written on one page: by whoever holds their reviews, before or instead of a meeting each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from provision.views.finding import sent
from register.views.stepping import tried
from reviews.actions.meeting import save_judgements
from reviews.forms.judging import ForAllForm, JudgingForms
from reviews.forms.rows import OutcomeForm
from reviews.models import OutcomeJudged
from reviews.queries.judging import judged_in, outcomes_in_all, to_judge
from reviews.workflow import HOLD
from senco.audit.actions import record_listed
from senco.core.permissions import requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore_all

PAGE = 12


@requires(HOLD)
def judge(request):
    """The reviews to come that this person holds; one choice can be made for every outcome that is still open."""
    me = request.membership
    page = Paginator(to_judge(me), PAGE).get_page(request.GET.get("page"))
    forms = forms_of(list(page), request)
    record_listed(me, what="outcomes to judge", pupil_ids=sorted({review.pupil_id for review in page}))
    if tried(forms, lambda: save_judgements(judged=forms.to_save(), by=me)):
        discard(by=me, form=forms.main.draft_key)
        words = ngettext("Saved for %(n)d pupil.", "Saved for %(n)d pupils.", forms.outcome)
        messages.success(request, words % {"n": forms.outcome})
        return redirect(request.get_full_path())
    context = {"forms": forms, "form": forms.main, "page": page}
    return render(request, "reviews/judge.html", context, status=422 if forms.errors else 200)


def forms_of(reviews: list, request) -> JudgingForms:
    data, me = sent(request), request.membership
    main = ForAllForm(data)
    outcomes, judged = outcomes_in_all(reviews, me), judged_in(reviews)
    forms = JudgingForms(main)
    for review in reviews:
        rows = [
            (
                outcome,
                judged.get((review.pk, outcome.pk))
                or OutcomeJudged(review=review, outcome=outcome, version=0),
            )
            for outcome in outcomes.get(review.plan_id, ())
        ]
        common = {"data": data, "draft_key": main.draft_key}
        forms.groups.append(
            (
                review,
                [
                    (each, OutcomeForm(**common, prefix=f"o-{review.pk.hex}-{each.pk.hex}", instance=row))
                    for each, row in rows
                ],
            )
        )
    restore_all(forms.every, me, main.draft_key)
    return forms
