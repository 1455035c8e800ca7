"""Writing a plan: one section, one row at a time. Two people in one place meet at the version; nobody is overwritten unseen."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.steps import insist_open, state_of, wait_for_turn
from provision.choices import SECTION_OF_ITEM, SectionKind
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, PlanSection, Score, Target
from provision.workflow import may_write
from senco.accounts.roles import STAFF
from senco.core.versions import save_newer, stamp

SHOWN_IN = {  # rows → the kind of section that shows them, and whose editors may write them
    Outcome: SectionKind.OUTCOMES,
    Target: SectionKind.OUTCOMES,
    PlannedProvision: SectionKind.PROVISION,
    Score: SectionKind.SCORES,
}
MEANT = ("school", "pupil", "plan", "saved_by")  # set by the action, not by a form


def section_kind_of(row) -> str:
    """The kind of section that a row belongs in."""
    return SECTION_OF_ITEM[row.kind] if isinstance(row, PlanItem) else SHOWN_IN[type(row)]


def insist_may_write(plan: Plan, by, *, kind: str = "", editors=None) -> None:
    """Raises PermissionDenied where the role, the section's editors or the state of the plan say no; StepNotOpen for a closed plan."""
    state = state_of(plan)
    insist_open(state)
    if editors is None:
        section = plan.sections.filter(kind=kind).first()
        editors = section.editors if section else ()
    if not may_write(state, by, editors):
        raise PermissionDenied(_("In this state of the plan, this part is written by others."))


def insist_own(row) -> None:
    """Raises ValidationError for an outcome of another plan, or an adult who is none of the school's staff."""
    outcome, adult = getattr(row, "outcome", None), getattr(row, "adult", None)
    if outcome is not None and outcome.plan_id != row.plan_id:
        raise ValidationError({"outcome": _("Choose an outcome of this plan.")})
    if adult is not None and (adult.school_id != row.school_id or adult.role not in STAFF):
        raise ValidationError({"adult": _("Choose somebody of this school's staff.")})


@transaction.atomic
def write_section(*, section: PlanSection, text: str, by) -> PlanSection:
    """The text of one section. Raises Outdated where somebody saved it after its reader had opened it."""
    wait_for_turn(section.plan)
    insist_may_write(section.plan, by, editors=section.editors)
    section.text = text.strip()
    stamp(section, by)
    section.full_clean(exclude=MEANT, validate_constraints=False)
    save_newer(section, fields=["text", "saved_by", "saved_at"])
    return section


@transaction.atomic
def share_section(*, section: PlanSection, shared: bool, by) -> PlanSection:
    """Whether the family reads this section, from the next time something is shared with them."""
    wait_for_turn(section.plan)
    insist_may_write(section.plan, by, editors=())
    section.shared = shared
    stamp(section, by)
    save_newer(section, fields=["shared", "saved_by", "saved_at"])
    return section


@transaction.atomic
def add_row(*, row, plan: Plan, by):
    """A new outcome, target, item, provision or score at the end of its list. `row` carries what the form said."""
    wait_for_turn(plan)
    row.plan, row.pupil_id, row.school_id = plan, plan.pupil_id, plan.school_id
    insist_may_write(plan, by, kind=section_kind_of(row))
    insist_own(row)
    last = type(row).objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    stamp(row, by)
    row.full_clean(exclude=MEANT, validate_constraints=False)
    row.save(force_insert=True)
    return row


@transaction.atomic
def save_row(*, row, fields: list[str], by):
    """Write these fields of a row. Raises Outdated where somebody saved it after its reader had opened it."""
    wait_for_turn(row.plan)
    insist_may_write(row.plan, by, kind=section_kind_of(row))
    insist_own(row)
    stamp(row, by)
    row.full_clean(exclude=MEANT, validate_constraints=False)
    save_newer(row, fields=[*fields, "saved_by", "saved_at"])
    return row


@transaction.atomic
def remove_row(*, row, by) -> None:
    """Take a row off its list; `bring_back` undoes it."""
    set_removed(row, timezone.now(), by)


@transaction.atomic
def bring_back(*, row, by) -> None:
    """Undo of `remove_row`."""
    set_removed(row, None, by)


def set_removed(row, moment, by) -> None:
    wait_for_turn(row.plan)
    insist_may_write(row.plan, by, kind=section_kind_of(row))
    row.removed_at = moment
    stamp(row, by)
    save_newer(row, fields=["removed_at", "saved_by", "saved_at"])
