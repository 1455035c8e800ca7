"""Questions for the figures: who is counted, what was released, and when the next release may be."""

import datetime
from collections import Counter
from dataclasses import dataclass

from register.choices import ON_REGISTER, Characteristic
from register.models import Pupil
from register.queries.history import events_of
from senco.accounts.queries import calendar_of
from senco.core.calendar import school_year_dates, school_year_of
from senco.governance.deadlines import GRACE, next_release_on
from senco.governance.figures import (
    FEWEST_PUPILS,
    NEED_GROUP,
    OTHER,
    THRESHOLD,
    Counted,
    status_of,
    tables_of,
)
from senco.governance.held import Counts, moved_up, still_to_hide
from senco.governance.models import FigureRelease
from senco.governance.suppression import ProtectedSet, join


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
    """The tables of a day, protected against readers who hold the earlier releases of this school year and the last."""
    from senco.governance.suppression.protect import protect_tables  # its library loads slowly

    pupils = counted_on(membership, day)
    years, sexes = roll_on(membership, day)
    tables = tables_of(pupils, years=years, sexes=sexes)
    earlier = earlier_sets(membership, day, join(tables).counts)
    return Draft(protect_tables(tables, threshold=THRESHOLD, earlier=earlier), len(pupils))


def roll_on(membership, day: datetime.date) -> tuple[list[str], list[str]]:
    """The year groups and sexes of the whole school; pupils without one come last."""
    roll = Pupil.objects.visible_to(membership).registered(day).order_by()
    found = set(roll.values_list("year_group", "sex").distinct())
    years = sorted({year for year, _sex in found}, key=lambda year: (year is None, year))
    sexes = sorted({sex for _year, sex in found}, key=lambda sex: (not sex, sex))
    return ["" if year is None else str(year) for year in years], sexes


def earlier_sets(membership, day: datetime.date, counts: Counts) -> list[ProtectedSet]:
    """What governors hold already about these pupils: the releases of this school year and the last, oldest first.

    A year group is followed as it moves up, so that a summer in which one child left cannot be subtracted. `counts` are
    the day's own: what has moved far enough since last school year counts as new (see `still_to_hide`).
    """
    nation = membership.school.nation
    this_year = school_year_of(day, nation)
    first, _last = school_year_dates(this_year - 1, nation)
    found = []
    for release in releases(membership).filter(as_of__gte=first, as_of__lt=day).order_by("as_of"):
        held = ProtectedSet.from_data(release.tables)
        if school_year_of(release.as_of, nation) < this_year:
            held = still_to_hide(held, counted_on(membership, release.as_of), counts)
        found.append(moved_up(held, years_since(membership, release, day)))
    return found


def years_since(membership, release: FigureRelease, day: datetime.date) -> int:
    """How many years most pupils have moved up since a release was counted.

    They move with an import, which may come weeks after 1 September, so the pupils' own history is asked. Where it does
    not reach back that far, school years are counted.
    """
    counted_at = release.released_at - GRACE
    events = events_of(Pupil).objects.filter(school_id=membership.school_id, pgh_created_at__lte=counted_at)
    then = events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    was_in = dict(then.values_list("pgh_obj_id", "year_group"))
    is_in = Pupil.objects.visible_to(membership).registered(day).order_by().values_list("pk", "year_group")
    moved = Counter(
        year - was_in[pk] for pk, year in is_in if year is not None and was_in.get(pk) is not None
    )
    if moved:
        return moved.most_common(1)[0][0]
    nation = membership.school.nation
    return school_year_of(day, nation) - school_year_of(release.as_of, nation)


def may_release_from(membership) -> datetime.date | None:
    """The first day on which the office may release again; None where it never has."""
    last = releases(membership).values_list("as_of", flat=True).first()
    return next_release_on(last, calendar_of(membership.school))
