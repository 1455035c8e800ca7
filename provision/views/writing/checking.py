"""The plan check of words that are still being written: what a form says, read as if it stood in the plan."""

from provision.forms.items import AddItemsForm, ItemForm
from provision.forms.outcomes import OutcomeForm
from provision.forms.provision import ProvisionForm
from provision.forms.sections import SectionForm
from provision.models import PlanItem
from provision.plan_check import CheckedTarget
from provision.queries.checked import (
    Typed,
    checked_item,
    checked_outcome,
    checked_provision,
    checked_section,
    checked_target,
)
from provision.queries.hints import OfRule, hints_about


def hints_on(form, plan, section, membership) -> tuple[OfRule, ...]:
    """What the check says about this form as it stands; nothing where it is none of those that are checked, or still empty."""
    read = CHECKED.get(type(form))
    typed = read(form, section) if read else []
    return hints_about(plan, membership, typed) if typed else ()


def is_checked(form) -> bool:
    """Whether the check has anything to say about forms of this kind."""
    return type(form) in CHECKED


def written(form):
    """The row with what the form says in every field that can be understood, though it may not be saved like this."""
    if form.is_bound:
        form.is_valid()
        for name in form._meta.fields:
            if name in form.cleaned_data:
                setattr(form.instance, name, form.cleaned_data[name])
    return form.instance


def section_in(form: SectionForm, section) -> list[Typed]:
    """A text that is still empty is asked for on the page of the plan; beside an empty box it would be in the way."""
    row = written(form)
    return [checked_section(row, holds_rows=False)] if row.text.strip() else []


def outcome_in(form: OutcomeForm, section) -> list[Typed]:
    row = written(form)
    if not row.text.strip():
        return []
    return [checked_outcome(row, targets_in(form), section.shared)]


def targets_in(form: OutcomeForm) -> list[CheckedTarget]:
    """The targets as they are being written; as they are stored on a form that was just opened."""
    if not form.is_bound:
        return [checked_target(one) for one in form.lines.values() if one.removed_at is None]
    return [
        CheckedTarget(
            key=f"target-{line.target.pk if line.target else number}", text=line.text, measure=line.measure or "", by_when=line.by_when
        )
        for number, line in enumerate(form.target_lines())
        if line.text
    ]  # fmt: skip


def item_in(form: ItemForm, section) -> list[Typed]:
    row = written(form)
    return [checked_item(row, section.shared)] if row.text.strip() else []


def items_in(form: AddItemsForm, section) -> list[Typed]:
    if not form.is_bound:
        return []
    form.is_valid()
    area = form.cleaned_data.get("area", "")
    return [
        checked_item(PlanItem(text=text, area=area), section.shared)
        for text in form.cleaned_data.get("lines", ())
    ]


def provision_in(form: ProvisionForm, section) -> list[Typed]:
    row = written(form)
    return [checked_provision(row, section.shared)] if row.what.strip() else []


CHECKED = {
    SectionForm: section_in,
    OutcomeForm: outcome_in,
    ItemForm: item_in,
    AddItemsForm: items_in,
    ProvisionForm: provision_in,
}
