"""Steps of a plan: looked at first, then taken, and taken back while nobody has seen what went out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions import steps
from provision.actions.reviewing import review_plan as review
from provision.choices import StepKind
from provision.forms.steps import ReviewForm, StepForm
from provision.models import PlanStep
from provision.queries.answers import answers_to
from provision.queries.consequences import done_words, page_of
from provision.queries.families import family_plan
from provision.queries.hints import findings_of
from provision.queries.sign_off import sign_off_queue
from provision.queries.steps import open_steps, step_called
from provision.views.finding import plan_or_404, sent
from provision.workflow import SIGN
from register.views.stepping import done_or_told, tried
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 25


@requires("provision.write_plan")
def take_step(request, pk, step):
    """What the step would do and to whom; then the step. A step that is not open any more says so on the plan's page."""
    plan, wanted = plan_or_404(request, pk), step_called(step)
    if wanted is None:
        raise Http404(step)
    if wanted.name == "review":
        return redirect("provision:review_plan", plan.pk)
    if wanted.name not in [button.name for button in open_steps(plan, request.membership)]:
        return not_now(request, plan, wanted)
    page = page_of(plan, wanted, request.membership)
    form = restore(StepForm(sent(request), plan=plan, page=page), request.membership)
    if tried(form, lambda: take(plan, wanted, form, request.membership)):
        return tell_done(request, plan, form)
    if form.is_bound:
        form.looked_at_again(page.seen)
    return show(request, plan, page, form)


def take(plan, step, form, by) -> PlanStep:
    return steps.take_step(plan=plan, name=step.name, by=by, **form.cleaned_data)


def not_now(request, plan, step):
    """Whoever may never take it is refused; whoever was late learns how the plan stands."""
    if not request.membership.may(step.permission):
        raise steps.StepNotPermitted(str(step))
    words = _("“%(step)s” cannot be done now: the plan has moved on. This is how it stands.")
    messages.warning(request, words % {"step": step})
    return redirect(plan)


def tell_done(request, plan, form):
    """Say what was done, with the way back: for the SENCO the undo, for writers the step that takes it back."""
    discard(by=request.membership, form=form.draft_key)
    taken = form.outcome
    back = reverse("provision:take_step", args=[plan.pk, "take-up"])
    if request.membership.may(SIGN):
        back = reverse("provision:take_back_step", args=[taken.pk])
    words = done_words(taken.kind)
    if taken.kind == StepKind.TAKEN_UP and not request.membership.may(SIGN):
        messages.success(request, words)
    else:
        offer_undo(request, words, back)
    return redirect(plan)


def show(request, plan, page, form):
    record_opened(request.membership, what="step of a plan", pupil_id=plan.pupil_id)
    context = {"plan": plan, "pupil": plan.pupil, "page": page, "form": form, "answers": [], "check": None}
    if page.goes_out or page.kind == StepKind.HANDED_IN:
        context["check"] = findings_of(plan, request.membership)
    if page.goes_out:
        context["reading"] = family_plan(page.family_paper)
        context["answers"] = answers_to(plan, request.membership)
    return render(request, "provision/steps/take.html", context, status=422 if form.errors else 200)


@requires(SIGN, methods=SUBMIT)
def take_back_step(request, pk):
    """Undo the last step of a plan."""
    seen = PlanStep.objects.visible_to(request.membership).select_related("plan__pupil")
    step = get_object_or_404(seen, pk=pk)
    done_or_told(
        request,
        lambda: steps.take_back(step=step, by=request.membership),
        _("Undone. The plan is as before."),
    )
    return redirect(step.plan)


@requires(SIGN)
def review_plan(request, pk):
    """A result for every outcome on one page; with it the plan is reviewed."""
    plan = plan_or_404(request, pk)
    if "review" not in [button.name for button in open_steps(plan, request.membership)]:
        messages.warning(request, _("Only a plan in force is reviewed. This is how it stands."))
        return redirect(plan)
    outcomes = plan.outcomes.kept().select_related("adult")
    form = restore(ReviewForm(sent(request), plan=plan, outcomes=outcomes), request.membership)
    if tried(form, lambda: write_review(plan, form, request.membership)):
        return tell_done(request, plan, form)
    record_opened(request.membership, what="review of a plan", pupil_id=plan.pupil_id)
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "form": form,
        "page": page_of(plan, step_called("review"), request.membership),
        "answers": answers_to(plan, request.membership),
    }
    return render(request, "provision/steps/review.html", context, status=422 if form.errors else 200)


def write_review(plan, form, by) -> PlanStep:
    return review(plan=plan, results=form.results(), note=form.cleaned_data["note"], by=by)


@requires(SIGN, methods=READ)
def sign_off(request):
    """Everything that waits for the SENCO's signature, the longest waiting first."""
    page = Paginator(sign_off_queue(request.membership), PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="plans to sign off", pupil_ids=[plan.pupil_id for plan in page])
    return render(request, "provision/steps/sign_off.html", {"page": page})
