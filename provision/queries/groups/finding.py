"""Groups with their rows, as lists and pages show them."""

import datetime
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Prefetch, Q, When

from provision.choices import PlanState
from provision.models import Allocation, Outcome, Plan, Provision, ProvisionAdult, ProvisionTime
from register.models import Pupil, TeachingGroup
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, Role


def groups_for(membership):
    """All that their reader may see, each with its kept times, adults and places; the number of queries does not grow with them."""
    return (
        Provision.objects.visible_to(membership)
        .kept()
        .select_related("intervention")
        .prefetch_related(
            Prefetch("times", ProvisionTime.objects.visible_to(membership).kept(), "kept_times"),
            Prefetch(
                "adults",
                ProvisionAdult.objects.visible_to(membership).kept().select_related("membership"),
                "kept_adults",
            ),
            Prefetch(
                "places",
                Allocation.objects.visible_to(membership).kept().select_related("pupil", "outcome"),
                "kept_places",
            ),
        )
    )


def subjects_at(membership) -> list[str]:
    """What is taught at the school, as its teaching groups and its own support timetable say it. One query."""
    taught = TeachingGroup.objects.visible_to(membership).order_by().values_list("subject", flat=True)
    missed = ProvisionTime.objects.visible_to(membership).kept().order_by().values_list("misses", flat=True)
    return sorted(filter(None, taught.union(missed).order_by()), key=str.casefold)


def searched(groups, words: str, membership):
    """Those whose name, intervention, place or adult holds every word."""
    for word in words.split():
        adults = ProvisionAdult.objects.visible_to(membership).kept()
        named = Q(membership__last_name__icontains=word) | Q(membership__first_name__icontains=word)
        run_by = adults.filter(named | Q(adult_words__icontains=word)).order_by().values("provision")
        groups = groups.filter(
            Q(name__icontains=word)
            | Q(intervention__name__icontains=word)
            | Q(place__icontains=word)
            | Q(pk__in=run_by)
        )
    return groups


@dataclass(frozen=True)
class GroupRow:
    """A group as a list shows it on a day: who runs it, who has a place, when."""

    group: Provision
    adults: list[str]
    pupils: list[Pupil]
    times: list[ProvisionTime]

    @property
    def minutes_a_week(self) -> int:
        return sum(time.minutes // 2 if time.weeks else time.minutes for time in self.times)


def row_of(group: Provision, day: datetime.date) -> GroupRow:
    """As it is on the day, or on its first where it has not begun, or on its last where it is over."""
    day = min(max(day, group.starts), group.ends)
    return GroupRow(
        group=group,
        adults=[each.who for each in group.kept_adults if holds(each, day)],
        pupils=[each.pupil for each in group.kept_places if holds(each, day)],
        times=[each for each in group.kept_times if holds(each, day)],
    )


def holds(row, day: datetime.date) -> bool:
    return row.starts <= day and (row.ends is None or day <= row.ends)


def adults_to_choose(membership):
    """Who works at the school now, assistants first: it is mostly they who run groups."""
    here = Membership.objects.visible_to(membership).live().filter(role__in=STAFF)
    last = Case(When(role=Role.TA, then=0), default=1, output_field=IntegerField())
    return here.order_by(last, "last_name", "first_name", "pk")


def pupils_to_choose(membership):
    """Everybody on roll, those with a SEN status first in each year."""
    found = Pupil.objects.visible_to(membership).on_roll()
    on_register = Count("statuses", filter=Q(statuses__ends__isnull=True) & ~Q(statuses__provision="N"))
    return found.annotate(on_register=on_register).order_by(
        "year_group", "-on_register", "legal_surname", "legal_forename", "pk"
    )


def outcomes_of(pupils, membership, area: str) -> dict[object, Outcome]:
    """Pupil → the first outcome in that area of need of their plan in force."""
    standing = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE)
    found = (
        Outcome.objects.visible_to(membership)
        .kept()
        .filter(pupil__in=list(pupils), area=area, plan__in=standing.values("pk"))
        .order_by("-plan__starts", "position", "pk")
    )
    chosen: dict[object, Outcome] = {}
    for outcome in found:
        chosen.setdefault(outcome.pupil_id, outcome)
    return chosen
