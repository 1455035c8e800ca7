"""What would change: an adult leaves, pupils join, rates rise. Today's figures stay as they are."""

import datetime
from fractions import Fraction

import pytest

from provision import models
from provision.queries.costs.what_if import compared
from provision.what_if import Scenario
from senco.access.context import acting_as
from tests.factories import as_owner, person
from tests.factories.provided import provision

from .conftest import AUTUMN, asked

pytestmark = pytest.mark.django_db
START = AUTUMN.first


def result(senco, **facts):
    with acting_as(senco):
        return compared(senco, asked(today=START - datetime.timedelta(days=1)), Scenario(on=START, **facts))


def test_nothing_asked_changes_nothing(senco, rate, group):
    same = result(senco)
    assert same.difference == 0 and same.today.forecast == 15 * 862


def test_a_rise_of_four_per_cent(senco, rate, group):
    risen = result(senco, rise=Fraction(4, 100))
    assert risen.difference == round(15 * 862 * 0.04)


def test_an_adult_who_leaves_a_group_to_nobody(senco, rate, group):
    ada = person("ta", at=senco.school)
    alone = provision(by=senco, pupils=(), adults=[ada], times=((1, "10:00", 60),))
    assert alone.name
    gone = result(senco, leaver=ada.pk)
    assert gone.effects.stopped == (alone.name,)
    assert gone.effects.minutes_lost == 60
    assert gone.difference == -15 * 1724  # fifteen Tuesdays


def test_a_group_with_somebody_else_goes_on(senco, rate, children):
    adults = [person("ta", at=senco.school) for _ in range(2)]
    provision(by=senco, pupils=children, adults=adults, times=((1, "10:00", 60),))
    gone = result(senco, leaver=adults[0].pk)
    assert gone.effects.stopped == () and gone.effects.minutes_lost == 60
    assert gone.today.forecast == 2 * gone.then.forecast
    assert gone.then.pupils == 2


def test_pupils_who_join_take_empty_places_first(senco, rate, group, talk_time):
    joined = result(senco, joiners=2, joins=talk_time.pk)
    assert (joined.effects.into_empty_places, joined.effects.opened) == (2, 0)
    assert joined.difference == 0
    assert joined.then.pupils == joined.today.pupils + 2


def test_and_then_groups_are_opened(senco, rate, group, talk_time):
    """Three sessions of 20 minutes a week for twelve weeks: £17.24 a week."""
    joined = result(senco, joiners=7, joins=talk_time.pk)
    assert (joined.effects.into_empty_places, joined.effects.opened) == (2, 2)
    assert joined.difference == 2 * 12 * 1724


def test_nothing_is_written(senco, rate, group, talk_time):
    with as_owner():
        before = [
            list(model.objects.values()) for model in (models.Provision, models.Allocation, models.StaffRate)
        ]
    result(senco, joiners=7, joins=talk_time.pk, rise=Fraction(1, 10))
    with as_owner():
        after = [
            list(model.objects.values()) for model in (models.Provision, models.Allocation, models.StaffRate)
        ]
    assert before == after
