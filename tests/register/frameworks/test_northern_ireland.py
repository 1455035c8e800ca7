"""A Northern Ireland school set up from nothing, and one pupil taken through all five stages with every duty met or waived."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.urls import reverse
from django.utils.timezone import localdate

from provision.actions.beginning import begin_next_cycle, begin_plan
from provision.actions.noting import note_seen
from provision.actions.reviewing import review_plan
from provision.actions.steps import take_step
from provision.actions.writing import add_row
from provision.models import Outcome, Plan
from register.actions.advice import ask_advice, reply
from register.actions.asked_views import ask_views, give_view
from register.actions.concerns import raise_concern
from register.actions.monitoring import watch
from register.actions.status import change_status
from register.models import SenStatus
from senco.access.context import acting_as
from senco.core.models import new_id
from tests.factories import access, as_owner, person, pupil
from tests.register.frameworks.conftest import about, opened

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(weeks=1)
REASONS = {"ni5_1": "less_progress", "ni5_4": "assessment", "ni5_5": "plan_issued"}


def move(child, senco, stage, *, weeks_ago=0, **given):
    """As the SENCO moves a pupil, so many weeks ago."""
    facts = {
        "reason": REASONS.get(stage, "more_help"),
        "criteria": "Little progress under the present stage.",
    }
    with acting_as(senco):
        return change_status(
            pupil=child, stage=stage, starts=localdate() - weeks_ago * WEEK, by=senco, **facts | given
        )


@pytest.fixture
def teacher(child):
    somebody = person("teacher", at=child.school)
    access(somebody, child)
    return somebody


def give_advice(child, teacher, senco):
    with acting_as(teacher):
        thread = ask_advice(subject="Reading", text="How do I assess it?", by=teacher, pupil=child)
    with acting_as(senco):
        reply(thread=thread, text="Use the short test first.", by=senco)


def give_a_view(child, teacher, senco):
    seen = {"seen": ["reading"], "what_happened": "Guesses words.", "seen_on": localdate()}
    with acting_as(senco):
        concern = raise_concern(key=new_id(), pupil=child, by=senco, **seen)
        [asked] = ask_views(concern=concern, teachers=[teacher], due_on=localdate() + WEEK, by=senco)
    with acting_as(teacher):
        give_view(view_request=asked, same_concern="yes", answer="The same in my lessons.", by=teacher)


def close(office, duties, *codes, waived=()):
    """In writing, on their pages: what other records do not show."""
    for code in codes:
        answers = {"on": localdate().isoformat(), "note": f"Done: {code}"}
        assert (
            office.post(reverse("register:record_duty", args=[duties[code].pk]), answers).status_code == 302
        )
    for code in waived:
        answers = {"reason": "Not needed: seen by the agency last month."}
        assert office.post(reverse("register:waive_duty", args=[duties[code].pk]), answers).status_code == 302


def first_plan(child, senco) -> Plan:
    """An education plan for this term."""
    dates = {"starts": localdate(), "review_on": localdate() + 12 * WEEK}
    with acting_as(senco):
        return begin_plan(pupil=child, plan_type="education_plan", by=senco, **dates)


def next_plan(child, senco) -> Plan:
    """The next cycle of the one that was reviewed."""
    dates = {"starts": localdate(), "review_on": localdate() + 12 * WEEK}
    with acting_as(senco):
        return begin_next_cycle(plan=Plan.objects.get(pupil=child), by=senco, **dates)


def carry_out(plan: Plan, teacher, senco):
    """An outcome is agreed and seen by the teacher, then the plan is reviewed."""
    with acting_as(senco):
        goal = plan.outcomes.first() or add_row(row=Outcome(text="Reads a page alone"), plan=plan, by=senco)
        for name in ("share", "put in force"):
            take_step(plan=plan, name=name, by=senco)
    with acting_as(teacher):
        note_seen(outcome=goal, text="Read a page about whales", by=teacher)
    with acting_as(senco):
        review_plan(plan=plan, results={goal.pk: "partly"}, by=senco)


def assert_nothing_open(child, senco, stage):
    duties = about(child, senco)
    assert duties, f"{stage} asks for nothing"
    still_open = {code for code, duty in duties.items() if duty.met_on is None and duty.waived_on is None}
    assert not still_open and all(duty.stage == stage for duty in duties.values())


def test_one_pupil_goes_through_all_five_stages(acting, child, senco, teacher):
    office = acting(senco)
    the_schools_own_stages(office, child, senco, teacher)
    the_authoritys_stages(office, child, senco, teacher)
    with as_owner():
        walked = SenStatus.objects.filter(pupil=child).order_by("starts").values_list("stage", "provision")
        assert list(walked) == [
            ("ni5_1", "K"),
            ("ni5_2", "K"),
            ("ni5_3", "K"),
            ("ni5_4", "K"),
            ("ni5_5", "S"),
        ]
    text = office.get(child.get_absolute_url()).content.decode()
    assert "Stage 5: statement" in text and "Stage 2" in text and "met," in text


def the_schools_own_stages(office, child, senco, teacher):
    """The first two: advice, views and a date to look again close their duties by themselves."""
    move(child, senco, "ni5_1", weeks_ago=4)
    assert about(child, senco)["ni5_1_registered"].met_on, "the row itself places the pupil on the register"
    give_advice(child, teacher, senco)
    assert about(child, senco)["ni5_1_advice"].met_on == localdate()
    with acting_as(senco):
        watch(pupil=child, review_on=localdate() + WEEK, by=senco)
    close(office, about(child, senco), *recurring(child, senco, "ni5_1_review"))
    assert_nothing_open(child, senco, "ni5_1")

    move(child, senco, "ni5_2", weeks_ago=3)
    give_a_view(child, teacher, senco)
    assert about(child, senco)["ni5_2_assess"].met_on == localdate()
    carry_out(first_plan(child, senco), teacher, senco)
    close(office, about(child, senco), waived=["ni5_2_agencies"])
    assert_nothing_open(child, senco, "ni5_2")


def the_authoritys_stages(office, child, senco, teacher):
    """From the third on the authority has to know, which is written down; plans and the report close what they are asked for."""
    move(child, senco, "ni5_3", weeks_ago=2)
    carry_out(next_plan(child, senco), teacher, senco)
    assert about(child, senco)["ni5_3_plan"].met_on == localdate()
    close(office, about(child, senco), "ni5_3_authority_told")
    assert_nothing_open(child, senco, "ni5_3")

    move(child, senco, "ni5_4", weeks_ago=1)
    answers = {"note": "Niamh has had an education plan for two terms."}
    office.post(reverse("provision:keep_report", args=[child.pk]), answers)
    assert about(child, senco)["ni5_4_report"].met_on == localdate()
    assert_nothing_open(child, senco, "ni5_4")

    move(child, senco, "ni5_5")
    close(office, about(child, senco), "ni5_5_information", "ni5_5_review", "ni5_5_outcome")
    assert_nothing_open(child, senco, "ni5_5")


def recurring(child, senco, code) -> list[str]:
    """What is asked for each term is asked for only with four weeks of the term left."""
    return [code] if code in about(child, senco) else []


def test_the_register_the_filters_and_the_family_speak_of_stages(acting, child, senco):
    move(child, senco, "ni5_2", weeks_ago=3)
    register = acting(senco).get(reverse("register:register"), {"status": "ni5_2"}).content.decode()
    assert "Boyle, Niamh" in register and "Stage 2" in register and "SEN Support</span>" not in register
    assert (
        "Boyle, Niamh"
        not in acting(senco).get(reverse("register:register"), {"status": "ni5_1"}).content.decode()
    )
    mother = person("parent", at=child.school)
    access(mother, child, source="parent")
    at_home = acting(mother).get(reverse("dashboard:child", args=[child.pk])).content.decode()
    assert "Stage 2" in at_home and "education plan" in at_home


def test_stage_one_to_two_is_a_move_although_both_are_support(child, senco):
    first = move(child, senco, "ni5_1", weeks_ago=3)
    second = move(child, senco, "ni5_2", weeks_ago=2)
    assert second.pk != first.pk and (first.provision, second.provision) == ("K", "K")
    with pytest.raises(ValidationError, match="already"):
        move(child, senco, "ni5_2")


def test_moving_back_needs_a_word_why(child, senco):
    move(child, senco, "ni5_3", weeks_ago=3)
    with pytest.raises(ValidationError, match="less help"):
        move(child, senco, "ni5_2", reason="less_help", criteria=" ")
    move(child, senco, "ni5_2", reason="less_help", criteria="On level since January.")
    assert set(about(child, senco)) >= {"ni5_2_plan"}


def test_a_school_asks_for_a_framework_that_is_shipped(at_the_command_line):
    with pytest.raises(CommandError, match="Name the one to work under"):
        opened(nation="SCT", urn="222222", laestab="9994002")
    assert opened(nation="SCT", urn="222222", laestab="9994002", framework="england").framework == "england"
    assert opened(urn="333333", laestab="9994003").framework == ""
    with pytest.raises(CommandError):
        opened(framework="none_such", urn="444444", laestab="9994004")


def test_what_the_mis_calls_support_is_the_lowest_stage_and_changes_no_other(child, senco):
    with acting_as(senco):
        change_status(pupil=child, provision="K", starts=localdate() - WEEK, reason="joined", by=senco)
        assert child.statuses.get().stage == "ni5_1"
    move(child, senco, "ni5_3", weeks_ago=0)
    with acting_as(senco), pytest.raises(ValidationError, match="Stage 3"):
        change_status(pupil=child, provision="K", starts=localdate() - WEEK, reason="from_mis", by=senco)


def test_a_plan_of_another_nation_is_a_statement_here(child, senco):
    with acting_as(senco):
        made = change_status(pupil=child, provision="E", starts=localdate(), reason="joined", by=senco)
    assert (made.stage, made.provision) == ("ni5_5", "S")


def test_control_another_pupil_has_none_of_these_duties(child, senco):
    move(child, senco, "ni5_1")
    assert about(child, senco) and not about(pupil(at=senco.school), senco)
