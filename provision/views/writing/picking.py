"""Taking entries of the banks into a plan that is being written: strategies into a list, a stem into an outcome."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions import picking as actions
from provision.banks.choices import Age
from provision.choices import BankName, SectionKind
from provision.forms.banks import SearchForm
from provision.forms.picking import FillStemForm, PickForm
from provision.models import Plan, PlanItem, PlanSection
from provision.queries.banks import bank_with_uses, offered, search_bank, sift
from provision.queries.papers import KINDS_OF_ITEMS
from provision.views.writing.answering import accepted
from provision.views.writing.finding import (
    insist_editor,
    place_of,
    plan_to_write_or_404,
    row_to_write_or_404,
    section_of,
    turned_away,
)
from provision.workflow import WRITE
from register.models import SenNeed
from senco.audit.actions import record_opened
from senco.core.htmx import redirect_after, render_page
from senco.core.permissions import READ, SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

MOST_SHOWN = 30
STRATEGIES = "provision/banks/pick_strategies.html"
STEMS = "provision/banks/pick_stem.html"
STEM = "provision/banks/begin_outcome.html"


# Strategies, and adjustments that are worded as such ------------------------------------------------------------------------


@requires(WRITE)
def pick_strategies(request, pk):
    """Tick what fits; what is ticked stands in the section with its plain words. What comes too late stays ticked."""
    section = picked_into_or_404(request, pk)
    if request.method != "POST" and (away := turned_away(request, section.plan, section)):
        return away
    choices = offered(request.membership, BankName.STRATEGIES)
    form = PickForm(request.POST or None, offered=choices)

    def add():
        entries = [choices[code].entry for code in form.cleaned_data["selected"]]
        return actions.add_strategies(section=section, entries=entries, by=request.membership)

    if accepted(form, add):
        say_how_many(request, len(form.outcome))
        return redirect_after(request, place_of(section.plan, section))
    return strategies_shown(request, section, form)


@requires(WRITE, methods=SUBMIT)
def find_strategies(request, pk):
    """The strategies that fit what is asked; what was ticked stays ticked."""
    section = picked_into_or_404(request, pk)
    return turned_away(request, section.plan, section) or strategies_shown(
        request, section, PickForm(offered=())
    )


def picked_into_or_404(request, pk) -> PlanSection:
    """A section that the bank of strategies is for, and that this person may write in some state of its plan."""
    section = row_to_write_or_404(request, PlanSection, pk)
    if section.kind not in actions.PICKED_INTO:
        raise Http404
    insist_editor(request, section)
    return section


def say_how_many(request, added: int) -> None:
    words = ngettext("%(n)d entry is added.", "%(n)d entries are added.", added) % {"n": added}
    messages.success(request, words if added else _("The plan held these entries already."))


def strategies_shown(request, section: PlanSection, form):
    """The page: those ticked first, then those that fit best and are not in the plan yet."""
    me, plan = request.membership, section.plan
    record_opened(me, what="plan", pupil_id=plan.pupil_id)
    needs = needs_of(request, plan)
    search = search_of(plan, BankName.STRATEGIES, needs, request.POST if request.method == "POST" else {})
    everything = bank_with_uses(me, BankName.STRATEGIES)
    ticked = request.POST.getlist("selected")
    fitting = sift(everything, needs=needs, **search.asked())
    items = PlanItem.objects.visible_to(me).filter(plan=plan, kind__in=KINDS_OF_ITEMS[section.kind]).kept()
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "section": section,
        "back": place_of(plan, section),
        "bank": BankName.STRATEGIES,
        "form": form,
        "search": search,
        "ticked": [one for one in everything if one.entry.code in ticked and not one.out],
        "held": set(items.values_list("bank", flat=True)),
        **first_of([one for one in fitting if one.entry.code not in ticked]),
    }
    return render_page(request, STRATEGIES, context, part="found", status=422 if form.errors else 200)


def first_of(found: list) -> dict:
    """As many as somebody looks through, and how many there are."""
    return {"found": found[:MOST_SHOWN], "total": len(found)}


def search_of(plan: Plan, bank: str, needs: list[str], sent) -> SearchForm:
    """What is looked for; at first what suits the pupil: their needs and their age."""
    pupil = plan.pupil
    year = pupil.year_group
    age = Age.of_year(year, pupil.school.nation) if year is not None else ""
    if "words" not in sent:
        return SearchForm(bank=bank, of_pupil=needs, initial={"age": age})
    return SearchForm(sent, bank=bank, of_pupil=needs)


def needs_of(request, plan: Plan) -> list[str]:
    """The pupil's types of need as they stand now, the primary one first."""
    rows = SenNeed.objects.visible_to(request.membership).filter(pupil=plan.pupil_id).current()
    return list(dict.fromkeys(rows.values_list("need_type", flat=True)))


# Outcomes -------------------------------------------------------------------------------------------------------------------


def outcomes_of_or_404(request, pk) -> PlanSection:
    """The section for outcomes of this plan, where it has one."""
    plan = plan_to_write_or_404(request, pk)
    section = section_of(plan, SectionKind.OUTCOMES)
    if section is None:
        raise Http404
    section.plan = plan
    insist_editor(request, section)
    return section


@requires(WRITE, methods=READ)
def pick_stem(request, pk):
    """Beginnings of outcomes, those closest to the pupil's needs first."""
    section = outcomes_of_or_404(request, pk)
    plan = section.plan
    if away := turned_away(request, plan, section):
        return away
    record_opened(request.membership, what="plan", pupil_id=plan.pupil_id)
    needs = needs_of(request, plan)
    search = search_of(plan, BankName.STEMS, needs, request.GET)
    found = search_bank(request.membership, BankName.STEMS, needs=needs, **search.asked())
    context = {"plan": plan, "pupil": plan.pupil, "bank": BankName.STEMS, "search": search}
    context |= {"back": place_of(plan, section)} | first_of(found)
    return render_page(request, STEMS, context, part="found")


@requires(WRITE)
def begin_from_stem(request, pk, code):
    """The gaps of one stem; filled in, it is an outcome, whose form asks for the rest."""
    section = outcomes_of_or_404(request, pk)
    plan = section.plan
    if request.method != "POST" and (away := turned_away(request, plan, section)):
        return away
    stem = offered(request.membership, BankName.STEMS).get(code)
    if stem is None:
        raise Http404
    record_opened(request.membership, what="plan", pupil_id=plan.pupil_id)
    form = restore(FillStemForm(request.POST or None, stem=stem, plan=plan), request.membership)
    form.cancel_url = reverse("provision:pick_stem", args=[plan.pk])
    if accepted(
        form, lambda: actions.begin_outcome(plan=plan, outcome=form.outcome_begun(), by=request.membership)
    ):
        discard(by=request.membership, form=form.draft_key)
        messages.success(
            request,
            _("The outcome is begun. Now who sees to it, the level to reach, and the steps on the way."),
        )
        return redirect("provision:edit_outcome", form.outcome.pk)
    context = {"plan": plan, "pupil": plan.pupil, "form": form, "stem": stem}
    return render(request, STEM, context, status=422 if form.errors else 200)
