"""A plan from its beginning to the next cycle, by its actions alone."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from provision.actions.beginning import begin_next_cycle, begin_plan
from provision.actions.steps import KIND_OF, state_of, take_back, take_step
from provision.actions.writing import add_row, bring_back, remove_row, save_row, write_section
from provision.choices import STATE_AFTER, PlanState
from provision.letters.plan import PlanPaper
from provision.models import Outcome, Plan, PlanItem, PlannedProvision, PlanVersion, Target
from provision.workflow import plan_process
from senco.access.context import acting_as
from senco.core.versions import Outdated
from senco.core.workflow import StepNotOpen, StepNotPermitted
from tests.factories import access, person, pupil, school

pytestmark = pytest.mark.django_db
NEXT_CYCLE = 24  # queries, whatever the plan holds
STARTS, REVIEW = datetime.date(2026, 9, 7), datetime.date(2026, 12, 11)


@pytest.fixture
def cast():
    """A school with a SENCO, a teacher of the pupil and a parent of theirs."""
    here = school()
    subject = pupil(at=here)
    people = {role: person(role, at=here) for role in ("senco", "teacher", "ta", "parent")}
    for role in ("teacher", "ta", "parent"):
        access(people[role], subject, source="parent" if role == "parent" else "share")
    return subject, people


@pytest.fixture
def begun(cast):
    subject, people = cast
    with acting_as(people["teacher"]):
        plan = begin_plan(
            pupil=subject, plan_type="support_plan", starts=STARTS, review_on=REVIEW, by=people["teacher"]
        )
    return plan, people


def section(plan, code):
    return plan.sections.get(code=code)


def test_a_plan_begins_with_the_sections_of_its_kind(begun):
    plan, people = begun
    with acting_as(people["teacher"]):
        codes = list(plan.sections.values_list("code", flat=True))
        assert codes[:3] == ["strengths", "barriers", "pupil_view"]
        assert (plan.number, state_of(plan)) == (1, "draft")
        assert Plan.objects.visible_to(people["teacher"]).with_state().get().state == "draft"


def test_a_second_plan_of_a_kind_waits_for_the_first(begun):
    plan, people = begun
    with acting_as(people["teacher"]), pytest.raises(ValidationError, match="still open"):
        begin_plan(
            pupil=plan.pupil, plan_type="support_plan", starts=STARTS, review_on=REVIEW, by=people["teacher"]
        )


@pytest.mark.parametrize("review_on", [STARTS, datetime.date(2027, 12, 11)])
def test_a_review_comes_after_the_start_and_within_a_year(cast, review_on):
    subject, people = cast
    with acting_as(people["senco"]), pytest.raises(ValidationError) as refused:
        begin_plan(pupil=subject, plan_type="plp", starts=STARTS, review_on=review_on, by=people["senco"])
    assert set(refused.value.message_dict) == {"review_on"}


def test_the_family_gets_what_is_shared_and_no_more(begun, settings):
    settings.UNDO_SECONDS = 0  # what goes out is seen at once
    plan, people = begun
    teacher, senco, parent = (people[role] for role in ("teacher", "senco", "parent"))
    with acting_as(teacher):
        write_section(section=section(plan, "strengths"), text="Kind to others.", by=teacher)
        write_section(section=section(plan, "staff_notes"), text="For staff alone.", by=teacher)
        row = PlanItem(kind="strategy", text="Pre-teach five key words.", plain="We show new words first.")
        add_row(row=row, plan=plan, by=teacher)
    with acting_as(parent):
        assert not PlanVersion.objects.all().exists()
    with acting_as(senco):
        take_step(plan=plan, name="share", by=senco)
    with acting_as(parent):
        [version] = PlanVersion.objects.all()
        assert list(PlanVersion.objects.visible_to(parent)) == [version]
    paper = PlanPaper.from_json(version.content)
    said = str(paper)
    assert "Kind to others." in said and "We show new words first." in said
    assert "For staff alone." not in said and "Pre-teach" not in said
    with acting_as(senco):
        [staff_version] = PlanVersion.objects.filter(audience="staff")
    assert "For staff alone." in str(PlanPaper.from_json(staff_version.content))
    assert PlanPaper.from_json(paper.as_json()) == paper


def test_what_is_called_back_is_out_of_sight(begun, settings):
    settings.UNDO_SECONDS = 0  # what goes out is seen at once
    plan, people = begun
    senco, parent = people["senco"], people["parent"]
    with acting_as(senco):
        take_step(plan=plan, name="share", by=senco)
    with acting_as(parent):
        assert PlanVersion.objects.all().exists()
    with acting_as(senco):
        with pytest.raises(ValidationError, match="Say why"):
            take_step(plan=plan, name="call back", by=senco)
        take_step(plan=plan, name="call back", by=senco, note="Wrong review date")
        assert state_of(plan) == "draft"
    with acting_as(parent):
        assert not PlanVersion.objects.all().exists()


def test_the_last_step_can_be_undone_and_no_other(begun):
    plan, people = begun
    senco = people["senco"]
    with acting_as(senco):
        shared = take_step(plan=plan, name="share", by=senco)
        agreed = take_step(plan=plan, name="agree", by=senco)
        with pytest.raises(StepNotOpen):
            take_back(step=shared, by=senco)
        take_back(step=agreed, by=senco)
        assert state_of(plan) == "shared"
        take_back(step=shared, by=senco)
        assert state_of(plan) == "draft"
        assert not PlanVersion.objects.standing().exists()
        with pytest.raises(StepNotOpen):
            take_back(step=plan.steps.get(kind="begun"), by=senco)


def test_undoing_a_call_back_lets_the_family_read_again(begun, settings):
    settings.UNDO_SECONDS = 0  # what goes out is seen at once
    plan, people = begun
    senco, teacher, parent = (people[role] for role in ("senco", "teacher", "parent"))
    with acting_as(senco):
        take_step(plan=plan, name="share", by=senco)
        called_back = take_step(plan=plan, name="call back", by=senco, note="A slip")
    with acting_as(teacher), pytest.raises(StepNotPermitted):
        take_back(step=called_back, by=teacher)
    with acting_as(senco):
        take_back(step=called_back, by=senco)
        assert state_of(plan) == "shared"
    with acting_as(parent):
        assert PlanVersion.objects.count() == 1


def test_every_step_leaves_the_state_that_the_process_says():
    """The table of steps and that of states after them are two; they say the same."""
    assert set(KIND_OF) == {step.name for step in plan_process.steps}
    for step in plan_process.steps:
        assert STATE_AFTER.get(KIND_OF[step.name], PlanState.IN_FORCE) == step.to, step


def test_rows_name_outcomes_of_their_own_plan(begun):
    plan, people = begun
    senco = people["senco"]
    with acting_as(senco):
        other = begin_plan(pupil=plan.pupil, plan_type="behaviour", starts=STARTS, review_on=REVIEW, by=senco)
        foreign = add_row(row=Outcome(text="Of another plan"), plan=other, by=senco)
        for row in (Target(text="A step", outcome=foreign), PlannedProvision(what="Club", outcome=foreign)):
            with pytest.raises(ValidationError, match="an outcome of this plan"):
                add_row(row=row, plan=plan, by=senco)
        served = add_row(row=PlannedProvision(what="Club"), plan=plan, by=senco)
        served.outcome = foreign
        with pytest.raises(ValidationError, match="an outcome of this plan"):
            save_row(row=served, fields=["outcome"], by=senco)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_next_cycle_costs_the_same_for_many_rows(begun, django_assert_num_queries, rows):
    plan, people = begun
    senco = people["senco"]
    with acting_as(senco):
        for number in range(rows):
            goal = add_row(row=Outcome(text=f"Outcome {number}"), plan=plan, by=senco)
            add_row(row=Target(text="A step", outcome=goal), plan=plan, by=senco)
            add_row(row=PlanItem(kind="strategy", text=f"Strategy {number}"), plan=plan, by=senco)
            add_row(row=PlannedProvision(what=f"Club {number}", outcome=goal), plan=plan, by=senco)
            write_section(section=plan.sections.all()[number], text="Words", by=senco)
        for name in ("share", "put in force", "review"):
            take_step(plan=plan, name=name, by=senco)
        with django_assert_num_queries(NEXT_CYCLE):
            begin_next_cycle(plan=plan, starts=REVIEW, review_on=datetime.date(2027, 3, 26), by=senco)


def test_teachers_write_and_the_senco_signs(begun):
    plan, people = begun
    teacher, ta = people["teacher"], people["ta"]
    with acting_as(teacher):
        with pytest.raises(StepNotPermitted):
            take_step(plan=plan, name="share", by=teacher)
        take_step(plan=plan, name="hand in", by=teacher)
        with pytest.raises(PermissionDenied):
            write_section(section=section(plan, "strengths"), text="Late.", by=teacher)
        take_step(plan=plan, name="take up", by=teacher)
        write_section(section=section(plan, "strengths"), text="In time.", by=teacher)
    with acting_as(ta):
        write_section(section=section(plan, "strengths"), text="By the assistant.", by=ta)
        with pytest.raises(PermissionDenied):
            write_section(section=section(plan, "barriers"), text="Not theirs.", by=ta)


def test_nobody_is_overwritten_unseen(begun):
    plan, people = begun
    teacher, ta = people["teacher"], people["ta"]
    with acting_as(teacher):
        mine, theirs = section(plan, "strengths"), section(plan, "strengths")
        write_section(section=mine, text="First.", by=teacher)
        with pytest.raises(Outdated):
            write_section(section=theirs, text="Second.", by=teacher)
    with acting_as(ta):
        assert section(plan, "strengths").text == "First."


def test_rows_are_removed_and_brought_back(begun):
    plan, people = begun
    teacher = people["teacher"]
    with acting_as(teacher):
        row = add_row(row=Outcome(text="Reads a page alone"), plan=plan, by=teacher)
        row.text = "Reads two pages alone"
        save_row(row=row, fields=["text"], by=teacher)
        remove_row(row=row, by=teacher)
        assert not plan.outcomes.kept().exists()
        bring_back(row=row, by=teacher)
        assert plan.outcomes.kept().get().text == "Reads two pages alone"
        assert row.version == 4


def test_the_next_cycle_takes_what_was_not_met(begun):
    plan, people = begun
    senco = people["senco"]
    with acting_as(senco):
        write_section(section=section(plan, "strengths"), text="Kind.", by=senco)
        met = add_row(row=Outcome(text="Sits with a friend", result="met"), plan=plan, by=senco)
        going = add_row(row=Outcome(text="Reads a page", by_when=STARTS), plan=plan, by=senco)
        add_row(row=Target(outcome=going, text="Reads a line"), plan=plan, by=senco)
        add_row(row=PlannedProvision(what="Paired reading", outcome=going, minutes=20), plan=plan, by=senco)
        add_row(row=PlannedProvision(what="Lunch club", outcome=met), plan=plan, by=senco)
        with pytest.raises(ValidationError, match="still open"):
            begin_next_cycle(plan=plan, starts=REVIEW, review_on=datetime.date(2027, 3, 26), by=senco)
        for name in ("share", "put in force", "review"):
            take_step(plan=plan, name=name, by=senco)
        new = begin_next_cycle(plan=plan, starts=REVIEW, review_on=datetime.date(2027, 3, 26), by=senco)
        [outcome] = new.outcomes.all()
        assert (new.number, new.previous, outcome.carried_from) == (2, plan, going)
        assert outcome.by_when is None  # the old date has passed
        assert outcome.targets.get().text == "Reads a line"
        assert {p.what: p.outcome for p in new.provision.all()} == {
            "Paired reading": outcome,
            "Lunch club": None,
        }
        assert section(new, "strengths").text == "Kind."
        with pytest.raises(StepNotOpen):
            write_section(section=section(plan, "strengths"), text="History.", by=senco)
