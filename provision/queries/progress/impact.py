"""What works and what does not: each intervention by scale, by need, year and free school meals, from year to year, with a verdict."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from provision.effect import Effect, Share, verdict
from provision.financial_year import MoneyPeriod
from provision.impact_choices import Verdict
from provision.models import Intervention, Scale
from provision.queries.costs.counting import costs_in
from provision.queries.costs.loading import load_facts
from provision.queries.costs.tables import needs_of
from provision.queries.progress.changes import YEARS, Finished, finished
from register.choices import Characteristic, NeedType
from register.models import PupilCharacteristic
from senco.accounts.queries import calendar_of
from senco.core.calendar import SchoolCalendar, school_year_dates, school_year_name, school_year_of


@dataclass(frozen=True)
class ScaleLine:
    """One intervention on one scale."""

    scale: Scale
    effect: Effect


@dataclass(frozen=True)
class ImpactLine:
    """One intervention in the period. `pence` is what it cost, `None` where its reader may not know or no rate is entered."""

    intervention: Intervention
    scales: list[ScaleLine]
    pupils: int
    gained: Share
    verdict: Verdict
    pence: int | None = None

    @property
    def pence_a_pupil_helped(self) -> int | None:
        """None where nobody gained: there is no such figure then."""
        if self.pence is None or not self.gained.part:
            return None
        return round(self.pence / self.gained.part)

    @property
    def verdict_label(self) -> str:
        return Verdict(self.verdict).label


@dataclass(frozen=True)
class Impact:
    """The lines of a school year, and what the last cycles of each intervention say, whatever year they were in."""

    year: int
    years: list[tuple[int, str]]
    lines: list[ImpactLine]
    pupils: frozenset

    def with_verdict(self, wanted: Verdict) -> list[ImpactLine]:
        return [line for line in self.lines if line.verdict == wanted]

    @property
    def keep(self) -> list[ImpactLine]:
        return self.with_verdict(Verdict.KEEP)

    @property
    def stop(self) -> list[ImpactLine]:
        return self.with_verdict(Verdict.STOP)


def year_asked(text: str, today: datetime.date) -> int | None:
    """A school year by the calendar year it begins in; None for what is none of the last YEARS."""
    now = school_year_of(today)
    return int(text) if text.isdecimal() and now - YEARS < int(text) <= now else None


def newest_year(found: Iterable[Finished], today: datetime.date) -> int:
    """In which something was measured to the end: in autumn that is last year."""
    return max((school_year_of(each.day) for each in found), default=school_year_of(today))


def impact_of_school(membership, year: int | None, today: datetime.date) -> Impact:
    """Pupils whose last measure lies in the school year; without one, in the newest that has any. The number of queries does not grow with them."""
    everything = finished(membership)
    year = year or newest_year(everything, today)
    now, calendar = school_year_of(today), calendar_of(membership.school)
    by_intervention: dict[object, list[Finished]] = defaultdict(list)
    for each in everything:
        by_intervention[each.intervention.pk].append(each)
    costs = costs_of_year(membership, year, today)
    lines = [line_of(each, year, calendar, costs) for each in by_intervention.values()]
    lines = sorted((line for line in lines if line), key=lambda line: line.intervention.name.casefold())
    pupils = frozenset(each.pupil.pk for each in everything if school_year_of(each.day) == year)
    years = [(one, school_year_name(one)) for one in range(now, now - YEARS, -1)]
    return Impact(year, years, lines, pupils)


def line_of(
    found: list[Finished], year: int, calendar: SchoolCalendar, costs: Mapping[object, int]
) -> ImpactLine | None:
    """None where nobody of the intervention was measured to the end in that year."""
    of_year = [each for each in found if school_year_of(each.day) == year]
    if not of_year:
        return None
    intervention = of_year[0].intervention
    return ImpactLine(
        intervention=intervention,
        scales=by_scale(of_year),
        pupils=len({each.pupil.pk for each in of_year}),
        gained=pupils_who_gained(of_year),
        verdict=verdict(cycles_of(found, calendar)),
        pence=costs.get(intervention.pk),
    )


def by_scale(found: Iterable[Finished]) -> list[ScaleLine]:
    groups: dict[object, list[Finished]] = defaultdict(list)
    for each in found:
        groups[each.scale.pk].append(each)
    lines = [ScaleLine(group[0].scale, effect_of(group)) for group in groups.values()]
    return sorted(lines, key=lambda line: (-line.effect.n, line.scale.name))


def effect_of(found: Iterable[Finished]) -> Effect:
    return Effect(tuple(each.change for each in found))


def pupils_who_gained(found: Iterable[Finished]) -> Share:
    """A pupil counts once, as having gained where one of the scales says so."""
    answers: dict[object, bool] = {}
    for each in found:
        answers[each.pupil.pk] = answers.get(each.pupil.pk, False) or each.change.gained
    return Share.of(answers.values())


def cycles_of(found: Iterable[Finished], calendar: SchoolCalendar) -> dict[Hashable, list]:
    """Term (where none is entered, school year) → changes of the pupils who ended in it, in order of time."""
    cycles: dict[Hashable, list] = {}
    for each in sorted(found, key=lambda each: each.day):
        begun = [term.starts for term in calendar.terms if term.starts <= each.day]
        key = max(begun) if begun else datetime.date(school_year_of(each.day), 8, 1)
        cycles.setdefault(key, []).append(each.change)
    return cycles


def costs_of_year(membership, year: int, today: datetime.date) -> dict[object, int]:
    """Intervention → pence of what took place in the school year; empty for who may not know what things cost."""
    if not membership.may("provision.view_costs"):
        return {}
    first, last = school_year_dates(year)
    facts = load_facts(membership, first, last)
    costs = costs_in(facts, MoneyPeriod("", first, last), today, only=("delivered",))
    return {
        key: sums.delivered
        for key, sums in costs.by(lambda cell: cell.intervention).items()
        if sums.delivered
    }


@dataclass(frozen=True)
class Part:
    """Some of the pupils of an intervention: a need, a year group, a school year."""

    label: str
    pupils: int
    gained: Share
    met: Share


@dataclass(frozen=True)
class OneImpact:
    """`found` are the pupils of the school year; `trend` goes over all years."""

    intervention: Intervention
    year: int
    line: ImpactLine | None
    tables: list[tuple[str, str, list[Part]]]
    trend: list[Part]
    found: list[Finished]

    @property
    def year_name(self) -> str:
        return school_year_name(self.year)


def impact_of_one(
    membership, intervention: Intervention, year: int | None, today: datetime.date
) -> OneImpact:
    """Everything on the page of one intervention. Five queries and those of its cost."""
    found = finished(membership, place__provision__intervention=intervention)
    year = year or newest_year(found, today)
    of_year = [each for each in found if school_year_of(each.day) == year]
    costs = costs_of_year(membership, year, today) if of_year else {}
    keys = {each.pupil.pk for each in of_year}
    needs, meals = needs_of(membership, keys), on_free_meals(membership, keys)
    tables = [
        (_("By need"), _("Primary need"), parts(of_year, lambda each: need_words(needs.get(each.pupil.pk)))),
        (
            _("By year"),
            _("Year"),
            parts(of_year, lambda each: each.pupil.year, order=lambda each: each.pupil.year_group or 0),
        ),
        (
            _("By free school meals"),
            _("Free school meals"),
            parts(of_year, lambda each: _("Eligible") if each.pupil.pk in meals else _("Not eligible")),
        ),
    ]
    return OneImpact(
        intervention,
        year,
        line_of(found, year, calendar_of(membership.school), costs),
        tables,
        sorted(
            parts(found, lambda each: school_year_name(school_year_of(each.day))), key=lambda part: part.label
        ),
        of_year,
    )


def parts(
    found: Iterable[Finished],
    label: Callable[[Finished], str],
    order: Callable[[Finished], int] | None = None,
) -> list[Part]:
    """The pupils of each label, in the order of the labels unless told another."""
    groups: dict[str, list[Finished]] = defaultdict(list)
    for each in found:
        groups[str(label(each))].append(each)
    return [
        Part(
            name,
            len({each.pupil.pk for each in group}),
            pupils_who_gained(group),
            Share.of(each.change.met for each in group),
        )
        for name, group in sorted(groups.items(), key=lambda pair: order(pair[1][0]) if order else pair[0])
    ]


def need_words(code: str | None) -> str:
    return str(NeedType(code).label) if code else _("No need recorded")


def on_free_meals(membership, pupils) -> set:
    """Pupils eligible for free school meals, as recorded today."""
    found = PupilCharacteristic.objects.visible_to(membership).current()
    return set(
        found.filter(kind=Characteristic.FSM, pupil__in=list(pupils)).values_list("pupil_id", flat=True)
    )
