"""Support plans of the demo school: whose, in which states, on which days, and that every row could have been typed."""

import datetime
from collections import Counter

import pytest
from django.utils import timezone

from provision import models
from provision.choices import GOES_ON, Audience, StepKind
from provision.letters.plan import PlanPaper
from register.models import Pupil, SenStatus
from senco.accounts.models import Membership
from senco.core.calendar import is_school_day, term_on
from senco.demo.cycles.steps import FREEZES
from tests.demo.conftest import TODAY, built
from tests.demo.plans import rows_of, series_of, state_after, states_of, steps_of
from tests.demo.test_school import DAYS

CLOSED = {"reviewed", "archived"}


def listed(world) -> set:
    """Keys of the pupils on roll who have SEN today."""
    here = {pupil.pk for pupil in world.made(Pupil) if pupil.left_on is None}
    return {
        row.pupil_id
        for row in world.made(SenStatus)
        if row.ends is None and row.provision != "N" and row.pupil_id in here
    }


def present_states(world) -> list[str]:
    """The state of the last plan of everybody on the register."""
    states, on_register = states_of(world), listed(world)
    return [states[plans[-1].pk] for pupil, plans in series_of(world).items() if pupil in on_register]


# Shares ------------------------------------------------------------------------------------------------------------------


def test_nearly_everybody_on_the_register_has_a_plan_and_a_few_have_none(school_of):
    world = school_of(1050)
    without = listed(world) - set(series_of(world))
    assert 0 < len(without) < 0.1 * len(listed(world))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_on_any_day_most_present_plans_are_in_force_and_some_are_not(school_of, today):
    present = Counter(present_states(school_of(1050, today=today)))
    assert present["in_force"] > 0.5 * present.total()
    for state in ("draft", "ready", "shared"):
        assert 0 < present[state] < 0.25 * present.total(), state
    assert not present["reviewed"] and not present["archived"]


def test_a_few_are_overdue_for_review_and_some_are_due(school_of):
    world = school_of(1050)
    states = states_of(world)
    reviews = [plan.review_on for plan in world.made(models.Plan) if states[plan.pk] == "in_force"]
    assert 0 < sum(day < TODAY for day in reviews) < 0.12 * len(reviews)
    assert any(TODAY <= day <= TODAY + datetime.timedelta(days=14) for day in reviews)


def test_results_of_reviewed_outcomes_are_mixed(school_of):
    results = Counter(row.result for row in school_of(1050).made(models.Outcome) if row.result)
    share = {result: count / results.total() for result, count in results.items()}
    assert 0.35 < share["met"] < 0.6 and 0.1 < share["partly"] < 0.35
    assert 0.1 < share["not_yet"] < 0.35 and 0.02 < share["stopped"] < 0.15


def test_those_with_sen_for_two_years_have_six_plans(school_of):
    world = school_of(1050)
    lengths = Counter(len(plans) for plans in series_of(world).values())
    assert max(lengths) == 6 and lengths[6] > 30 and lengths[1] > 10


def test_shared_plans_are_answered_or_wait(school_of):
    world = school_of(1050)
    states, answers = states_of(world), rows_of(world, models.PlanResponse)
    shared = [plan for plan in world.made(models.Plan) if states[plan.pk] == "shared"]
    answered = [plan for plan in shared if answers[plan.pk]]
    assert answered and len(answered) < len(shared)
    assert {row.speaker for row in world.made(models.PlanResponse)} == {"parent", "pupil"}
    assert {row.answer for row in world.made(models.PlanResponse)} == {
        "yes",
        "partly",
        "talk",
        "comment",
        "no",
    }


def test_words_of_others_name_whose_they_are(school_of):
    world = school_of(1050)
    members = {member.pk: member for member in world.made(Membership)}
    for row in world.made(models.PlanResponse):
        own = members[row.by_id].role == "parent"
        assert bool(row.speaker_name) is not own
        assert not own or row.speaker == "parent"


def test_concerns_that_led_to_support_are_quoted_once(school_of):
    pulled = school_of(1050).made(models.PulledConcern)
    assert len(pulled) > 20
    assert len({row.concern_id for row in pulled}) == len(pulled)
    began = {plan.pk: plan.begun_at for plan in school_of(1050).made(models.Plan)}
    assert all(row.raised_on < began[row.plan_id].date() for row in pulled)


# Days --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_days_are_in_order_and_inside_terms(school_of, today):
    world = school_of(120, seed=3, today=today)
    steps = steps_of(world)
    for plans in series_of(world).values():
        assert [plan.number for plan in plans] == list(range(1, len(plans) + 1))
        assert [plan.previous for plan in plans] == [None, *plans[:-1]]
        for plan, following in zip(plans, [*plans[1:], None], strict=True):
            days = [step.at.date() for step in steps[plan.pk]]
            assert all(is_school_day(day, world.calendar) for day in (*days, plan.starts, plan.review_on))
            assert term_on(plan.starts, world.calendar) and term_on(plan.review_on, world.calendar)
            assert plan.begun_at.date() < plan.starts < plan.review_on
            assert plan.review_on <= plan.starts + datetime.timedelta(days=366)
            assert not following or steps[plan.pk][-1].at < following.begun_at
            assert not following or plan.starts < following.starts


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_nothing_of_a_plan_is_in_the_future_or_before_the_status(school_of, today):
    world = school_of(120, seed=3, today=today)
    now = timezone.make_aware(datetime.datetime.combine(today, datetime.time(7)))
    moments = {
        models.Plan: "begun_at", models.PlanStep: "at", models.PlanSection: "saved_at", models.Outcome: "saved_at", models.Seen: "at",
        models.PlanVersion: "at", models.PlanResponse: "at", models.PulledConcern: "at", models.Score: "saved_at",
    }  # fmt: skip
    for model, field in moments.items():
        assert all(getattr(row, field) <= now for row in world.made(model)), model
    first: dict = {}
    for status in world.made(SenStatus):
        if status.provision != "N":
            first.setdefault(status.pupil_id, status.starts)
    assert all(plan.begun_at.date() >= first[plan.pupil_id] for plan in world.made(models.Plan))
    started = {plan.pk: plan.starts for plan in world.made(models.Plan)}
    assert all(started[note.plan_id] < note.on < today for note in world.made(models.Seen))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_state_follows_from_steps_that_the_process_allows(school_of, today):
    world = school_of(120, seed=3, today=today)
    assert set(states_of(world)) == {plan.pk for plan in world.made(models.Plan)}
    states = states_of(world)
    for plans in series_of(world).values():
        assert all(states[plan.pk] in CLOSED for plan in plans[:-1])


def test_control_a_step_out_of_order_is_noticed(school_of):
    steps = next(steps for steps in steps_of(school_of(120, seed=3)).values() if len(steps) > 3)
    with pytest.raises((AssertionError, StopIteration)):
        state_after([steps[0], *reversed(steps[1:])])


# What is written ---------------------------------------------------------------------------------------------------------


def test_no_outcome_in_a_plan_in_force_lacks_what_a_review_asks_for(school_of):
    world = school_of(1050)
    states, drafts = states_of(world), 0
    targets = {target.outcome_id for target in world.made(models.Target)}
    for outcome in world.made(models.Outcome):
        whole = all(
            (
                outcome.baseline,
                outcome.measure,
                outcome.target,
                outcome.by_when,
                outcome.who,
                outcome.pk in targets,
            )
        )
        drafts += not whole
        assert whole or states[outcome.plan_id] == "draft"
    assert drafts  # control: an unfinished draft has some


def test_only_reviewed_outcomes_have_results_and_what_was_not_met_goes_on(school_of):
    world = school_of(1050)
    states = states_of(world)
    plans = {plan.pk: plan for plan in world.made(models.Plan)}
    for outcome in world.made(models.Outcome):
        assert bool(outcome.result) is (states[outcome.plan_id] in CLOSED)
        if before := outcome.carried_from:
            assert before.result in GOES_ON and before.text == outcome.text
            assert plans[outcome.plan_id].previous.pk == before.plan_id
    carried = {row.carried_from_id for row in world.made(models.Outcome)}
    followed = {plan.previous_id for plan in world.made(models.Plan)}
    left = [
        o for o in world.made(models.Outcome) if o.result in GOES_ON and o.result and o.plan_id in followed
    ]
    assert left and all(outcome.pk in carried for outcome in left)


def test_every_step_that_leaves_the_office_froze_a_version_for_each_reader(school_of):
    world = school_of(300)
    made = Counter((version.step_id, version.audience) for version in world.made(models.PlanVersion))
    freezing = [step for step in world.made(models.PlanStep) if step.kind in FREEZES]
    assert made == {(step.pk, audience): 1 for step in freezing for audience in Audience}
    assert {step.kind for step in freezing} == FREEZES
    for version in world.made(models.PlanVersion)[:40]:
        paper = PlanPaper.from_json(version.content)
        assert paper.as_json() == version.content
        codes = {section.code for section in paper.sections}
        assert ("staff_notes" in codes) is (version.audience == Audience.STAFF)


def test_every_row_could_have_been_typed(school_of):
    """Lengths, choices and ranges are those of the models."""
    world = school_of(300)
    kinds = [
        model
        for model in world.batch
        if model.__module__.startswith(("provision.", "senco.liaison.", "senco.translations."))
    ]
    assert len(kinds) == 36
    for model in kinds:
        for row in world.made(model):
            row.clean_fields(exclude=[field.name for field in model._meta.fields if field.is_relation])


def test_provision_says_who_how_long_and_how_many(school_of):
    for line in school_of(1050).made(models.PlannedProvision):
        assert line.who and line.minutes and line.weeks and line.group_size and line.sessions_a_week
        assert line.starts < line.ends


# What the sign-ins find to do --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_sign_ins_have_something_to_do(school_of, today):
    world = school_of(1050, today=today)
    states = states_of(world)
    teacher = next(
        m for m in world.made(Membership) if m.email == "teacher@larkfield.example" and m.role == "teacher"
    )
    mine = [plan for plan in world.made(models.Plan) if plan.lead is teacher]
    assert any(states[plan.pk] == "draft" for plan in mine)
    assert any(states[plan.pk] == "in_force" for plan in mine)
    son = next(p.pk for p in world.made(Pupil) if (p.legal_forename, p.legal_surname) == ("Yusuf", "Haddad"))
    assert [states[plan.pk] for plan in series_of(world)[son]] == ["reviewed", "shared"]
    waiting = series_of(world)[son][-1].pk
    assert not rows_of(world, models.PlanResponse)[waiting]


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_small_school_has_plans_too(seed):
    world = built.__wrapped__(60, seed)
    assert {"in_force", "shared"} <= set(states_of(world).values())
    assert {step.kind for step in world.made(models.PlanStep)} >= {StepKind.BEGUN, StepKind.REVIEWED}
