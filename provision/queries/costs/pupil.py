"""What is provided for one pupil and what it costs: a line for each group and thing, as they stand on a costed provision map."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.cost_choices import CostKind
from provision.map_choices import AdultRole
from provision.models import Allocation
from provision.occasions import Group, planned
from provision.queries.costs.counting import Amounts, Cell, Costs, summed
from provision.queries.costs.loading import Facts


@dataclass(frozen=True)
class CostLine:
    """`place` is the pupil's place in the group; None for a thing. `free`: given to everybody, at nil cost."""

    what: str
    tier: str
    outcome: str
    how: str
    who: str
    amounts: Amounts
    place: Allocation | None = None
    free: bool = False


def lines_for(pupil, costs: Costs, facts: Facts, membership) -> list[CostLine]:
    """Provision first, in the order of its names, then things; what everybody gets is listed as well."""
    mine = costs.of_pupil(pupil.pk)
    places = places_of(pupil, costs, membership)
    groups = [group for group in facts.groups if group.key in places]
    lines = [group_line(group, places[group.key], mine, costs, facts, pupil.pk) for group in groups]
    return [*lines, *thing_lines(mine, facts)]


def places_of(pupil, costs: Costs, membership) -> dict[object, Allocation]:
    """Provision → the pupil's last place in it within the period."""
    found = Allocation.objects.visible_to(membership).kept().filter(pupil=pupil)
    found = found.within(costs.period.first, costs.period.last).select_related("outcome")
    return {place.provision_id: place for place in found.order_by("starts", "pk")}


def group_line(
    group: Group, place: Allocation, mine: Iterable[Cell], costs: Costs, facts: Facts, pupil
) -> CostLine:
    """What one group is to the pupil: how much of it, by whom, for which outcome, at what cost."""
    intervention = facts.interventions[group.intervention]
    return CostLine(
        what=intervention.name,  # never the group's name: it may hold another pupil's, and this goes to an authority
        tier=facts.tiers[group.tier],
        outcome=place.outcome.text if place.outcome else "",
        how=how_much(group, pupil, costs, facts),
        who=str(AdultRole(group.role).label),
        amounts=summed(cell for cell in mine if cell.group is group),
        place=place,
        free=group.costs_nothing,
    )


def how_much(group: Group, pupil, costs: Costs, facts: Facts) -> str:
    """ "36 sessions, 18 hours 0 minutes in all, group of 4": what is planned in the period while the pupil has the place."""
    if group.costs_nothing:
        return _("for everybody")
    rule = facts.settings.size_rule
    held = [
        each
        for each in planned(group, costs.period.first, costs.period.last, rule=rule, meets=facts.meets)
        if any(place.pupil == pupil and place.span.holds(each.day) for place in group.places)
    ]
    minutes = sum(each.minutes for each in held)
    sessions = ngettext("%(n)d session", "%(n)d sessions", len(held)) % {"n": len(held)}
    size = _("one to one") if group.agreed_size == 1 else _("group of %(n)d") % {"n": group.agreed_size}
    return _("%(sessions)s, %(hours)d hours %(minutes)d minutes in all, %(size)s") % {
        "sessions": sessions,
        "hours": minutes // 60,
        "minutes": minutes % 60,
        "size": size,
    }


def thing_lines(mine: Iterable[Cell], facts: Facts) -> list[CostLine]:
    """A line for each kit, book or licence that the pupil has a share of."""
    return [
        CostLine(
            what=f"{facts.interventions[cell.intervention].name}: {cell.thing}",
            tier=facts.tiers[facts.interventions[cell.intervention].tier],
            outcome="",
            how=_("shared by those who use it"),
            who="",
            amounts=summed([cell]),
        )
        for cell in mine
        if cell.kind == CostKind.RESOURCE
    ]
