"""A plan copied to another pupil as a draft: what was done, never who the other pupil is, what they said or how they scored."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from provision.actions.beginning import begin_plan
from provision.choices import OWN_WORDS, SectionKind
from provision.copied import COPIED, names_of, without_names
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, Target

# The other pupil's and their parents' own words, and what was measured or raised about them.
REFUSED_SECTIONS = OWN_WORDS | {SectionKind.SCORES, SectionKind.CONCERNS}
PLAIN = {  # texts → other fields of a row that are copied; adults, dates and baselines are the other pupil's
    Outcome: (("text", "plain", "measure", "target"), ("position", "area", "need", "stem")),
    Target: (("text", "measure"), ("position",)),
    PlanItem: (("text", "plain"), ("position", "kind", "area", "bank")),
    PlannedProvision: (
        ("what", "plain"),
        ("position", "sessions_a_week", "minutes", "weeks", "group_size", "intervention_id"),
    ),
}


@transaction.atomic
def copy_plan(*, plan: Plan, pupil, starts: datetime.date, review_on: datetime.date, by) -> Plan:
    """A draft for another pupil of the same school. Names are left out, and the text of each section is marked until it is
    written anew; outcomes, strategies and provision stand as a beginning, without the other pupil's adults, dates and baselines.

    Raises ValidationError (keyed by field) for the same pupil, a wrong date or a plan of the kind that is open.
    """
    if pupil.school_id != plan.school_id:
        raise PermissionDenied(_("A plan stays in its school."))
    if pupil.pk == plan.pupil_id:
        raise ValidationError({"pupil": _("This is the pupil's own plan. Begin the next cycle instead.")})
    new = begin_plan(pupil=pupil, plan_type=plan.plan_type, starts=starts, review_on=review_on, by=by)
    names = names_of(plan.pupil)
    copy_texts(plan, new, names)
    outcomes = {}
    for row in plan.outcomes.kept():
        outcomes[row.pk] = outcome = anonymous(row, new, names, by)
        for target in row.targets.kept():
            anonymous(target, new, names, by, outcome=outcome)
    for row in plan.items.kept():
        anonymous(row, new, names, by)
    for row in plan.provision.kept():
        anonymous(row, new, names, by, outcome=outcomes.get(row.outcome_id))
    return new


def copy_texts(plan: Plan, new: Plan, names: set[str]) -> None:
    """Into the sections of the same code, behind a mark; nobody's own words."""
    said = plan.sections.exclude(kind__in=REFUSED_SECTIONS).exclude(text="")
    texts = {section.code: section.text for section in said}
    for section in new.sections.exclude(kind__in=REFUSED_SECTIONS).filter(code__in=texts):
        section.text = cut(section, "text", f"{COPIED} {without_names(texts[section.code], names)}")
        section.save(update_fields=["text"])


def anonymous(row, new: Plan, names: set[str], by, **facts):
    """A row of the new plan that says the same without naming anybody."""
    texts, others = PLAIN[type(row)]
    kept = {name: cut(row, name, without_names(getattr(row, name), names)) for name in texts}
    kept |= {name: getattr(row, name) for name in others}
    belonging = {"school_id": new.school_id, "pupil_id": new.pupil_id, "plan": new}
    made = type(row)(**belonging, saved_by=by, saved_at=new.begun_at, **kept, **facts)
    made.save(force_insert=True)
    return made


def cut(row, name: str, text: str) -> str:
    """A mark can be longer than the name it stands for."""
    return text[: row._meta.get_field(name).max_length]
