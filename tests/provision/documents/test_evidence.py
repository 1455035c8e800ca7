"""What plans are evidence of: a duty is met by the record, by no other record, and open again when the record is taken back."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from provision.actions.reports import keep_report, take_back_report
from provision.models import PlanResponse, PlanStep, Seen
from register.frameworks import stage_called
from register.models import Monitoring, SenStatus, StageDuty
from register.queries.duties import duties_about, requirements
from senco.access.context import acting_as
from tests.factories import access, as_owner, on_status, person, pupil
from tests.factories.plans import outcome, part_of, plan

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(weeks=1)


def began() -> datetime.date:
    return localdate() - 3 * WEEK


def yesterday() -> datetime.date:
    return localdate() - datetime.timedelta(1)


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    return pupil(at=senco.school)


def asks(child, evidence: str, stage: str = "sen_support", owner=None) -> StageDuty:
    """A stage entered three weeks ago asks for that kind of record."""
    status = SenStatus.objects
    with as_owner():
        status = status.filter(pupil=child).first()
    status = status or on_status(child, "K", since=began(), stage=stage)
    with as_owner():
        return StageDuty.objects.create(
            school=child.school, pupil=child, status=status, stage=stage, code=f"asks_{evidence}", evidence=evidence,
            opens_on=began(), due_on=localdate() + WEEK, owner=owner,
        )  # fmt: skip


def met_on(child, by) -> datetime.date | None:
    with acting_as(by):
        [duty] = duties_about(child, by)
        return duty.met_on


def step(made, kind: str, days_ago: int = 1, **fields) -> PlanStep:
    with as_owner():
        at = timezone.now() - datetime.timedelta(days=days_ago)
        return PlanStep.objects.create(**part_of(made), kind=kind, by=made.begun_by, at=at, **fields)


KINDS = {"plan_in_force": "in_force", "review_held": "reviewed"}


@pytest.mark.parametrize(("evidence", "kind"), KINDS.items())
def test_a_plan_of_the_stages_kind_closes_the_duty_and_taking_the_step_back_opens_it(
    child, senco, evidence, kind
):
    asks(child, evidence)
    made = plan(child, by=senco)
    assert met_on(child, senco) is None
    taken = step(made, kind)
    assert met_on(child, senco) == yesterday()
    with as_owner():
        PlanStep.objects.filter(pk=taken.pk).update(withdrawn_at=timezone.now())
    assert met_on(child, senco) is None


@pytest.mark.parametrize(("evidence", "kind"), KINDS.items())
@pytest.mark.parametrize(
    ("what", "days_ago"),
    [
        ({"plan_type": "behaviour"}, 1),
        ({"plan_type": "healthcare"}, 1),
        ({"plan_type": "education_plan"}, 1),
        ({}, 60),
    ],
    ids=["behaviour", "healthcare", "of another nation", "before the stage began"],
)
def test_no_other_plan_closes_it(child, senco, evidence, kind, what, days_ago):
    asks(child, evidence)
    step(plan(child, by=senco, **what), kind, days_ago)
    assert met_on(child, senco) is None


def test_neither_another_step_nor_another_pupils_plan_closes_it(child, senco):
    asks(child, "plan_in_force")
    step(plan(child, by=senco), "shared")
    step(plan(pupil(at=senco.school), by=senco), "in_force")
    assert met_on(child, senco) is None


@pytest.mark.parametrize(
    ("stage", "plan_type"),
    [
        ("ni5_2", "education_plan"),
        ("ni3_1", "plp"),
        ("idp_school", "idp"),
        ("targeted", "isp"),
        ("sen_support", "support_plan"),
    ],
)
def test_each_framework_names_its_own_kind_of_plan(child, senco, stage, plan_type):
    asks(child, "plan_in_force", stage)
    step(plan(child, by=senco, plan_type=plan_type), "in_force")
    assert met_on(child, senco) == yesterday()


@pytest.mark.parametrize(("plan_type", "counts"), [("education_plan", True), ("behaviour", False)])
def test_a_stage_that_names_no_kind_takes_any_plan_about_learning(child, senco, plan_type, counts):
    assert not stage_called("ni5_1").plan_types
    asks(child, "review_held", "ni5_1")
    step(plan(child, by=senco, plan_type=plan_type), "reviewed")
    assert met_on(child, senco) == (yesterday() if counts else None)


def test_a_note_of_what_was_seen_is_progress_noted(child, senco):
    teacher = person("teacher", at=senco.school)
    access(teacher, child)
    asks(child, "progress_noted", owner=teacher)
    goal = outcome(plan(child, by=senco))
    with as_owner():
        note = {**part_of(goal.plan), "outcome": goal, "by": teacher}
        Seen.objects.create(**note, on=began() - WEEK)
        removed = Seen.objects.create(**note, on=yesterday(), removed_at=timezone.now())
    assert met_on(child, teacher) is None
    with as_owner():
        Seen.objects.filter(pk=removed.pk).update(removed_at=None)
    assert met_on(child, teacher) == met_on(child, senco) == yesterday()


def test_a_report_closes_its_duty_until_it_is_taken_back(child, senco):
    asks(child, "needs_report", "ni5_4")
    assert met_on(child, senco) is None
    with acting_as(senco):
        report = keep_report(pupil=child, words="", leave_out=(), by=senco)
    assert met_on(child, senco) == localdate()
    with acting_as(senco):
        take_back_report(report=report, why="Too early", by=senco)
    assert met_on(child, senco) is None


def looked_at(child, senco, stage: str) -> dict:
    """Evidence → (what would count for a move today, what there is at all)."""
    with acting_as(senco):
        return {
            one.duty.evidence: (one.on_record, one.last) for one in requirements(stage_called(stage), child)
        }


def test_before_the_move_what_only_counts_after_it_is_named_and_not_on_record(acting, child, senco):
    asks(child, "plan_in_force", "ni5_2")
    step(plan(child, by=senco, plan_type="education_plan"), "in_force", days_ago=400)
    found, before = looked_at(child, senco, "ni5_3"), localdate() - datetime.timedelta(400)
    assert (found["plan_in_force"], found["review_held"]) == ((None, before), (None, None))
    with as_owner():
        child.school.framework = "northern_ireland_five"
        child.school.save()
    address = reverse("register:change_status", args=[child.pk])
    page = acting(senco).get(address, {"stage": "ni5_3"}).content.decode()
    assert "counts anew from the move" in page and "on record, " not in page
    step(plan(child, by=senco, number=2, plan_type="education_plan"), "in_force", days_ago=0)
    assert looked_at(child, senco, "ni5_3")["plan_in_force"] == (localdate(), localdate())  # control


@pytest.mark.parametrize("plan_type", ["healthcare", "behaviour", "support_plan"])
def test_before_the_move_only_plans_of_the_kind_that_is_asked_for_are_named(child, senco, plan_type):
    step(plan(child, by=senco, plan_type=plan_type), "in_force", days_ago=0)
    assert looked_at(child, senco, "ni5_3")["plan_in_force"] == (None, None)


def test_before_the_move_a_date_to_look_again_that_lies_ahead_counts(child, senco):
    with as_owner():
        watched = Monitoring.objects.create(
            school=child.school, pupil=child, starts=began(), review_on=localdate() + WEEK, started_by=senco
        )
    assert looked_at(child, senco, "ni5_1")["monitoring"] == (began(), began())
    with as_owner():
        Monitoring.objects.filter(pk=watched.pk).update(review_on=localdate() - WEEK)
    assert looked_at(child, senco, "ni5_1")["monitoring"] == (None, began())


def test_a_list_of_duties_is_one_statement_however_many_there_are(child, senco):
    def statements() -> int:
        with acting_as(senco), CaptureQueriesContext(connection) as asked:
            assert [duty.met_on for duty in duties_about(child, senco)]
        return len([one for one in asked if "stageduty" in one["sql"]])

    asks(child, "plan_in_force")
    assert statements() == 1
    for evidence in ("review_held", "progress_noted", "needs_report", "parent_meeting"):
        asks(child, evidence)
    assert statements() == 1


def test_an_answer_to_a_plan_is_no_meeting(child, senco):
    """A signed record of one is (tests/reviews/test_signing.py)."""
    asks(child, "parent_meeting")
    shared = plan(child, by=senco, steps=("begun", "shared"))
    with as_owner():
        PlanResponse.objects.create(**part_of(shared), speaker="parent", answer="talk", by=senco)
    assert met_on(child, senco) is None
