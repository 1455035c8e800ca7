"""Whose profiles or which plans somebody can print together, and what has been made of it."""

import uuid

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from provision.choices import Audience
from provision.models import Plan, PlanVersion, PrintJob, ProfileVersion
from provision.queries.teaching import classes_of, of_groups, roll
from register.choices import ON_REGISTER
from register.models import Pupil
from register.queries.sen_register import short_year

SHOWN = 10  # files on the page


def print_choices(membership) -> list[tuple[str, str]]:
    """(key, words) of the groups of pupils offered: the register and the years for the office, one's classes for everybody."""
    found = []
    if membership.sees_whole_school:
        found.append(("register", _("Everybody on the SEN register")))
        years = roll(membership).order_by("year_group").values_list("year_group", flat=True).distinct()
        found += [
            (f"year:{year}", _("Year %(year)s") % {"year": short_year(year)})
            for year in years
            if year is not None
        ]
    else:
        found.append(("mine", _("All my pupils")))
    classes = classes_of(membership).order_by("name", "pk")
    return found + [(f"class:{group.pk}", f"{group.name} {group.subject}".strip()) for group in classes]


def pupils_meant(key: str, membership):
    """Pupils on roll behind a key of `print_choices` who have a published profile, by name; a key that is none means nobody."""
    kind, _colon, value = key.partition(":")
    narrow = {"register": of_register, "mine": everybody, "year": of_year, "class": of_class}.get(kind)
    pupils = narrow(value, membership) if narrow else Pupil.objects.none()
    standing = ProfileVersion.objects.visible_to(membership).standing().filter(pupil=OuterRef("pk"))
    return pupils.filter(Exists(standing)).order_by("shown_surname", "shown_forename", "pk")


def everybody(_value: str, membership):
    return roll(membership).with_shown_name()


def of_register(_value: str, membership):
    """Status K, E or S, and a published profile."""
    return everybody("", membership).filter(statuses__provision__in=ON_REGISTER, statuses__ends__isnull=True)


def of_year(value: str, membership):
    digits = value.lstrip("-").isdecimal() and len(value) < 4
    return everybody("", membership).filter(year_group=int(value)) if digits else Pupil.objects.none()


def of_class(value: str, membership):
    try:
        key = uuid.UUID(value)
    except ValueError:
        return Pupil.objects.none()
    return of_groups(classes_of(membership).filter(pk=key), membership)


def printable(plans: QuerySet[Plan], membership) -> dict[str, list]:
    """Audience → those of these plans that have gone out to it and were not called back, in their order. Two queries.

    Of a plan no more is asked than its key and its pupil's (`pk`, `pupil_id`).
    Asked of the versions by their plans' keys: as a condition on a list that carries its states it was measured at 17 seconds.
    """
    plans = list(plans.values_list("pk", "pupil_id", named=True))
    standing = (
        PlanVersion.objects.visible_to(membership).standing().filter(plan__in=[plan.pk for plan in plans])
    )
    gone_out = set(standing.order_by("plan_id").values_list("audience", "plan_id").distinct())
    return {each.value: [plan for plan in plans if (each.value, plan.pk) in gone_out] for each in Audience}


def versions_to_print(job: PrintJob, membership) -> list[PlanVersion]:
    """The newest version of each plan in the file, in its order; what its reader may not open any more is left out."""
    seen = PlanVersion.objects.visible_to(membership).filter(plan__in=job.plan_ids)
    found = seen.newest_of_each(job.kind)
    return sorted(found, key=lambda version: job.plan_ids.index(version.plan_id))


def own_prints(membership):
    """The newest of one's own files and of those that are being drawn, without their bytes."""
    return PrintJob.objects.visible_to(membership).kept().defer("content")[:SHOWN]


def still_opens(job: PrintJob, membership) -> bool:
    """Whether every pupil in the file may still be opened by whoever asked for it."""
    return Pupil.objects.visible_to(membership).filter(pk__in=job.pupil_ids).count() == len(job.pupil_ids)
