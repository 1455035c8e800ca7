"""From measures in the database to verdicts, lists and costs."""

import pytest
from django.urls import reverse
from django.utils import timezone

from provision.impact_choices import Verdict
from provision.models import Measurement, StaffRate
from provision.queries.progress.advice import without_progress
from provision.queries.progress.changes import finished
from provision.queries.progress.due import to_measure
from provision.queries.progress.impact import impact_of_one, impact_of_school
from register.models import PupilCharacteristic, SenNeed
from senco.access.context import acting_as
from senco.core.calendar import school_year_of
from tests.factories import access, as_owner, person
from tests.factories.measured import measure, scale, went
from tests.factories.plans import outcome, plan
from tests.factories.provided import mark, session
from tests.provision.progress.conftest import ago

pytestmark = pytest.mark.django_db


def measured(scene, number: int, gains: list[int], **fields):
    """The pupils of one group, each with a gain of so many points, at the end of the group."""
    for child, gain in zip(scene.pupils, gains, strict=False):
        held = scene.places[child.legal_forename, number]
        went(held, scene.score, 80, 80 + gain, ended=held.provision.ends, **fields)


def seen(scene, by=None):
    """What the page of the school shows, over all years in which something was measured."""
    by, today = by or scene.senco, timezone.localdate()
    with acting_as(by):
        days = [each.day for each in finished(by)]
        return [impact_of_school(by, year, today) for year in sorted({school_year_of(day) for day in days})]


def test_a_pair_needs_a_start_and_an_end(scene):
    held = scene.places["Ada", 0]
    first = measure(held.pupil, scene.score, 80, ago(300), place=held, moment="entry")
    with acting_as(scene.senco):
        assert finished(scene.senco) == []
    measure(held.pupil, scene.score, 90, ago(216), place=held, moment="exit")
    with acting_as(scene.senco):
        assert [each.change.gain for each in finished(scene.senco)] == [10]
    with as_owner():
        Measurement.objects.filter(pk=first.pk).update(removed_at=timezone.now())
    with acting_as(scene.senco):
        assert finished(scene.senco) == []


def test_several_goals_of_a_pupil_are_one_score(scene):
    goals, held = scale(by=scene.senco, kind="goal"), scene.places["Ada", 0]
    for goal, first, last in (("Waits", -2, 1), ("Asks", -1, 0)):
        measure(held.pupil, goals, first, ago(300), place=held, moment="entry", goal=goal)
        measure(held.pupil, goals, last, ago(216), place=held, moment="exit", goal=goal)
    measure(held.pupil, goals, -2, ago(300), place=held, moment="entry", goal="Never looked at again")
    with acting_as(scene.senco):
        [each] = finished(scene.senco)
    assert each.change.entry.value == pytest.approx(50 + 10 * -3 / 2.6**0.5)
    assert each.change.exit.value == pytest.approx(50 + 10 * 1 / 2.6**0.5)
    assert each.change.met and each.change.gained


@pytest.mark.parametrize(
    ("before", "last", "verdict"),
    [([6] * 5, [6] * 5, Verdict.KEEP), ([0] * 5, [-1] * 5, Verdict.STOP), ([6] * 5, [0] * 5, Verdict.WATCH)],
)
def test_the_verdict_of_two_terms(scene, before, last, verdict):
    measured(scene, 1, before)
    measured(scene, 2, last)
    assert {line.verdict for one in seen(scene) for line in one.lines} == {verdict}


def test_what_was_measured_long_ago_is_shown_in_its_own_year(scene):
    measured(scene, 0, [6, 6, 6, 6, 6])
    measured(scene, 2, [1, 1])
    shown = seen(scene)
    assert sum(line.pupils for one in shown for line in one.lines) in (
        5,
        7,
    )  # one year or two, by the day this runs
    assert len(shown) == len({school_year_of(scene.groups[n].ends) for n in (0, 2)})


def test_cost_for_each_pupil_helped_is_for_those_who_may_know(scene, acting):
    """Three sessions of twenty minutes on the last day of the group are an hour of an assistant."""
    measured(scene, 2, [6, 6, 0, 0, 0])
    group = scene.groups[2]
    held = [session(group, group.ends, at=at) for at in ("09:30", "10:30", "11:30")]
    for each in held:
        for child in scene.pupils:
            mark(each, child)
    with as_owner():
        StaffRate.objects.create(
            school=scene.here,
            saved_by=scene.senco,
            card="school",
            adult_role="ta",
            pence=1800,
            valid_from=ago(900),
        )
    year = {"year": school_year_of(group.ends)}
    for reader, pence in (
        (scene.senco, 1800),
        (person("head", at=scene.here), 1800),
        (person("admin", at=scene.here), None),
    ):
        lines = acting(reader).get(reverse("provision:impact"), year)
        [line] = lines.context["impact"].lines
        assert (line.gained.part, line.pence) == (2, pence)
        assert ("£9.00" in lines.content.decode()) is (pence is not None)


def test_parts_by_need_year_and_free_meals(scene):
    measured(scene, 2, [6, 6, 0])
    with as_owner():
        for child, need in zip(scene.pupils, ("SLCN", "SLCN", "ASD"), strict=False):
            SenNeed.objects.create(school=scene.here, pupil=child, need_type=need, rank=1, starts=ago(400))
        PupilCharacteristic.objects.create(
            school=scene.here, pupil=scene.pupils[2], kind="FSM", starts=ago(400)
        )
    with acting_as(scene.senco):
        year = school_year_of(scene.groups[2].ends)
        one = impact_of_one(scene.senco, scene.talk, year, timezone.localdate())
    by_need, by_year, by_meals = (parts for _title, _heading, parts in one.tables)
    assert [(part.pupils, part.gained.part) for part in by_need] == [(1, 0), (2, 2)]
    assert sum(part.pupils for part in by_year) == 3
    assert {part.label: part.gained.part for part in by_meals} == {"Eligible": 0, "Not eligible": 2}


def test_a_teacher_reads_those_of_own_pupils_only(scene, teacher):
    measured(scene, 2, [6, 6, 6])
    with acting_as(teacher):
        assert [each.pupil.pk for each in finished(teacher)] == [scene.pupils[0].pk]


def moments(scene) -> list[tuple]:
    with acting_as(scene.senco):
        return [
            (row.provision.pk, row.moment, len(row.pupils))
            for row in to_measure(scene.senco, timezone.localdate())
        ]


def test_what_is_to_be_measured_next(scene):
    """The last group ended 16 days ago; the one before 116 days ago, and a term has passed since."""
    middle, last = scene.groups[1:]
    assert moments(scene) == []  # what was never measured at its start has no change any more
    for child in scene.pupils:
        measure(child, scene.score, 80, ago(100), place=scene.places[child.legal_forename, 2], moment="entry")
    assert moments(scene) == [(last.pk, "exit", 5)]
    held = scene.places["Ada", 1]
    went(held, scene.score, 80, 90, ended=ago(110))
    assert (middle.pk, "later", 1) in moments(scene)
    measure(held.pupil, scene.score, 88, ago(5), place=held, moment="later")
    assert moments(scene) == [(last.pk, "exit", 5)]


def named(scene) -> list[tuple]:
    with acting_as(scene.senco):
        rows = without_progress(scene.senco, timezone.localdate())
        return [(row.pupil.legal_forename, len(row.reasons), row.shared) for row in rows]


def test_two_interventions_without_a_gain_ask_for_advice(scene):
    for number, gains in enumerate(([0, 0, 6], [6, 0, 0], [0, 0, 0])):
        measured(scene, number, gains)
    assert named(scene) == [("Ben", 1, False), ("Cal", 1, False)]  # Ada gained in the second of her last two
    access(person("professional", at=scene.here), scene.pupils[1])
    assert named(scene) == [("Ben", 1, True), ("Cal", 1, False)]


def test_two_plans_without_an_outcome_met_ask_for_advice(scene):
    child = scene.pupils[0]
    for number, result in ((1, "not_yet"), (2, "not_yet")):
        made = plan(
            child,
            by=scene.senco,
            steps=("begun", "in_force", "reviewed"),
            number=number,
            starts=ago(400 - 100 * number),
            review_on=ago(350 - 100 * number),
        )
        goal = outcome(made)
        with as_owner():
            type(goal).objects.filter(pk=goal.pk).update(result=result)
    assert named(scene) == [("Ada", 1, False)]
    with as_owner():
        type(goal).objects.filter(pk=goal.pk).update(result="partly")
    assert named(scene) == []


PAGES = ("provision:impact", "provision:measures_due", "provision:advice_due", "provision:scales")


@pytest.mark.parametrize("name", PAGES)
def test_queries_do_not_grow_with_pupils(scene, acting, count_queries, name):
    browser = acting(scene.senco)
    measured(scene, 1, [0])
    measured(scene, 2, [0])
    few = count_queries(browser, reverse(name))
    for number in (1, 2):
        for child in scene.pupils[1:]:
            held = scene.places[child.legal_forename, number]
            went(held, scene.score, 80, 80, ended=held.provision.ends)
    assert count_queries(browser, reverse(name)) == few
