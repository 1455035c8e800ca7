"""Every number of pupils that the command accepts makes a school, whatever the dice say."""

import datetime

import pytest

from register.models import Pupil, SenStatus, TeachingGroup
from senco.demo.building import FEWEST_PUPILS, MOST_PUPILS, build_school
from senco.demo.sharing import most_like
from senco.demo.timetable import form_letter
from tests.demo.conftest import built


@pytest.mark.parametrize("seed", [2026, *range(1, 16)])
@pytest.mark.parametrize("pupils", [FEWEST_PUPILS, 80])
def test_small_schools(pupils, seed):
    world = built.__wrapped__(pupils, seed)
    assert sum(pupil.left_on is None for pupil in world.made(Pupil)) == pupils
    first = most_like(world, "E", but_not=None)
    second = most_like(world, "K", but_not=first)
    assert first is not second and first.left_on is None and second.left_on is None


def test_the_pupils_shared_are_the_right_ones_where_there_are_any():
    world = built(300)
    standing = {each.pupil_id: each.provision for each in world.made(SenStatus) if not each.ends}
    for provision in ("E", "K"):
        assert standing[most_like(world, provision, but_not=None).pk] == provision


@pytest.mark.parametrize(("pupils", "seed"), [(1577, 1), (1600, 2026), (2600, 2), (MOST_PUPILS, 3)])
def test_large_schools_have_a_name_for_every_form(pupils, seed):
    world = built.__wrapped__(pupils, seed)
    names = [group.name for group in world.made(TeachingGroup)]
    assert len(names) == len(set(names))
    assert {pupil.form for pupil in world.made(Pupil) if pupil.left_on is None} <= set(names)


@pytest.mark.parametrize(
    "today", [datetime.date(2026, 9, 1), datetime.date(2027, 8, 31), datetime.date(2028, 2, 29)]
)
def test_any_day_of_the_year(today):
    build_school(number=0, pupils=FEWEST_PUPILS, seed=15, today=today, password="!")


def test_letters_go_on_after_z():
    assert [form_letter(number) for number in (0, 9, 10, 25, 26, 51)] == ["A", "J", "K", "Z", "AA", "ZZ"]
