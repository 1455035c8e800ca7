"""From rows to pounds: a school's costs counted by hand, in one term."""

import datetime

import pytest

from provision import models
from provision.queries.costs.counting import costs_in
from provision.queries.costs.loading import load_facts
from provision.queries.costs.pages import pupil_costs, school_costs
from senco.access.context import acting_as
from tests.factories import as_owner, person
from tests.factories.provided import STARTS, intervention, mark, provision, session

from .conftest import AUTUMN, TODAY, asked, rate_of

pytestmark = pytest.mark.django_db
MONDAYS = [STARTS + datetime.timedelta(weeks=week) for week in range(15)]  # 7 September to 14 December


def counted(senco):
    with acting_as(senco):
        facts = load_facts(senco, AUTUMN.first, AUTUMN.last)
        return costs_in(facts, AUTUMN, TODAY)


def test_fifteen_mondays_of_half_an_hour(senco, rate, group, children):
    costs = counted(senco)
    assert costs.total().planned == 15 * 862
    by_pupil = {pupil: amounts.planned for pupil, amounts in costs.by(lambda cell: cell.pupil).items()}
    assert by_pupil[None] == 6465  # two empty places of four
    assert sorted(by_pupil[child.pk] for child in children) == [3232, 3233]


def test_planned_is_delivered_where_every_session_ran(senco, rate, group):
    for day in MONDAYS[:12]:  # those until 26 November
        session(group, day, planned_minutes=30)
    total = counted(senco).total()
    assert total.to_date == total.delivered == 12 * 862
    assert total.forecast == total.planned


def test_what_did_not_run_or_was_cut_short_costs_less(senco, rate, group):
    session(group, MONDAYS[0], planned_minutes=30)
    session(group, MONDAYS[1], planned_minutes=30, minutes=15)
    session(group, MONDAYS[2], state="not_run", reason="adult")
    total = counted(senco).total()
    assert total.delivered == 862 + 431
    assert total.forecast == 862 + 431 + 3 * 862


def test_on_a_closed_day_nothing_is_due(senco, rate, group):
    from senco.accounts.models import Closure

    with as_owner():
        Closure.objects.create(
            school=senco.school,
            name="Half term",
            starts=MONDAYS[7],
            ends=MONDAYS[7] + datetime.timedelta(days=4),
        )
    assert counted(senco).total().planned == 14 * 862


def test_rotating_pupils_pay_for_what_they_came_to(senco, rate, group, children):
    with as_owner():
        models.CostSettings.objects.create(school=senco.school, saved_by=senco, size_rule="attendance")
    first = session(group, MONDAYS[0], planned_minutes=30)
    mark(first, children[0])
    mark(first, children[1], "absent")
    costs = counted(senco)
    delivered = {pupil: amounts.delivered for pupil, amounts in costs.by(lambda cell: cell.pupil).items()}
    assert delivered == {children[0].pk: 862, children[1].pk: 0}
    assert costs.total().planned == 15 * 862


def test_a_kit_costs_its_days_and_is_shared_by_minutes(senco, rate, group, children, talk_time):
    with as_owner():
        models.Resource.objects.create(
            school=senco.school, saved_by=senco, intervention=talk_time, name="Kit", pence=36500, bought_on=AUTUMN.first,
        )  # fmt: skip
    things = [cell for cell in counted(senco).cells if cell.thing]
    assert {cell.pupil for cell in things} == {child.pk for child in children}
    assert sum(cell.planned for cell in things) == 100 * 103  # £1 a day for 103 days
    assert {cell.planned for cell in things} == {5150}


def test_a_kit_that_each_group_needs_is_bought_for_each(senco, rate, group, talk_time):
    provision(talk_time, by=senco, pupils=(), times=())
    with as_owner():
        models.Resource.objects.create(
            school=senco.school, saved_by=senco, intervention=talk_time, name="Kit", pence=36500, bought_on=AUTUMN.first,
            shared=False,
        )  # fmt: skip
    assert sum(cell.planned for cell in counted(senco).cells if cell.thing) == 2 * 100 * 103


def test_what_everybody_gets_is_listed_at_no_cost(senco, rate, children):
    of = intervention(by=senco, name="Word walls", tier="1")
    provision(of, by=senco, pupils=children)
    with acting_as(senco):
        found = pupil_costs(senco, children[0], asked())
    assert [(line.what, line.free, line.amounts.planned) for line in found.lines] == [("Word walls", True, 0)]
    assert counted(senco).total().planned == 0


def test_every_table_has_the_same_total(senco, rate, group, children):
    adults = [person("ta", at=senco.school), person("ta", at=senco.school)]
    provision(by=senco, pupils=children[:1], adults=adults, times=((1, "10:00", 20), (3, "10:00", 20)))
    rate_of(senco, "teacher", 4000)
    with acting_as(senco):
        found = school_costs(senco, asked())
    assert found.total.planned > 15 * 862
    assert len(found.tables) == 4
    for table in found.tables:
        assert sum(line.amounts.planned for line in table.lines) == found.total.planned
    assert sum(line.planned for line in found.adults) == pytest.approx(found.total.planned, abs=3)


def test_money_and_what_is_left(senco, rate, group, children):
    with as_owner():
        models.Budget.objects.create(
            school=senco.school, saved_by=senco, kind="notional", pence=365_00, starts=AUTUMN.first,
            ends=AUTUMN.first + datetime.timedelta(days=364),
        )  # fmt: skip
        models.TopUp.objects.create(
            school=senco.school, saved_by=senco, pupil=children[0], pence=3650_00, starts=AUTUMN.first
        )
    with acting_as(senco):
        found = school_costs(senco, asked())
    assert found.money.total == 103_00 + 1030_00
    assert found.left == found.money.total - found.total.forecast
    [line] = [line for line in found.pupils if line.pupil == children[0]]
    assert line.top_up == 1030_00


def test_another_schools_rates_and_groups_are_not_counted(senco, rate, group):
    far = person("senco")
    assert counted(far).total().planned == 0
