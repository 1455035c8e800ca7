"""Provision, scores and items: each on a form of its own, several items also at once."""

from functools import partial

from django.http import Http404
from django.utils.translation import gettext as _

from provision.actions.listing import add_items
from provision.actions.writing import add_row, save_row
from provision.forms.items import AddItemsForm, ItemForm
from provision.forms.provision import ProvisionForm
from provision.forms.scores import ScoreForm
from provision.models import Plan, PlanItem, PlannedProvision, PlanSection, Score
from provision.queries.papers import KINDS_OF_ITEMS
from provision.views.writing.answering import writing
from provision.views.writing.finding import plan_to_write_or_404, row_to_write_or_404, section_for
from provision.workflow import WRITE
from senco.core.permissions import requires


@requires(WRITE)
def add_items_to(request, pk):
    """Several items of a section at once, one on each line."""
    section = row_to_write_or_404(request, PlanSection, pk)
    if section.kind not in KINDS_OF_ITEMS:
        raise Http404
    return writing(
        request,
        section.plan,
        section,
        make=lambda part: AddItemsForm(request.POST or None, section=section, part=part),
        act=lambda form: add_items(plan=section.plan, by=request.membership, **form.items()),
        title=_("Add to the list"),
    )


@requires(WRITE)
def change_item(request, pk):
    """One strategy, adjustment or resource."""
    item = row_to_write_or_404(request, PlanItem, pk)
    return asked(request, item.plan, item, ItemForm, "item", _("Edit"))


@requires(WRITE)
def add_provision(request, pk):
    """Something that is given beyond good teaching."""
    plan = plan_to_write_or_404(request, pk)
    kind = partial(ProvisionForm, plan=plan, membership=request.membership)
    return asked(request, plan, PlannedProvision(), kind, "provision", _("Add provision"))


@requires(WRITE)
def change_provision(request, pk):
    """One line of provision."""
    row = row_to_write_or_404(request, PlannedProvision, pk)
    kind = partial(ProvisionForm, plan=row.plan, membership=request.membership)
    return asked(request, row.plan, row, kind, "provision", _("Edit the provision"))


@requires(WRITE)
def add_score(request, pk):
    """A result with its day and source."""
    plan = plan_to_write_or_404(request, pk)
    return asked(request, plan, Score(), partial(ScoreForm, plan=plan), "score", _("Add a score"))


@requires(WRITE)
def change_score(request, pk):
    """One result, in the plan in which it was entered."""
    row = row_to_write_or_404(request, Score, pk)
    return asked(request, row.plan, row, partial(ScoreForm, plan=row.plan), "score", _("Edit the score"))


def asked(request, plan: Plan, row, kind, name: str, title: str):
    """A form of this kind over the row; `name` begins the name of its draft."""

    def make(part):
        form = kind(request.POST or None, instance=row, part=part)
        form.draft_key = f"{name}:new:{plan.pk}" if row._state.adding else f"{name}:{row.pk}"
        return form

    def act(form):
        return put(form, plan, request.membership)

    return writing(request, plan, section_for(plan, row), make=make, act=act, title=title)


def put(form, plan: Plan, by):
    if form.instance._state.adding:
        return add_row(row=form.instance, plan=plan, by=by)
    return save_row(row=form.instance, fields=form._meta.fields, by=by)
