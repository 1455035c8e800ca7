"""Do: one tap for "seen today", notes with their day, and what was seen through the term."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.noting import bring_seen_back, may_remove, note_seen, remove_seen
from provision.choices import PlanState, SectionKind
from provision.forms.seen import SeenForm
from provision.models import Outcome, Plan, Seen, Target
from provision.queries.outcomes import outcomes_of, shown_by
from provision.views.finding import plan_or_404
from provision.views.writing.answering import accepted, answer
from provision.views.writing.finding import section_of
from register.views.finding import pupil_or_404
from senco.audit.actions import record_opened
from senco.core.htmx import wants_part
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.sign_in import path_of_page
from senco.core.undo import offer_undo
from senco.core.workflow import StepNotOpen
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

NOTE = "provision.note_seen"


@requires(NOTE, methods=READ)
def pupil_seen(request, pk):
    """Every outcome of the pupil's plans in force, each with its button: made for a phone in a lesson."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="seen today", pupil_id=pupil.pk)
    found = Plan.objects.visible_to(request.membership).in_state(PlanState.IN_FORCE).filter(pupil=pupil)
    plans = [
        (plan, kept(outcomes_of(plan, request.membership))) for plan in found.order_by("plan_type", "-number")
    ]
    return render(request, "provision/writing/seen_today.html", {"pupil": pupil, "plans": plans})


def kept(outcomes: list) -> list:
    return [outcome for outcome in outcomes if outcome.removed_at is None]


@requires("provision.view_plan", methods=READ)
def outcome_seen(request, pk):
    """What was seen of one outcome through the term, newest first; while the plan is in force a note can be added."""
    return show(request, outcome_or_404(request, pk))


@requires(NOTE, methods=SUBMIT)
def note(request, pk):
    """Add a note with its day."""
    outcome = outcome_or_404(request, pk)
    form = SeenForm(request.POST, request.FILES, outcome=outcome)
    if accepted(form, lambda: note_seen(outcome=outcome, by=request.membership, **form.answers())):
        discard(by=request.membership, form=form.draft_key)
        tell(request, form.outcome, _("The note is added."))
        return redirect("provision:outcome_seen", outcome.pk)
    return show(request, outcome, form)


def show(request, outcome: Outcome, form: SeenForm | None = None):
    """The notes, and the form for who may note something now; one that was refused stands there with its words."""
    plan, by = outcome.plan, request.membership
    record_opened(by, what="notes of what was seen", pupil_id=plan.pupil_id)
    if form is None and by.may(NOTE) and plan.state == PlanState.IN_FORCE and outcome.removed_at is None:
        form = restore(SeenForm(outcome=outcome), by)
    if form is not None:
        form.action = reverse("provision:note_seen", args=[outcome.pk])
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "outcome": outcome,
        "form": form,
        "notes": notes_of(outcome, by),
    }
    return render(
        request, "provision/writing/seen.html", context, status=422 if form and form.errors else 200
    )


def notes_of(outcome: Outcome, membership) -> list[tuple[Seen, bool]]:
    """Each note with whether this person may take it away."""
    notes = Seen.objects.visible_to(membership).kept().filter(outcome=outcome)
    notes = notes.select_related("by", "target").prefetch_related(shown_by(membership))
    open_still = outcome.plan.state == PlanState.IN_FORCE and membership.may(NOTE)
    return [(note, open_still and may_remove(note, membership)) for note in notes]


def outcome_or_404(request, pk) -> Outcome:
    found = get_object_or_404(Outcome.objects.visible_to(request.membership), pk=pk)
    found.plan = plan_or_404(request, found.plan_id)
    return found


@requires(NOTE, methods=SUBMIT)
def seen_today(request, pk):
    """One tap on an outcome."""
    return tap(request, outcome_or_404(request, pk), None)


@requires(NOTE, methods=SUBMIT)
def target_seen_today(request, pk):
    """One tap on a target."""
    target = get_object_or_404(Target.objects.visible_to(request.membership), pk=pk)
    return tap(request, outcome_or_404(request, target.outcome_id), target)


def tap(request, outcome: Outcome, target: Target | None):
    about = str(target or outcome)[:60]
    try:
        seen = note_seen(outcome=outcome, target=target, by=request.membership)
        tell(request, seen, _("Seen today: “%(about)s”") % {"about": about})
    except StepNotOpen as refused:
        messages.warning(request, str(refused))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return back(request, outcome.plan)


def tell(request, seen: Seen, words: str) -> None:
    offer_undo(request, words, reverse("provision:remove_seen", args=[seen.pk]))


def back(request, plan: Plan):
    """The outcomes of the plan's page for htmx; else the page one came from."""
    if wants_part(request):
        return answer(request, plan, section_of(plan, SectionKind.OUTCOMES))
    page = path_of_page(request)
    return redirect(page if page != "/" else plan)


@requires(NOTE, methods=SUBMIT)
def remove(request, pk):
    """Take a note away: one's own, or any for the SENCO."""
    seen = seen_or_404(request, pk)
    if done(request, lambda: remove_seen(seen=seen, by=request.membership)):
        offer_undo(
            request, _("The note is taken away."), reverse("provision:bring_seen_back", args=[seen.pk])
        )
    return back(request, seen.plan)


@requires(NOTE, methods=SUBMIT)
def bring_back(request, pk):
    """Undo of `remove`."""
    seen = seen_or_404(request, pk)
    if done(request, lambda: bring_seen_back(seen=seen, by=request.membership)):
        messages.success(request, _("The note is back."))
    return back(request, seen.plan)


def seen_or_404(request, pk) -> Seen:
    found = get_object_or_404(Seen.objects.visible_to(request.membership), pk=pk)
    found.plan = plan_or_404(request, found.plan_id)
    return found


def done(request, act) -> bool:
    try:
        act()
    except (StepNotOpen, PermissionDenied) as refused:
        messages.warning(request, str(refused))
        return False
    return True
