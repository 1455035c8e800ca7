"""Questions for the figures: who is counted, what was released, and when the next release may be."""

import datetime
from dataclasses import dataclass

from register.choices import ON_REGISTER, Characteristic
from register.models import Pupil
from senco.accounts.models import Closure, Term
from senco.core import calendar
from senco.core.calendar import SchoolCalendar, school_year_dates, school_year_of
from senco.governance.deadlines import next_release_on
from senco.governance.figures import (
    FEWEST_PUPILS,
    NEED_GROUP,
    OTHER,
    THRESHOLD,
    Counted,
    status_of,
    tables_of,
)
from senco.governance.models import FigureRelease
from senco.governance.suppression import ProtectedSet, protect_tables


def latest_release(membership) -> FigureRelease | None:
    """The newest figures that this person may read."""
    return releases(membership).first()


def releases(membership):
    """Figures released, or about to be, the newest first."""
    found = FigureRelease.objects.visible_to(membership).standing()
    return found.select_related("released_by").order_by("-as_of", "-released_at", "pk")


def counted_on(membership, day: datetime.date) -> list[Counted]:
    """Each pupil on the register on a day, as categories only."""
    pupils = Pupil.objects.visible_to(membership).registered(day).with_status(day).with_needs(day)
    listed = pupils.filter(provision__in=ON_REGISTER).order_by("pk")
    return [counted(pupil) for pupil in listed]


def counted(pupil: Pupil) -> Counted:
    return Counted(
        status=status_of(pupil.provision),
        year="" if pupil.year_group is None else str(pupil.year_group),
        need=NEED_GROUP[pupil.need_codes[0]] if pupil.need_codes else OTHER,
        sex=pupil.sex,
        premium="yes" if Characteristic.PP in pupil.facts else "no",
    )


@dataclass(frozen=True)
class Draft:
    """Figures of a day as governors would read them, and of how many pupils they are."""

    protected: ProtectedSet
    pupils: int

    @property
    def can_be_released(self) -> bool:
        """Enough pupils, and nothing that can be worked out."""
        safe = self.protected.audit.safe and not self.protected.withheld
        return safe and self.pupils >= FEWEST_PUPILS


def draft_on(membership, day: datetime.date) -> Draft:
    """The tables of a day, protected against readers who hold this school year's earlier releases."""
    pupils = counted_on(membership, day)
    years, sexes = roll_on(membership, day)
    tables = tables_of(pupils, years=years, sexes=sexes)
    earlier = earlier_sets(membership, day)
    return Draft(protect_tables(tables, threshold=THRESHOLD, earlier=earlier), len(pupils))


def roll_on(membership, day: datetime.date) -> tuple[list[str], list[str]]:
    """The year groups and sexes of the whole school; pupils without one come last."""
    roll = Pupil.objects.visible_to(membership).registered(day).order_by()
    found = set(roll.values_list("year_group", "sex").distinct())
    years = sorted({year for year, _sex in found}, key=lambda year: (year is None, year))
    sexes = sorted({sex for _year, sex in found}, key=lambda sex: (not sex, sex))
    return ["" if year is None else str(year) for year in years], sexes


def earlier_sets(membership, day: datetime.date) -> list[ProtectedSet]:
    """What governors hold already about these pupils: the releases of the day's school year, oldest first.

    In a new school year every pupil has moved up, so older figures count other groups.
    """
    first, _last = school_year_dates(school_year_of(day, membership.school.nation), membership.school.nation)
    held = releases(membership).filter(as_of__gte=first, as_of__lt=day)
    return [ProtectedSet.from_data(release.tables) for release in held.order_by("as_of")]


def may_release_from(membership) -> datetime.date | None:
    """The first day on which the office may release again; None where it never has."""
    last = releases(membership).values_list("as_of", flat=True).first()
    return next_release_on(last, calendar_of(membership.school))


def calendar_of(school) -> SchoolCalendar:
    """The terms and closures that the school has entered."""
    periods = {}
    for name, model in (("terms", Term), ("closures", Closure)):
        rows = model.objects.filter(school=school).order_by("starts")
        kind = calendar.Term if model is Term else calendar.Closure
        periods[name] = tuple(kind(row.name, row.starts, row.ends) for row in rows)
    return SchoolCalendar(school.nation, **periods)
