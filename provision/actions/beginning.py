"""A plan begins: from the school's template, or as the next cycle of the one before it."""

import datetime
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.actions.steps import record
from provision.choices import StepKind
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, PlanSection, Target
from provision.plan_types.shape import SectionShape
from provision.queries.templates import name_for, sections_for
from provision.workflow import OPEN_STATES
from senco.access.context import take_turns

KEPT_IN_NEXT = {  # the fields that a copied row takes over; the rest is its own
    Outcome: (
        "position", "area", "need", "text", "plain", "baseline", "measure", "target", "by_when", "adult_id", "adult_words", "stem",
    ),
    Target: ("position", "text", "measure", "by_when"),
    PlanItem: ("position", "kind", "text", "plain", "area", "bank"),
    PlannedProvision: (
        "position", "what", "plain", "adult_id", "adult_words", "sessions_a_week", "minutes", "weeks", "group_size",
        "intervention_id",
    ),
}  # fmt: skip


@transaction.atomic
def begin_plan(
    *,
    pupil,
    plan_type: str,
    starts: datetime.date,
    review_on: datetime.date,
    by,
    lead=None,
    title: str = "",
    previous: Plan | None = None,
) -> Plan:
    """A draft with the sections of the school's template for this kind of plan. `previous` is the cycle it goes on from; without
    one, the last before it.

    Raises ValidationError (keyed by field) where a date is wrong, a plan of this kind is still open for the pupil, or `previous` was
    gone on from already.
    """
    take_turns(f"plans of {pupil.pk}")
    before = last_of(pupil, plan_type)
    check_dates(starts, review_on)
    if before is not None and before.state in OPEN_STATES:
        raise ValidationError({"plan_type": open_already(before)}, code="open_already")
    if previous is not None:
        insist_goes_on(previous)
    plan = Plan(
        school_id=pupil.school_id, pupil=pupil, plan_type=plan_type, number=before.number + 1 if before else 1, starts=starts,
        review_on=review_on, lead=lead, previous=previous or before, begun_by=by, saved_by=by,
    )  # fmt: skip
    plan.title = title.strip() or _("%(kind)s, cycle %(number)d") % {
        "kind": name_for(pupil.school, plan_type),
        "number": plan.number,
    }
    plan.full_clean(
        exclude=["school", "pupil", "begun_by", "saved_by", "previous"], validate_constraints=False
    )
    plan.saved_at = plan.begun_at
    plan.save(force_insert=True)
    record(plan=plan, kind=StepKind.BEGUN, by=by)
    add_sections(plan, sections_for(pupil.school, plan_type), by)
    return plan


def last_of(pupil, plan_type: str) -> Plan | None:
    """With its state."""
    return Plan.objects.filter(pupil=pupil, plan_type=plan_type).with_state().order_by("-number").first()


def open_already(plan: Plan) -> str:
    words = _(
        "“%(title)s” began on %(day)s and is still open. Review or archive it first; then the next one can begin."
    )
    return words % {"title": plan.title, "day": date_format(plan.starts)}


def check_dates(starts: datetime.date, review_on: datetime.date) -> None:
    if review_on <= starts:
        raise ValidationError(
            {"review_on": _("The review comes after the plan starts. Choose a later date.")}
        )
    if review_on > starts + datetime.timedelta(days=366):
        raise ValidationError(
            {"review_on": _("A plan is reviewed within a year at the latest. Choose an earlier date.")}
        )


def add_sections(plan: Plan, shapes: Iterable[SectionShape], by) -> None:
    """The plan's own copies of the template's sections."""
    PlanSection.objects.bulk_create(
        PlanSection(
            school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, code=shape.code, position=position, kind=shape.kind,
            title=str(shape.title), prompt=str(shape.prompt), required=shape.required, editors=list(shape.editors),
            shared=shape.shared, saved_by=by, saved_at=plan.begun_at,
        )
        for position, shape in enumerate(shapes)
    )  # fmt: skip


@transaction.atomic
def begin_next_cycle(
    *, plan: Plan, starts: datetime.date, review_on: datetime.date, by, leave_out: Collection = ()
) -> Plan:
    """The cycle after a reviewed plan: its texts, its strategies and provision, and the outcomes that were not met.

    As many queries for many rows as for few. `leave_out` are keys of sections, outcomes, items and provision that stay behind.

    Raises ValidationError where the plan is still open, the pupil has left, the next cycle has begun or the dates are wrong.
    """
    new = begin_plan(
        pupil=plan.pupil, plan_type=plan.plan_type, starts=starts, review_on=review_on, lead=live_lead(plan), by=by, previous=plan
    )  # fmt: skip
    carry_texts(plan, new, leave_out)
    going_on = list(plan.outcomes.going_on().exclude(pk__in=leave_out))
    outcomes = {row.pk: copied(row, new, by, carried_from=row) for row in going_on}
    targets = plan.targets.kept().filter(outcome__in=going_on)
    items = plan.items.kept().exclude(pk__in=leave_out)
    provision = plan.provision.kept().exclude(pk__in=leave_out)
    Outcome.objects.bulk_create(outcomes.values())
    Target.objects.bulk_create(copied(row, new, by, outcome=outcomes[row.outcome_id]) for row in targets)
    PlanItem.objects.bulk_create(copied(row, new, by) for row in items)
    PlannedProvision.objects.bulk_create(
        copied(row, new, by, outcome=outcomes.get(row.outcome_id)) for row in provision
    )
    return new


def insist_goes_on(plan: Plan) -> None:
    """Raises ValidationError unless a closed plan can be gone on from."""
    if plan.pupil.left_on is not None and plan.pupil.left_on <= timezone.localdate():
        raise ValidationError(_("The pupil has left the school."), code="left")
    if Plan.objects.later_than(pupil=plan.pupil_id, plan_type=plan.plan_type, number=plan.number).exists():
        raise ValidationError(_("The next cycle has begun already."), code="begun")


def live_lead(plan: Plan):
    return plan.lead if plan.lead and plan.lead.is_live else None


def carry_texts(plan: Plan, new: Plan, leave_out: Collection = ()) -> None:
    """What was written goes into the sections of the same code; what the template dropped since is left behind."""
    written = {
        section.code: section.text for section in plan.sections.exclude(pk__in=leave_out) if section.text
    }
    going_on = [section for section in new.sections.all() if section.code in written]
    for section in going_on:
        section.text = written[section.code]
    PlanSection.objects.bulk_update(going_on, ["text"])


def copied(row, new: Plan, by, **facts):
    """A row of the new plan like one of the old; a date that has passed is left for the writers to choose anew."""
    kept = {name: getattr(row, name) for name in KEPT_IN_NEXT[type(row)]}
    if kept.get("by_when") and kept["by_when"] <= timezone.localdate():
        kept["by_when"] = None
    belonging = {"school_id": new.school_id, "pupil_id": new.pupil_id, "plan": new}
    return type(row)(**belonging, saved_by=by, saved_at=new.begun_at, **kept, **facts)
