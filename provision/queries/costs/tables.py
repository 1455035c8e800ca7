"""Costs of a whole school as tables: by tier, need, year, adult and intervention, and a row for each pupil."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from provision.map_choices import AdultRole
from provision.queries.costs.counting import Amounts, Cell, Costs
from provision.queries.costs.funding import Money
from provision.queries.costs.loading import Facts
from register.choices import NeedType
from register.models import Pupil, SenNeed


@dataclass(frozen=True)
class Line:
    label: str
    amounts: Amounts


@dataclass(frozen=True)
class Breakdown:
    title: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PupilLine:
    """`beyond`: what is planned above what is expected of the school itself, as information."""

    pupil: Pupil
    need: str
    amounts: Amounts
    top_up: int
    beyond: int


@dataclass(frozen=True)
class AdultLine:
    who: str
    role: str
    minutes_planned: int
    planned: int
    minutes_delivered: int
    delivered: int


def pupils_of(membership, costs: Costs, money: Money) -> dict[object, Pupil]:
    """Those with provision, and those whom money is received for."""
    wanted = {cell.pupil for cell in costs.cells if cell.pupil is not None} | set(money.top_ups)
    return Pupil.objects.visible_to(membership).in_bulk(list(wanted))


def needs_of(membership, pupils) -> dict[object, str]:
    """Pupil → code of the primary need."""
    found = SenNeed.objects.visible_to(membership).current().filter(rank=1, pupil__in=list(pupils))
    return dict(found.values_list("pupil_id", "need_type"))


def breakdowns(costs: Costs, facts: Facts, pupils: dict, needs: dict) -> list[Breakdown]:
    """Every table has the same total: each pound stands once in each of them."""
    interventions = facts.interventions

    def by_pupil(say: Callable[[Pupil], str]) -> Callable[[Cell], str]:
        return lambda cell: say(pupils[cell.pupil]) if cell.pupil in pupils else _("Empty places")

    def need(pupil: Pupil) -> str:
        code = needs.get(pupil.pk)
        return str(NeedType(code).label) if code else _("No need recorded")

    def tier(cell: Cell) -> str:
        number = interventions[cell.intervention].tier
        return f"{number} {facts.tiers[number]}"

    return [
        laid_out(costs, _("By tier"), _("Tier"), tier),
        laid_out(costs, _("By need"), _("Primary need"), by_pupil(need)),
        laid_out(costs, _("By year"), _("Year"), by_pupil(lambda pupil: pupil.year)),
        laid_out(
            costs, _("By intervention"), _("Intervention"), lambda cell: interventions[cell.intervention].name
        ),
    ]


def laid_out(costs: Costs, title: str, heading: str, label: Callable[[Cell], Hashable]) -> Breakdown:
    """The dearest first."""
    sums = sorted(costs.by(label).items(), key=lambda pair: (-pair[1].planned, str(pair[0])))
    return Breakdown(title, heading, tuple(Line(str(name), amounts) for name, amounts in sums))


def pupil_lines(costs: Costs, pupils: dict, needs: dict, money: Money, expected: int) -> list[PupilLine]:
    """The dearest first. Pupils with a top-up and no provision stand there as well: the money is meant for them."""
    sums = costs.by(lambda cell: cell.pupil)
    lines = [
        PupilLine(
            pupil,
            needs.get(pk, ""),
            sums.get(pk, Amounts()),
            money.top_ups.get(pk, 0),
            max(0, sums.get(pk, Amounts()).planned - expected),
        )
        for pk, pupil in pupils.items()
    ]
    return sorted(lines, key=lambda line: (-line.amounts.planned, line.pupil.surname, line.pupil.forename))


def adult_lines(costs: Costs) -> list[AdultLine]:
    return [
        AdultLine(adult.who or _("Nobody named"), str(AdultRole(adult.role).label), *amounts)
        for adult, *amounts in costs.adults
    ]


def unpriced_words(costs: Costs) -> list[str]:
    """Kinds of adult that the rate card says nothing about: their time is counted as nothing."""
    return [str(AdultRole(role).label) for role in sorted(costs.unpriced)]
