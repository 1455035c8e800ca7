"""Deciding on a concern, telling those whom it concerns, and taking either back within the minute."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.actions import decisions, notices
from register.actions.undoing import marks_before, marks_of, undo_decision
from register.choices import ON_REGISTER, Decision
from register.forms.decisions import DecisionForm, TellForm, form_for
from register.letters import with_date
from register.models import ConcernStep
from register.queries.families import home_of, parents_reached, raiser_reached
from register.queries.notices import (
    proposed_words,
    raised_by_a_parent,
    raised_from_home,
    status_of,
    tell_parents_at_first,
    words_for,
)
from register.queries.triage import steps_of
from register.views.stepping import concern_or_404, done_or_told, tried
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo, undo_time
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

TRIAGE = "register.triage_concern"
STARTS_NOTHING = (Decision.ADVISE, Decision.MONITOR, Decision.REFER, Decision.NOT_SEN)
UNDO = "undo_decision"  # in the session: the last decision of this person, and the marks around it


@requires(TRIAGE)
def decide(request, pk, decision):
    """One page for one decision: what it needs to know, why, and the words to those who are told."""
    if decision not in Decision.values:
        raise Http404
    concern = concern_or_404(request, pk)
    form = decision_form(request, concern, decision)
    if tried(form, lambda: write(concern, decision, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        offer_undoing(request, concern, form)
        return redirect(concern)
    title = words_for(decision, status_of(concern.pupil))
    return ask(request, concern, form, title, decision)


def write(concern, decision: str, form: DecisionForm, by) -> ConcernStep:
    """Decide; the form keeps the marks of how everything stood before."""
    answers = form.cleaned_data
    form.before = marks_before(concern)
    return decisions.decide(
        concern=concern, version=answers["version"], decision=decision, by=by, reason=answers["reason"],
        consequence=form.consequence(), words=form.words(),
    )  # fmt: skip


def decision_form(request, concern, decision: str) -> DecisionForm:
    """The form with the proposed words; what was typed before comes back from the draft."""
    form_class = form_for(decision)
    extra = {"reached": parents_reached(concern.pupil).exists()} if decision == Decision.START_SUPPORT else {}
    initial = proposal(concern, decision, request.membership)
    form = form_class(request.POST or None, initial=initial, **readers(concern, decision), **extra)
    form.draft_key = f"decision:{decision}:{concern.pk}"
    form.cancel_url = concern.get_absolute_url()
    return restore(form, request.membership)


def readers(concern, decision: str) -> dict[str, bool]:
    """Who may be told at all: of a safeguarding matter no family learns here."""
    is_safeguarding = decision == Decision.SAFEGUARDING
    return {
        "parents_may_be_told": not is_safeguarding,
        "raiser_may_be_told": not (is_safeguarding and raised_from_home(concern)),
    }


def proposal(concern, decision: str, by) -> dict:
    """What is proposed: the version its reader sees, the words, and whom to tell: nobody who could not read it."""
    words = proposed_words(concern, decision, by)
    return {
        "version": concern.version,
        "to_raiser": words.to_raiser,
        "to_parents": words.to_parents,
        "tell_raiser": raiser_reached(concern),
        "tell_parents": tell_parents_at_first(concern, decision),
    }


@requires(TRIAGE)
def tell(request, pk):
    """Tell what was decided, where that was left out or has to be said again."""
    concern = concern_or_404(request, pk)
    decided = concern.steps.filter(kind=ConcernStep.Kind.DECIDED).order_by("at", "id").last()
    if decided is None:
        return redirect(concern)
    form = tell_form(request, concern, decided)
    form.draft_key, form.cancel_url = f"tell:{concern.pk}", concern.get_absolute_url()
    restore(form, request.membership)
    if tried(form, lambda: write_told(concern, form, request.membership)):
        discard(by=request.membership, form=form.draft_key)
        url = reverse("register:keep_back", args=[concern.pk, form.outcome.pk])
        offer_undo(request, _("The messages leave in %(time)s.") % {"time": undo_time()}, url)
        return redirect(concern)
    return ask(request, concern, form, _("Tell what was decided"), decided.decision)


def tell_form(request, concern, decided: ConcernStep) -> TellForm:
    """The proposed words once more; a day that was decided on stands in them."""
    initial = proposal(concern, decided.decision, request.membership)
    if decided.monitor_until:
        day = date_format(decided.monitor_until, "j F Y")
        initial |= {name: with_date(initial[name], day) for name in ("to_raiser", "to_parents")}
    return TellForm(request.POST or None, initial=initial, **readers(concern, decided.decision))


def write_told(concern, form: TellForm, by) -> ConcernStep:
    return notices.tell(concern=concern, version=form.cleaned_data["version"], words=form.words(), by=by)


def ask(request, concern, form: TellForm, title: str, decision: str):
    """The page with the form. Where a colleague was quicker, what happened stands above it and nothing typed is lost."""
    record_opened(request.membership, what="decision form", pupil_id=concern.pupil_id)
    context = {
        "concern": concern,
        "form": form,
        "title": title,
        "decision": decision,
        "support_goes_on": decision in STARTS_NOTHING and status_of(concern.pupil) in ON_REGISTER,
        "from_parent": raised_by_a_parent(concern),
        "home": home_of(concern.pupil),
        "raiser_reached": raiser_reached(concern),
        "meanwhile": meanwhile(request, concern, form),
    }
    return render(request, "register/concerns/decide.html", context, status=422 if form.errors else 200)


def meanwhile(request, concern, form: TellForm) -> list[ConcernStep]:
    """The last steps, where the form was refused because of them; the next sending knows of them."""
    if not form.is_bound or form.is_valid() or str(concern.version) == str(form["version"].value()):
        return []
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = concern.version
    return list(steps_of(concern, request.membership)[:3])


def offer_undoing(request, concern, form: DecisionForm) -> None:
    """The toast, and in the session what undoing needs to know."""
    after = marks_of(concern.pupil)
    request.session[UNDO] = {"step": str(form.outcome.pk), "before": form.before, "after": after}
    told = (
        _("Decided: %(decision)s. The messages leave in %(time)s.")
        if form.words()
        else _("Decided: %(decision)s.")
    )
    url = reverse("register:undo_decision", args=[concern.pk])
    facts = {"decision": form.outcome.get_decision_display(), "time": undo_time()}
    offer_undo(request, told % facts, url)


@requires(TRIAGE, methods=SUBMIT)
def undo(request, pk):
    """Take one's last decision back, with everything that followed from it."""
    concern = concern_or_404(request, pk)
    known = request.session.get(UNDO, {})
    step = concern.steps.filter(pk=known.get("step"), kind=ConcernStep.Kind.DECIDED).first()
    if step is not None:
        marks = {"before": known["before"], "after": known["after"]}
        act = lambda: undo_decision(concern=concern, step=step, by=request.membership, **marks)  # noqa: E731
        if done_or_told(request, act, _("Undone. The concern is open, and nobody was told.")):
            del request.session[UNDO]
    return redirect(concern)


@requires(TRIAGE, methods=SUBMIT)
def keep_back(request, pk, step_pk):
    """Stop messages that have not left yet."""
    concern = concern_or_404(request, pk)
    step = get_object_or_404(ConcernStep.objects.visible_to(request.membership), pk=step_pk, concern=concern)
    act = lambda: notices.keep_back(concern=concern, step=step, by=request.membership)  # noqa: E731
    done_or_told(request, act, _("The messages are kept back."))
    return redirect(concern)
