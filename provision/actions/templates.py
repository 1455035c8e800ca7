"""A school makes a kind of plan its own: its sections one change at a time, each of which can be taken back.

Whoever changes it is the one whose school it is (`by`). `version` is the one that was read (0: nothing kept yet); every action raises
Outdated where somebody saved in between, ValidationError where the sections could not be those of a plan. No plan that exists changes.
"""

from collections.abc import Callable
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from provision.models import PlanTemplate
from provision.plan_types import shipped
from provision.plan_types.shape import SectionShape, faults_of
from provision.queries.templates import KindOfPlan, kind_of, kinds_of
from senco.access.context import take_turns
from senco.core.versions import Outdated, save_newer

MOST_SECTIONS = 40
IN_ADDRESSES = frozenset({"add"})  # what stands in the place of a code there
Sections = tuple[SectionShape, ...]
FIELDS = ("name", "sections", "before", "retired_at", "saved_by", "saved_at")


def wait_for_turn(plan_type: str, by) -> None:
    """One person at a time changes a template; whoever waits here then reads what the other has written."""
    take_turns(f"template {plan_type} of {by.school_id}")


def add_section(*, plan_type: str, shape: SectionShape, version: int, by) -> PlanTemplate:
    """A section at the end. Its code is made from its title and stays for good."""

    def added(sections: Sections) -> Sections:
        code = free_code(shape.title, {one.code for one in sections}, longest=40, otherwise="section")
        return (*sections, replace(shape, code=code))

    return change_sections(plan_type, added, version, by)


def change_section(*, plan_type: str, shape: SectionShape, version: int, by) -> PlanTemplate:
    """The section of this shape's code is to be like this."""
    return change_sections(
        plan_type, lambda kept: tuple(shape if one.code == shape.code else one for one in kept), version, by
    )


def remove_section(*, plan_type: str, section: str, version: int, by) -> PlanTemplate:
    """Plans begin without this section from now on."""
    return change_sections(
        plan_type, lambda kept: tuple(one for one in kept if one.code != section), version, by
    )


def move_section(*, plan_type: str, section: str, by_places: int, version: int, by) -> PlanTemplate:
    """So many places down, or up where the number is negative; at the end of the list it stays."""

    def moved(sections: Sections) -> Sections:
        rest = [one for one in sections if one.code != section]
        for place, one in enumerate(sections):
            if one.code == section:
                rest.insert(max(0, place + by_places), one)
        return tuple(rest)

    return change_sections(plan_type, moved, version, by)


@transaction.atomic
def add_kind(*, name: str, like: str, by) -> PlanTemplate:
    """A kind of plan of the school's own that begins with the sections of another one. Its code is made from its name.

    Raises ValidationError (keyed by field) where a kind has that name already, or there is no kind to begin with.
    """
    take_turns(f"kinds of plan of {by.school_id}")
    kinds = kinds_of(by.school)
    insist_new_name(name, kinds)
    origin = next((kind for kind in kinds if kind.code == like), None)
    if origin is None:
        raise ValidationError({"like": _("Choose the kind of plan that it begins like.")})
    code = free_code(name, {kind.code for kind in kinds}, longest=30, otherwise="plan")
    row = PlanTemplate(school=by.school, plan_type=code, name=name.strip(), version=0)
    put_sections(row, origin.sections)
    return write(row, by)


@transaction.atomic
def rename_kind(*, plan_type: str, name: str, version: int, by) -> PlanTemplate:
    """Another name for a kind of the school's own; plans that exist keep their titles."""
    take_turns(f"kinds of plan of {by.school_id}")
    row = row_to_change(plan_type, version, by)
    insist_new_name(name, [kind for kind in kinds_of(by.school) if kind.code != plan_type])
    row.name = name.strip()
    return write(row, by)


def insist_new_name(name: str, kinds: list[KindOfPlan]) -> None:
    if name.strip().casefold() in {kind.name.casefold() for kind in kinds}:
        raise ValidationError({"name": _("There is a kind of plan of this name already.")})


@transaction.atomic
def retire_template(*, plan_type: str, version: int, by) -> PlanTemplate:
    """The shipped sections hold again; a kind of the school's own is offered no longer."""
    row = row_to_change(plan_type, version, by)
    row.before = row.sections if row.retired_at is None else None
    row.retired_at = timezone.now()
    return write(row, by)


@transaction.atomic
def bring_back_template(*, plan_type: str, version: int, by) -> PlanTemplate:
    """What the school had made its own holds again."""
    row = row_to_change(plan_type, version, by)
    row.before, row.retired_at = None, None
    return write(row, by)


@transaction.atomic
def undo_change(*, plan_type: str, version: int, by) -> PlanTemplate:
    """The sections are as they were before the last change."""
    row = row_to_change(plan_type, version, by)
    if row.before is None:
        row.retired_at = row.retired_at or timezone.now()
    else:
        row.sections, row.before, row.retired_at = row.before, row.sections, None
    return write(row, by)


@transaction.atomic
def change_sections(plan_type: str, make: Callable[[Sections], Sections], version: int, by) -> PlanTemplate:
    """Write what `make` makes of the sections that hold now."""
    wait_for_turn(plan_type, by)
    kind = kind_of(by.school, plan_type)
    if kind is None or kind.version != version:
        raise Outdated
    if kind.is_retired:
        raise ValidationError(
            _("This kind of plan is no longer offered. Bring it back before you change it.")
        )
    row = kind.row or PlanTemplate(school=by.school, plan_type=plan_type, version=0)
    sections = make(kind.sections)
    insist_sound(sections)
    put_sections(row, sections, before=kind)
    return write(row, by)


def insist_sound(sections: Sections) -> None:
    """Raises ValidationError that names what is wrong."""
    faults = faults_of(sections)
    if not sections:
        faults.append(_("A plan needs at least one section."))
    if len(sections) > MOST_SECTIONS:
        faults.append(_("A plan of more than %(most)d sections is read by nobody.") % {"most": MOST_SECTIONS})
    if faults:
        raise ValidationError(faults)


def put_sections(row: PlanTemplate, sections: Sections, before: KindOfPlan | None = None) -> None:
    """A shipped kind that is changed for the first time held the shipped sections before, and is the school's own from now on."""
    row.before = row.sections if before is not None and before.is_own else None
    row.sections = [one.as_json() for one in sections]
    if row.plan_type in shipped():
        row.retired_at = None


def row_to_change(plan_type: str, version: int, by) -> PlanTemplate:
    """The school's row as it was read. Raises Outdated where there is a newer one, or none."""
    wait_for_turn(plan_type, by)
    row = PlanTemplate.objects.filter(school=by.school, plan_type=plan_type, version=version).first()
    if row is None:
        raise Outdated
    return row


def write(row: PlanTemplate, by) -> PlanTemplate:
    """Save it in this person's name, and count its version up."""
    row.saved_by, row.saved_at = by, timezone.now()
    row.full_clean(exclude=["school", "saved_by", "before", "sections"], validate_constraints=False)
    if row._state.adding:
        row.version = 1
        row.save(force_insert=True)
    else:
        save_newer(row, fields=FIELDS)
    return row


def free_code(words: str, taken: set[str], *, longest: int, otherwise: str) -> str:
    """A code from words, such as "what_helps"; with a number where it is taken."""
    stem = slugify(words).replace("-", "_")[: longest - 3].strip("_") or otherwise
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 4))
    return next(code for code in (stem, *numbered) if code not in taken | IN_ADDRESSES)
