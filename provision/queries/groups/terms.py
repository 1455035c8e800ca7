"""The term that new groups are set up in, and what it takes over from the one before."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from provision.models import Provision
from provision.new_group import NewGroup, WeekTime
from provision.queries.groups.finding import groups_for, holds
from senco.accounts.queries import calendar_of
from senco.core.calendar import SchoolCalendar, Term, next_term, term_on


def term_for(calendar: SchoolCalendar, day: datetime.date) -> Term | None:
    """The term of the day, or the next one in the holidays; None where none is entered."""
    return term_on(day, calendar) or next_term(day, calendar)


def terms_ahead(school, day: datetime.date) -> list[Term]:
    """The term of the day and those after it."""
    return [term for term in calendar_of(school).terms if term.ends >= day]


@dataclass(frozen=True)
class Offer:
    """A group as it would go on in a term; `left` names pupils who are no longer on roll, `gone` adults who have left."""

    group: Provision
    copy: NewGroup
    left: list[str]
    gone: list[str]
    already: bool


def offers(membership, term: Term, today: datetime.date) -> list[Offer]:
    """The groups of the term before: those that last on its final day or end within it, each as it would go on."""
    before = [each for each in calendar_of(membership.school).terms if each.ends < term.starts]
    if not before:
        return []
    last = before[-1]
    groups = list(
        groups_for(membership).filter(ends__gte=last.starts, ends__lte=term.starts).order_by("name", "pk")
    )
    copied = set(
        Provision.objects.visible_to(membership)
        .kept()
        .within(term.starts, term.ends)
        .filter(copied_from__in=groups)
        .values_list("copied_from_id", flat=True)
    )
    return [offer(group, term, today, already=group.pk in copied) for group in groups]


def offer(group: Provision, term: Term, today: datetime.date, *, already: bool) -> Offer:
    """A group as it would go on in a term, with whoever is left out."""
    places = [row for row in group.kept_places if holds(row, group.ends)]
    adults = [row for row in group.kept_adults if holds(row, group.ends)]
    staying = [row for row in places if row.pupil.left_on is None or row.pupil.left_on > term.starts]
    working = [row for row in adults if row.membership and not has_left(row.membership)]
    copy = NewGroup(
        intervention=group.intervention,
        name=group.name,
        place=group.place,
        starts=term.starts,
        ends=term.ends,
        agreed_size=group.agreed_size,
        times=tuple(
            WeekTime(time.weekday, time.at, time.minutes, time.weeks, time.misses)
            for time in group.kept_times
            if holds(time, group.ends)
        ),
        adults=tuple(row.membership for row in working),
        adult_words=next((row.adult_words for row in adults if row.adult_words), ""),
        pupils=tuple(row.pupil for row in staying),
        required=frozenset(row.pupil_id for row in staying if row.required),
        outcomes={row.pupil_id: row.outcome for row in staying if row.outcome},
        copied_from=group,
    )
    return Offer(
        group,
        copy,
        [row.pupil.name for row in places if row not in staying],
        [row.who for row in adults if row.membership and row not in working],
        already,
    )


def has_left(membership) -> bool:
    return membership.ends is not None and membership.ends <= timezone.now()
