"""From measures to changes: what became of each pupil between the start and the end of a place, read in one query."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from provision.impact_choices import Moment, ScaleKind
from provision.models import Intervention, Measurement, Scale
from provision.progress import T_MEANT, Change, Reading, t_score
from register.models import Pupil
from senco.core.calendar import school_year_dates, school_year_of

YEARS = 3  # school years that are looked at: this one, two before it, and the one in which their first groups may have ended
GOAL_POINTS = 10  # of a T score: one step of a goal


@dataclass(frozen=True)
class Finished:
    """A place of a pupil that was measured at its start and at its end on one scale."""

    pupil: Pupil
    intervention: Intervention
    scale: Scale
    change: Change

    @property
    def day(self) -> datetime.date:
        return self.change.exit.day


def finished(membership, **narrowed) -> list[Finished]:
    """In the order in which they ended; of groups of the last years, so that a school's past does not slow its pages for ever.

    `narrowed` filters the measures (`place__provision__intervention=…`).
    """
    since = school_year_dates(school_year_of(timezone.localdate()) - YEARS)[0]
    rows = (
        Measurement.objects.visible_to(membership)
        .kept()
        .exclude(moment="")
        .filter(
            place__removed_at__isnull=True,
            place__provision__removed_at__isnull=True,
            place__provision__ends__gte=since,
            **narrowed,
        )
        .select_related("pupil", "scale", "place__provision__intervention")
        .order_by("taken_on", "pk")
    )
    by_place: dict[tuple, list[Measurement]] = defaultdict(list)
    for row in rows:
        by_place[row.place_id, row.scale_id].append(row)
    return sorted(pairs_of(by_place.values()), key=lambda each: (each.day, str(each.pupil.pk)))


def pairs_of(groups: Iterable[list[Measurement]]) -> Iterator[Finished]:
    """Of each place and scale; those without a first and a last measure are left out."""
    for rows in groups:
        one = rows[0]
        change = of_goals(rows) if one.scale.kind == ScaleKind.GOAL else of_values(rows)
        if change:
            yield Finished(one.pupil, one.place.provision.intervention, one.scale, change)


def of_values(rows: list[Measurement]) -> Change | None:
    """What was aimed for may have been said anew at the end."""
    at = {row.moment: row for row in rows}
    first, last, later = (at.get(moment) for moment in (Moment.ENTRY, Moment.EXIT, Moment.LATER))
    if first is None or last is None:
        return None
    target = last.target if last.target is not None else first.target
    return Change(
        kind=first.scale.kind,
        scale=first.scale_id,
        entry=reading(first),
        exit=reading(last),
        least=float(first.scale.least_gain),
        better=1 if first.scale.more_is_better else -1,
        goal=None if target is None else float(target),
        later=reading(later) if later else None,
    )


def reading(row: Measurement) -> Reading:
    return Reading(float(row.value), row.taken_on)


def of_goals(rows: list[Measurement]) -> Change | None:
    """Several goals of one pupil are one T score a moment; only goals that were looked at both times count."""
    at = {moment: {row.goal: row for row in rows if row.moment == moment} for moment in Moment}
    both = at[Moment.ENTRY].keys() & at[Moment.EXIT].keys()
    if not both:
        return None
    first, last = (scored([at[moment][goal] for goal in both]) for moment in (Moment.ENTRY, Moment.EXIT))
    looked = [row for goal, row in at[Moment.LATER].items() if goal in both]
    return Change(
        kind=ScaleKind.GOAL, scale=rows[0].scale_id, entry=first, exit=last, least=GOAL_POINTS, goal=T_MEANT,
        later=scored(looked) if len(looked) == len(both) else None,
    )  # fmt: skip


def scored(rows: list[Measurement]) -> Reading:
    return Reading(t_score((row.value, row.weight) for row in rows), max(row.taken_on for row in rows))
