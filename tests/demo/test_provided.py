"""The demo school's provision map: three terms, nobody in two places at once, most of it delivered."""

import datetime
from collections import Counter, defaultdict

import pytest

from provision.models import (
    Allocation,
    Intervention,
    Plan,
    Provision,
    ProvisionAdult,
    ProvisionTime,
    Session,
    SessionMark,
)
from senco.core.calendar import is_school_day, term_on
from senco.demo.provided import terms_of
from tests.demo.conftest import TODAY, built

DAYS = [
    datetime.date(2026, 9, 1), datetime.date(2026, 12, 27), datetime.date(2027, 4, 1), datetime.date(2027, 8, 20),
    datetime.date(2028, 2, 29),
]  # fmt: skip


def hours(world):
    """(who or where, first day of the provision) → hours of the week, each (weekday, from, until)."""
    found = defaultdict(list)
    adults = {row.provision_id: row.membership_id for row in world.made(ProvisionAdult)}
    pupils = defaultdict(list)
    for place in world.made(Allocation):
        pupils[place.provision_id].append(place.pupil_id)
    for time in world.made(ProvisionTime):
        start = time.at.hour * 60 + time.at.minute
        for whom in (adults[time.provision_id], time.provision.place, *pupils[time.provision_id]):
            found[whom, time.starts].append((time.weekday, start, start + time.minutes))
    return found


def clashes(of: list[tuple]) -> list:
    ranked = sorted(of)
    return [(a, b) for a, b in zip(ranked, ranked[1:], strict=False) if a[0] == b[0] and b[1] < a[2]]


@pytest.mark.parametrize("pupils", [60, 1050])
def test_nobody_is_in_two_places_at_once(pupils):
    found = hours(built(pupils))
    assert found and not [whom for whom, of in found.items() if clashes(of)]
    assert clashes([(0, 540, 560), (0, 550, 570)])  # control


@pytest.mark.parametrize("today", [TODAY, *DAYS], ids=str)
def test_three_terms_and_the_last_is_the_one_of_today(today):
    world = built(120, 3, today)
    starts = sorted({row.starts for row in world.made(Provision)})
    assert len(starts) == 3
    assert [term_on(day, world.calendar) for day in starts] == terms_of(world)
    assert all(row.day < today and is_school_day(row.day, world.calendar) for row in world.made(Session))
    assert all(row.starts >= row.pupil.joined_on for row in world.made(Allocation))


def test_as_many_groups_as_a_large_school_has():
    world = built(1050)
    current = max(row.starts for row in world.made(Provision))
    groups = [row for row in world.made(Provision) if row.starts == current]
    times = Counter(row.provision_id for row in world.made(ProvisionTime))
    assert 25 <= len(groups) <= 35
    assert all(times[row.pk] for row in groups)
    assert len(world.made(Intervention)) >= 12


def test_most_is_delivered_and_a_plan_in_law_goes_short():
    world = built(1050)
    states = Counter(row.state for row in world.made(Session))
    marks = Counter(row.mark for row in world.made(SessionMark))
    assert 0.85 < states["ran"] / states.total() * (marks["present"] + marks["short"]) / marks.total() < 0.93
    assert len({row.reason for row in world.made(Session)}) >= 6
    required = {row.provision_id for row in world.made(Allocation) if row.required}
    shares = {
        key: sum(row.state == "ran" for row in of) / len(of)
        for key in required
        if len(of := [row for row in world.made(Session) if row.provision_id == key]) > 10
    }
    assert min(shares.values()) < 0.7 < max(shares.values())


def test_places_serve_outcomes_of_the_same_pupil():
    world = built(1050)
    begun = {plan.pk: plan.starts for plan in world.made(Plan)}
    served = [row for row in world.made(Allocation) if row.outcome]
    assert len(served) > 100 and all(row.outcome.pupil_id == row.pupil_id for row in served)
    assert all(begun[row.outcome.plan_id] <= row.provision.ends for row in served)


def test_the_sign_ins_run_groups_this_term():
    world = built(300)
    current = max(row.starts for row in world.made(Provision))
    run = {row.membership.email for row in world.made(ProvisionAdult) if row.starts == current}
    assert {"ta@larkfield.example", "teacher@larkfield.example"} <= run
