"""Taking strategies and beginnings of outcomes from the banks into a plan that is being written."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions import picking as actions
from provision.actions.steps import wait_for_turn
from provision.banks.choices import Age
from provision.choices import BankName, ItemKind, PlanState, SectionKind
from provision.forms.banks import SearchForm
from provision.forms.picking import FillStemForm, PickForm
from provision.models import Plan, PlanItem
from provision.queries.banks import Listed, bank_with_uses, offered, search_bank, sift
from provision.views.finding import plan_or_404
from provision.workflow import WRITE, may_write
from register.models import SenNeed
from register.views.stepping import tried
from senco.audit.actions import record_opened
from senco.core.htmx import redirect_after, render_page
from senco.core.permissions import READ, SUBMIT, requires

MOST_SHOWN = 30
STRATEGIES = "provision/banks/pick_strategies.html"
STEMS = "provision/banks/pick_stem.html"


def plan_to_write_or_404(request, pk) -> Plan:
    """The plan with its state; a submission waits for the plan's turn first."""
    plan = plan_or_404(request, pk)
    if request.method == "POST":
        wait_for_turn(plan)
        plan = plan_or_404(request, pk)
    record_opened(request.membership, what="plan", pupil_id=plan.pupil_id)
    return plan


def turned_away(request, plan: Plan, kind: str):
    """Back to the plan with a word why, where this person cannot write that section now; else None."""
    section = plan.sections.filter(kind=kind).first()
    if section is None:
        words = _("This plan has no section for “%(kind)s”.") % {"kind": SectionKind(kind).label}
    elif may_write(plan.state, request.membership, section.editors):
        return None
    else:
        told = {"title": section.title, "state": PlanState(plan.state).label}
        words = _("“%(title)s” is not yours to write while the plan is at “%(state)s”.") % told
    messages.warning(request, words)
    return redirect_after(request, plan)


@requires(WRITE)
def pick_strategies(request, pk):
    """Tick what fits; what is ticked stands in the plan with its plain words."""
    plan = plan_to_write_or_404(request, pk)
    if away := turned_away(request, plan, SectionKind.STRATEGIES):
        return away
    choices = offered(request.membership, BankName.STRATEGIES)
    form = PickForm(request.POST or None, offered=choices)

    def add():
        entries = [choices[code].entry for code in form.cleaned_data["selected"]]
        return actions.add_strategies(plan=plan, entries=entries, by=request.membership)

    if tried(form, add):
        say_how_many(request, len(form.outcome))
        return redirect(plan)
    return strategies_shown(request, plan, form)


def say_how_many(request, added: int) -> None:
    words = ngettext("%(n)d strategy is added.", "%(n)d strategies are added.", added) % {"n": added}
    messages.success(request, words if added else _("The plan held these strategies already."))


@requires(WRITE, methods=SUBMIT)
def find_strategies(request, pk):
    """The strategies that fit what is asked; what was ticked stays ticked."""
    plan = plan_to_write_or_404(request, pk)
    if away := turned_away(request, plan, SectionKind.STRATEGIES):
        return away
    return strategies_shown(request, plan, PickForm(offered=()))


def strategies_shown(request, plan: Plan, form):
    """The page: those ticked first, then those that fit best and are not in the plan yet."""
    me = request.membership
    search = search_of(request, plan, BankName.STRATEGIES, request.POST if request.method == "POST" else {})
    everything = bank_with_uses(me, BankName.STRATEGIES)
    found = sift(everything, needs=needs_of(request, plan), **search.asked())
    items = PlanItem.objects.visible_to(me).filter(plan=plan, kind=ItemKind.STRATEGY).kept()
    held, ticked = set(items.values_list("bank", flat=True)), request.POST.getlist("selected")
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "bank": BankName.STRATEGIES,
        "form": form,
        "search": search,
        "ticked": [one for one in everything if one.entry.code in ticked and not one.out],
        "held": held,
        **first_of([one for one in found if one.entry.code not in ticked]),
    }
    return render_page(request, STRATEGIES, context, part="found", status=422 if form.errors else 200)


def first_of(found: list[Listed]) -> dict:
    """As many as somebody looks through, and how many there are."""
    return {"found": found[:MOST_SHOWN], "total": len(found)}


def search_of(request, plan: Plan, bank: str, sent) -> SearchForm:
    """What is looked for; at first what suits the pupil's age."""
    pupil = plan.pupil
    year = pupil.year_group
    age = Age.of_year(year, pupil.school.nation) if year is not None else ""
    if "words" not in sent:
        return SearchForm(bank=bank, initial={"age": age})
    return SearchForm(sent, bank=bank)


def needs_of(request, plan: Plan) -> list[str]:
    """The pupil's types of need as they stand now, the primary one first."""
    rows = SenNeed.objects.visible_to(request.membership).filter(pupil=plan.pupil_id).current()
    return list(rows.values_list("need_type", flat=True))


@requires(WRITE, methods=READ)
def pick_stem(request, pk):
    """Beginnings of outcomes, those closest to the pupil's needs first."""
    plan = plan_to_write_or_404(request, pk)
    if away := turned_away(request, plan, SectionKind.OUTCOMES):
        return away
    search = search_of(request, plan, BankName.STEMS, request.GET)
    found = search_bank(request.membership, BankName.STEMS, needs=needs_of(request, plan), **search.asked())
    context = {"plan": plan, "pupil": plan.pupil, "bank": BankName.STEMS, "search": search}
    return render_page(request, STEMS, context | first_of(found), part="found")


@requires(WRITE)
def begin_from_stem(request, pk, code):
    """The gaps of one stem; filled in, it is an outcome of the plan."""
    plan = plan_to_write_or_404(request, pk)
    if away := turned_away(request, plan, SectionKind.OUTCOMES):
        return away
    stem = offered(request.membership, BankName.STEMS).get(code)
    if stem is None:
        raise Http404
    form = FillStemForm(request.POST or None, stem=stem, plan=plan)
    form.cancel_url = reverse("provision:pick_stem", args=[plan.pk])
    if tried(
        form, lambda: actions.begin_outcome(plan=plan, outcome=form.outcome_begun(), by=request.membership)
    ):
        messages.success(request, _("The outcome is begun."))
        return redirect(plan)
    context = {"plan": plan, "pupil": plan.pupil, "form": form, "stem": stem}
    return render(request, "provision/banks/begin_outcome.html", context, status=422 if form.errors else 200)
