"""The facts that costs are worked out from, read once for a whole school: the number of queries does not grow with it."""

import datetime
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.contrib.postgres.aggregates import ArrayAgg

from provision.cost_choices import SizeRule
from provision.costing import Rate, RateCard
from provision.map_choices import HAD_SOME, SessionState
from provision.models import CostSettings, Intervention, Provision, Resource, Session, SessionMark, StaffRate
from provision.occasions import Group, Held, Meets, Place, Span
from provision.queries.allocated import Allocated, allocated_in, by_first
from provision.queries.tiers import tier_names
from senco.accounts.models import School
from senco.accounts.queries import calendar_of
from senco.core.calendar import SchoolCalendar, is_school_day
from senco.core.together import read_together


@dataclass(frozen=True)
class Facts:
    """Everything that a cost depends on, for one school and period."""

    groups: tuple[Group, ...]
    interventions: dict
    resources: tuple[Resource, ...]
    settings: CostSettings
    card: RateCard
    calendar: SchoolCalendar
    school: School

    @cached_property
    def tiers(self) -> dict[str, str]:
        """What the school calls them; asked for where a page names them."""
        return tier_names(self.school)

    @cached_property
    def meets(self) -> Meets:
        """Whether the school meets on a day; each day is asked once."""
        return lru_cache(maxsize=None)(lambda day: is_school_day(day, self.calendar))


def cost_settings_of(school) -> CostSettings:
    """The school's settings; unsaved and of version 0 where nothing was decided."""
    return CostSettings.objects.filter(school=school).first() or CostSettings(school=school, version=0)


def load_facts(
    membership,
    first: datetime.date,
    last: datetime.date,
    *,
    card: str = "",
    allocated: Allocated | None = None,
    calendar: SchoolCalendar | None = None,
    with_sessions: bool = True,
) -> Facts:
    """Of all provision that its reader may see and that lasts into the period. `card` names another rate card than the school's.

    `allocated` and `calendar` where they are read already, of the same days. Without sessions only what is planned can be worked out.
    """
    found = allocated or allocated_in(membership, first, last)
    kinds = {each.intervention_id: each.intervention for each in found.provisions}
    prices = prices_for(membership, kinds, card)
    held = sessions_in(membership, first, last, prices.settings.size_rule) if with_sessions else {}
    return Facts(
        groups=tuple(group_of(each, found, held.get(each.pk, ())) for each in found.provisions),
        interventions=kinds,
        resources=prices.resources,
        settings=prices.settings,
        card=prices.card,
        calendar=calendar or calendar_of(membership.school),
        school=membership.school,
    )


@dataclass(frozen=True)
class Prices:
    """What an hour and a thing cost, and how the school wants it worked out."""

    settings: CostSettings
    resources: tuple[Resource, ...]
    card: RateCard


def prices_for(membership, kinds: dict[object, Intervention], card: str) -> Prices:
    """The things of these interventions, and the named card or the school's. One query."""
    own, things, rates = read_together(
        CostSettings.objects.filter(school=membership.school),
        Resource.objects.visible_to(membership).filter(removed_at__isnull=True, intervention__in=kinds),
        StaffRate.objects.visible_to(membership).kept(),
    )
    settings = own[0] if own else CostSettings(school=membership.school, version=0)
    return Prices(
        settings,
        tuple(sorted(things, key=lambda thing: (thing.name, thing.pk))),
        card_of(rates, card or settings.card, settings.taught_weeks),
    )


def sessions_in(membership, first, last, rule: str) -> dict[object, tuple[Held, ...]]:
    """Provision → the sessions that ran. Who came is asked only where the cost of a group is shared by attendance."""
    ran = Session.objects.visible_to(membership).kept().filter(state=SessionState.RAN).within(first, last)
    came = came_to(membership, first, last) if rule == SizeRule.ATTENDANCE else {}
    rows = ran.order_by("day", "at", "pk").values_list("pk", "provision", "day", "minutes")
    return by_first(
        (of, Held(day, minutes, came.get(session, frozenset()))) for session, of, day, minutes in rows
    )


def came_to(membership, first, last) -> dict[object, frozenset]:
    """Session → the pupils who had at least a part of it."""
    marks = SessionMark.objects.visible_to(membership).kept().filter(mark__in=HAD_SOME)
    marks = marks.filter(session__day__range=(first, last)).order_by()
    rows = marks.values("session").annotate(pupils=ArrayAgg("pupil")).values_list("session", "pupils")
    return {session: frozenset(pupils) for session, pupils in rows}


def group_of(provision: Provision, found: Allocated, held: tuple[Held, ...]) -> Group:
    """A provision as far as its cost needs it."""
    return Group(
        key=provision.pk,
        name=provision.name,
        intervention=provision.intervention_id,
        tier=provision.intervention.tier,
        role=provision.intervention.adult_role,
        span=Span(provision.starts, provision.ends),
        agreed_size=provision.agreed_size,
        slots=found.slots.get(provision.pk, ()),
        runners=found.runners.get(provision.pk, ()),
        places=tuple(
            Place(each.pupil, Span(each.starts, each.ends), each.carries_cost)
            for each in found.places.get(provision.pk, ())
        ),
        held=held,
    )


def card_of(rates: list[StaffRate], name: str, taught_weeks: int) -> RateCard:
    rates = [each for each in rates if each.card == name]
    return RateCard(
        tuple(Rate(each.adult_role, each.pence, each.valid_from, each.paid_weeks) for each in rates),
        taught_weeks,
    )
