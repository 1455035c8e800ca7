"""The facts that costs are worked out from, read once for a whole school: the number of queries does not grow with it."""

import datetime
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import Prefetch

from provision.costing import Rate, RateCard
from provision.expected import Slot
from provision.map_choices import HAD_SOME, SessionState
from provision.models import (
    Allocation,
    CostSettings,
    Intervention,
    Provision,
    ProvisionAdult,
    ProvisionTime,
    Resource,
    Session,
    SessionMark,
    StaffRate,
)
from provision.occasions import Group, Held, Meets, Place, Runner, Span
from provision.queries.tiers import tier_names
from senco.accounts.queries import calendar_of
from senco.core.calendar import SchoolCalendar, is_school_day


@dataclass(frozen=True)
class Facts:
    """Everything that a cost depends on, for one school and period."""

    groups: tuple[Group, ...]
    interventions: dict
    resources: tuple[Resource, ...]
    settings: CostSettings
    card: RateCard
    calendar: SchoolCalendar
    tiers: dict[str, str]

    @cached_property
    def meets(self) -> Meets:
        """Whether the school meets on a day; each day is asked once."""
        return lru_cache(maxsize=None)(lambda day: is_school_day(day, self.calendar))


def cost_settings_of(school) -> CostSettings:
    """The school's settings; unsaved and of version 0 where nothing was decided."""
    return CostSettings.objects.filter(school=school).first() or CostSettings(school=school, version=0)


def load_facts(membership, first: datetime.date, last: datetime.date, *, card: str = "") -> Facts:
    """Of all provision that its reader may see and that lasts into the period. `card` names another rate card than the school's."""
    settings = cost_settings_of(membership.school)
    provisions = provisions_of(membership, first, last)
    kinds = {each.intervention_id: each.intervention for each in provisions}
    return Facts(
        groups=tuple(group_of(each) for each in provisions),
        interventions=kinds,
        resources=resources_of(membership, kinds),
        settings=settings,
        card=card_of(membership, card or settings.card, settings.taught_weeks),
        calendar=calendar_of(membership.school),
        tiers=tier_names(membership.school),
    )


def provisions_of(membership, first, last) -> list[Provision]:
    """With times, adults, places and the sessions that ran, each sorted so that equal facts give equal costs."""
    ran = Session.objects.visible_to(membership).kept().filter(state=SessionState.RAN).within(first, last)
    marks = SessionMark.objects.visible_to(membership).kept().filter(mark__in=HAD_SOME)
    came = marks.only("session_id", "pupil_id")
    adults = ProvisionAdult.objects.visible_to(membership).kept().select_related("membership")
    times = ProvisionTime.objects.visible_to(membership).kept()
    places = Allocation.objects.visible_to(membership).kept()
    return list(
        Provision.objects.visible_to(membership)
        .kept()
        .within(first, last)
        .select_related("intervention")
        .prefetch_related(
            Prefetch("times", times, "kept_times"),
            Prefetch("adults", adults, "kept_adults"),
            Prefetch("places", places, "kept_places"),
            Prefetch("sessions", ran.prefetch_related(Prefetch("marks", came, "came")), "ran"),
        )
        .order_by("name", "pk")
    )


def group_of(provision: Provision) -> Group:
    """A provision as far as its cost needs it; its prefetched rows are those of provisions_of."""
    return Group(
        key=provision.pk,
        name=provision.name,
        intervention=provision.intervention_id,
        tier=provision.intervention.tier,
        role=provision.intervention.adult_role,
        span=Span(provision.starts, provision.ends),
        agreed_size=provision.agreed_size,
        slots=tuple(
            Slot(each.weekday, each.at, each.minutes, each.starts, each.ends, each.weeks)
            for each in provision.kept_times
        ),
        runners=tuple(
            Runner(each.who, Span(each.starts, each.ends), each.membership_id)
            for each in provision.kept_adults
        ),
        places=tuple(
            Place(each.pupil_id, Span(each.starts, each.ends), each.carries_cost)
            for each in provision.kept_places
        ),
        held=tuple(
            Held(each.day, each.minutes, frozenset(mark.pupil_id for mark in each.came))
            for each in provision.ran
        ),
    )


def resources_of(membership, kinds: dict[object, Intervention]) -> tuple[Resource, ...]:
    found = Resource.objects.visible_to(membership).filter(removed_at__isnull=True, intervention__in=kinds)
    return tuple(found.order_by("name", "pk"))


def card_of(membership, name: str, taught_weeks: int) -> RateCard:
    rates = StaffRate.objects.visible_to(membership).kept().filter(card=name)
    return RateCard(
        tuple(Rate(each.adult_role, each.pence, each.valid_from, each.paid_weeks) for each in rates),
        taught_weeks,
    )
