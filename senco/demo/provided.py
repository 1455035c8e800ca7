"""The provision map of three terms: a library, groups and one-to-ones, places, and the adults who run them, without clashes."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from provision.models import (
    AdultAbsence,
    Allocation,
    Intervention,
    Outcome,
    Plan,
    Provision,
    ProvisionAdult,
    ProvisionTime,
    Resource,
)
from senco.accounts.models import Membership
from senco.core.calendar import Term
from senco.demo.children import Child
from senco.demo.provided_sessions import Group, record_sessions, stamp
from senco.demo.staff import Staff
from senco.demo.words.interventions import ENTRIES, Entry
from senco.demo.world import DAY, World

TERMS = 3  # the current one (in holidays the last) and the two before
PUPILS_A_GROUP = 6  # of those on the register
FEWEST, MOST = 8, 32  # groups a term
REACH = 0.8  # share of the register that has a place
# When groups meet: no time of these runs into the next.
STARTS = [datetime.time(8, 45), datetime.time(9, 30), datetime.time(10, 45), datetime.time(11, 30),
          datetime.time(12, 15), datetime.time(13, 30), datetime.time(14, 15)]  # fmt: skip
SIGNED_IN = ("ta", "ta", "teacher", "ta", "teacher", "ta")  # whose groups come first
MISSED = ("Reading", "Maths", "Writing", "Science", "Music")  # a group on two days takes pupils out of two


@dataclass
class Taken:
    """Which hours of one term are spoken for: (weekday, time) by adult, pupil and room."""

    hours: dict[object, set] = field(default_factory=lambda: defaultdict(set))

    def free(self, whom: list, number: int, from_place: int) -> list[tuple[int, datetime.time]]:
        """`number` hours that suit everybody, spread over the week; fewer where there are no more."""
        busy = set().union(*(self.hours[one] for one in whom))
        found: dict[int, datetime.time] = {}
        for weekday in range(5):
            turned = (
                STARTS[(from_place + weekday) % len(STARTS) :]
                + STARTS[: (from_place + weekday) % len(STARTS)]
            )
            at = next((at for at in turned if (weekday, at) not in busy), None)
            if at is not None:
                found[weekday] = at
        first = from_place % 5
        days = sorted(found, key=lambda day: (day - first) * 2 % 5)[:number]
        for day in days:
            for one in whom:
                self.hours[one].add((day, found[day]))
        return [(day, found[day]) for day in sorted(days)]


def record_provided(world: World, everybody: list[Child], staff: Staff) -> None:
    """Everything of the map that stands before today, and what is to come this term."""
    library = {entry: record_entry(world, entry, staff.senco) for entry in ENTRIES}
    before: dict[int, Provision] = {}
    outcomes = outcomes_of(world)
    for term in terms_of(world):
        groups = list(groups_of(world, everybody, staff, term, library))
        for number, group in enumerate(groups):
            group.record.copied_from = before.get(number)
            before[number] = group.record
            record_places(world, group, outcomes, staff.senco)
            record_sessions(world, group, heavy=number == 0, open_ended=group.adult is staff.assistant)
    record_absences(world, staff)


def terms_of(world: World) -> list[Term]:
    """The last three that have begun, in order."""
    begun = sorted(
        (term for term in world.calendar.terms if term.starts <= world.today), key=lambda term: term.starts
    )
    return begun[-TERMS:]


def record_entry(world: World, entry: Entry, by: Membership) -> Intervention:
    saved = {"school": world.school, "saved_by": by, "saved_at": stamp(terms_of(world)[0].starts - 7 * DAY)}
    made = world.add(
        Intervention, **saved, name=entry.name, plain=entry.plain, area=entry.area, tier=entry.tier, minutes=entry.minutes,
        sessions_a_week=entry.a_week, weeks=12, group_size=entry.size, adult_role=entry.role, external=entry.external,
        evidence=entry.evidence, evidence_source="" if entry.evidence == "none" else "Our own reading of reviews of research",
    )  # fmt: skip
    if entry.kit:
        name, pence, months = entry.kit
        world.add(Resource, **saved, intervention=made, name=name, pence=pence, life_months=months)
    return made


def outcomes_of(world: World) -> dict[object, list[tuple[datetime.date, Outcome]]]:
    """Pupil → (first day of its plan, outcome), in the order in which their plans began."""
    begun = {plan.pk: plan.starts for plan in world.made(Plan)}
    found = defaultdict(list)
    for outcome in world.made(Outcome):
        if outcome.removed_at is None:
            found[outcome.pupil_id].append((begun[outcome.plan_id], outcome))
    return {pupil: sorted(of, key=lambda each: each[0]) for pupil, of in found.items()}


def groups_of(
    world: World, everybody: list[Child], staff: Staff, term: Term, library: dict[Entry, Intervention]
) -> Iterator[Group]:
    """The first is a one-to-one that a plan in law asks for; the sign-ins' come next."""
    listed = listed_in(world, everybody, term)
    count = max(FEWEST, min(MOST, len(listed) // PUPILS_A_GROUP + FEWEST))
    taken, waiting = Taken(), list(listed)
    for number in range(count):
        entry = entry_for(number)
        adult = adult_for(number, staff)
        members = members_for(entry, listed, waiting, first=number == 0)
        if members:
            yield record_group(world, entry, library[entry], adult, members, term, taken, number)


def entry_for(number: int) -> Entry:
    """A programme for one comes first; then the library in turn."""
    alone = next(entry for entry in ENTRIES if entry.name == "Speech and language programme")
    return alone if number == 0 else ENTRIES[(number - 1) % len(ENTRIES)]


def adult_for(number: int, staff: Staff) -> Membership:
    others = staff.assistants[1:] or staff.assistants
    if number < len(SIGNED_IN):
        return staff.assistant if SIGNED_IN[number] == "ta" else staff.teacher
    return others[number % len(others)]


def listed_in(world: World, everybody: list[Child], term: Term) -> list[Child]:
    """On the register today and here for the whole term: plans in law first, then the sign-in parent's child, then as the dice fall."""
    here = [
        child for child in everybody
        if child.status in "KE" and not child.left and child.pupil.joined_on <= term.starts
    ]  # fmt: skip
    kept = [child for child in here if child.home.known or child.status == "E" or world.chance(REACH)]
    return sorted(kept, key=lambda child: (child.status != "E", not child.home.known))


def members_for(entry: Entry, listed: list[Child], waiting: list[Child], *, first: bool) -> list[Child]:
    """As many as the group holds: those without a place first, of the area where there are enough; a pupil may be in several groups."""
    size = min(entry.size, len(listed))
    if first:
        return listed[:1]
    if len(waiting) < size:
        waiting += [child for child in listed if child not in waiting]
    members = waiting[:size]
    del waiting[:size]
    return members


def record_group(
    world: World, entry: Entry, intervention: Intervention, adult: Membership, members: list[Child], term: Term, taken: Taken,
    number: int,
) -> Group:  # fmt: skip
    """From the second week of the term to the week before its last day."""
    by = next(member for member in world.made(Membership) if member.role == "senco")
    saved = {"school": world.school, "saved_by": by, "saved_at": stamp(term.starts - 3 * DAY)}
    starts, ends = term.starts + 5 * DAY, term.ends - DAY
    made = world.add(
        Provision, **saved, intervention=intervention, name=group_name(entry, members, number), place=entry.place, starts=starts,
        ends=ends, agreed_size=entry.size,
    )  # fmt: skip
    whom = [adult.pk, entry.place, *(child.pupil.pk for child in members)]
    hours = taken.free(whom, entry.a_week, number)
    times = [
        world.add(
            ProvisionTime,
            **saved,
            provision=made,
            weekday=day,
            at=at,
            minutes=entry.minutes,
            starts=starts,
            misses=MISSED[(day + number) % len(MISSED)],
        )  # fmt: skip
        for day, at in hours
    ]
    world.add(ProvisionAdult, **saved, provision=made, membership=adult, starts=starts)
    return Group(made, adult, members, times)


def group_name(entry: Entry, members: list[Child], number: int) -> str:
    if entry.size == 1:
        return f"{entry.name}: {members[0].forename}"
    return f"{entry.name} {number}"


def record_places(world: World, group: Group, outcomes: dict, by: Membership) -> None:
    provision = group.record
    for child in group.members:
        known = [each for begun, each in outcomes.get(child.pupil.pk, ()) if begun <= provision.ends]
        fitting = [each for each in known if each.area == provision.intervention.area]
        world.add(
            Allocation, school=world.school, saved_by=by, saved_at=provision.saved_at, pupil=child.pupil, provision=provision,
            outcome=(fitting or known or [None])[-1], required=child.status == "E" and len(group.members) == 1,
            starts=provision.starts,
        )  # fmt: skip


def record_absences(world: World, staff: Staff) -> None:
    """One assistant is away today and tomorrow, one was for three days."""
    away = staff.assistants[1:] or staff.assistants
    for number, (first, last) in enumerate(((0, -1), (10, 8))):
        starts, ends = world.ago(first), world.ago(last)
        world.add(
            AdultAbsence, school=world.school, saved_by=staff.senco, saved_at=stamp(starts), membership=away[number % len(away)],
            starts=starts, ends=ends,
        )  # fmt: skip
