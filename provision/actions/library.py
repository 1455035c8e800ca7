"""The school's library of interventions: taken over from the starter set, added, changed, retired and brought back; what each needs."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.library import SHIPPED, Shipped
from provision.models import Intervention, Resource
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp

MEANT = ["school", "saved_by"]
STAMP = ("saved_by", "saved_at")
FACTS = (
    "name", "plain", "area", "tier", "description", "entry_criteria", "exit_criteria", "measures", "minutes", "sessions_a_week",
    "weeks", "group_size", "adult_role", "external", "evidence", "evidence_source", "first_year", "last_year",
)  # fmt: skip
OF_RESOURCE = ("name", "pence", "life_months", "bought_on", "shared")


@transaction.atomic
def add_interventions(
    *, entries: Iterable[tuple[Intervention, Iterable[Resource]]], by
) -> list[Intervention]:
    """All of them or none, each with what it needs. Raises ValidationError where one of that name is offered already."""
    take_turns(f"library of {by.school_id}")
    return [add_one(row, needed, by) for row, needed in entries]


def add_one(row: Intervention, needed: Iterable[Resource], by) -> Intervention:
    """One entry with what it needs, inside a turn that was waited for."""
    row.school = by.school
    insist_new_name(row, by)
    stamp(row, by)
    row.full_clean(exclude=MEANT, validate_constraints=False)
    row.save(force_insert=True)
    for resource in needed:
        resource.intervention = row
        add_resource(resource=resource, by=by)
    return row


@transaction.atomic
def take_shipped(*, codes: Iterable[str], by) -> list[Intervention]:
    """Copies of entries of the starter set with what they need, to be changed at will. What the school has of that name is left out.

    Raises ValidationError for a code that is not shipped.
    """
    known = {entry.code: entry for entry in SHIPPED}
    if unknown := [code for code in codes if code not in known]:
        raise ValidationError(_("There is no such entry: %(code)s.") % {"code": unknown[0]})
    take_turns(f"library of {by.school_id}")
    there = names_offered(by)
    wanted = [known[code] for code in codes if str(known[code].name).casefold() not in there]
    return [copied(entry, by) for entry in wanted]


def copied(entry: Shipped, by) -> Intervention:
    """An entry of the starter set as one of the school's own, with what it needs."""
    return add_one(
        Intervention(
            name=str(entry.name), plain=str(entry.plain), area=entry.area, tier=entry.tier, description=str(entry.what),
            entry_criteria=str(entry.entry), exit_criteria=str(entry.exit), measures=str(entry.measure), minutes=entry.minutes,
            sessions_a_week=entry.times, weeks=entry.weeks, group_size=entry.size, adult_role=entry.adult, external=entry.external,
            evidence=entry.evidence, evidence_source=str(entry.source), shipped=entry.code,
        ),
        [Resource(name=str(name), pence=pence, life_months=months) for name, pence, months in entry.kit],
        by,
    )  # fmt: skip


@transaction.atomic
def change_intervention(*, row: Intervention, by) -> Intervention:
    """Raises Outdated where somebody saved it after its reader had opened it; groups that were set up keep their own times and size."""
    take_turns(f"library of {by.school_id}")
    insist_new_name(row, by)
    stamp(row, by)
    row.full_clean(exclude=MEANT, validate_constraints=False)
    save_newer(row, fields=[*FACTS, *STAMP])
    return row


def names_offered(by, but=None) -> set[str]:
    rows = Intervention.objects.filter(school_id=by.school_id, retired_at__isnull=True)
    return {name.casefold() for name in rows.exclude(pk=but).values_list("name", flat=True)}


def insist_new_name(row: Intervention, by) -> None:
    if row.name.casefold() in names_offered(by, but=row.pk):
        raise ValidationError({"name": _("Your library has one of this name already.")})


@transaction.atomic
def retire_intervention(*, row: Intervention, by) -> None:
    """No new group begins with it; those that run go on."""
    set_retired(row, row.retired_at or timezone.now(), by)


@transaction.atomic
def bring_back_intervention(*, row: Intervention, by) -> None:
    """Raises ValidationError where one of that name was added since."""
    insist_new_name(row, by)
    set_retired(row, None, by)


def set_retired(row: Intervention, moment, by) -> None:
    row.retired_at = moment
    stamp(row, by)
    save_newer(row, fields=["retired_at", *STAMP])


@transaction.atomic
def add_resource(*, resource: Resource, by) -> Resource:
    """Something that its intervention needs."""
    resource.school = by.school
    stamp(resource, by)
    resource.full_clean(exclude=MEANT)
    resource.save(force_insert=True)
    return resource


@transaction.atomic
def change_resource(*, resource: Resource, by) -> Resource:
    """Raises Outdated where somebody saved it after its reader had opened it."""
    stamp(resource, by)
    resource.full_clean(exclude=MEANT)
    save_newer(resource, fields=[*OF_RESOURCE, *STAMP])
    return resource


@transaction.atomic
def set_resource_removed(*, resource: Resource, removed: bool, by) -> Resource:
    """It was entered by mistake, or that is undone."""
    resource.removed_at = timezone.now() if removed else None
    stamp(resource, by)
    save_newer(resource, fields=["removed_at", *STAMP])
    return resource
