"""The demo school's measures: within their scales, in order of time, and with something to keep and something to stop."""

from collections import defaultdict

import pytest

from provision.effect import verdict
from provision.impact_choices import Verdict
from provision.models import Allocation, Intervention, Measurement, Provision
from provision.queries.progress.changes import of_values
from senco.demo.progress import NO_USE
from tests.demo.conftest import TODAY, built


@pytest.fixture(scope="module")
def world():
    return built(1050)


def test_every_value_can_be(world):
    made = world.made(Measurement)
    assert len(made) > 500
    assert all(not row.scale.fault_of(row.value) and not row.scale.fault_of(row.target) for row in made)
    assert all(row.taken_on < TODAY for row in made)
    assert len({(row.pupil_id, row.scale_id, row.taken_on) for row in made if not row.moment}) == len(
        [row for row in made if not row.moment]
    )


def test_something_is_to_be_kept_and_something_to_be_stopped(world):
    places = {row.pk: row.provision_id for row in world.made(Allocation)}
    groups = {row.pk: row for row in world.made(Provision)}
    names = {row.pk: row.name for row in world.made(Intervention)}
    by_place = defaultdict(list)
    for row in world.made(Measurement):
        if row.moment:
            by_place[row.place_id].append(row)
    cycles = defaultdict(lambda: defaultdict(list))
    for place, rows in by_place.items():
        group = groups[places[place]]
        if change := of_values(rows):
            cycles[names[group.intervention_id]][group.starts].append(change)
    verdicts = {name: verdict(dict(sorted(of.items()))) for name, of in cycles.items()}
    assert {name for name, found in verdicts.items() if found == Verdict.STOP} == NO_USE
    assert Verdict.KEEP in verdicts.values()
