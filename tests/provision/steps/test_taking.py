"""Taking a step: looked at first, then taken, and undone in time."""

import datetime

import pytest
from django.utils import timezone

from provision.actions.answers import record_answer
from provision.actions.beginning import begin_next_cycle
from provision.actions.steps import state_of, take_back, take_step
from provision.actions.writing import add_row, write_section
from provision.models import Outcome, PlanVersion
from senco.access.context import acting_as
from senco.core.workflow import StepNotOpen, StepNotPermitted
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, contact
from tests.provision.between import arrive, newest, taken, url, written

pytestmark = pytest.mark.django_db


def state(plan):
    with as_owner():
        return state_of(plan)


def mails():
    with as_owner():
        return list(OutboxMessage.objects.filter(given_up_at__isnull=True).order_by("to"))


def seen_on(page) -> str:
    return page.context["form"].initial["seen"]


def test_sharing_shows_who_will_read_what(acting, cast):
    plan = written(cast)
    page = acting(cast.senco).get(url("take_step", plan.pk, "share"))
    text = page.content.decode()
    for words in (
        cast.parent.name,
        cast.other.name,
        cast.professional.name,
        "Ada reads a page by herself",
        "Still empty",
    ):
        assert words in text
    assert "For staff alone." not in text and "Pre-teach" not in text


def test_sharing_warns_of_court_orders_and_of_nobody_at_home(acting, cast):
    plan = written(cast)
    contact(cast.child, surname="Barred", court_order=True)
    browser = acting(cast.senco)
    assert "court order: check first" in browser.get(url("take_step", plan.pk, "share")).content.decode()
    with as_owner():
        cast.parent.access.all().delete()
        cast.other.access.all().delete()
    assert (
        "No parent of this pupil can sign in yet"
        in browser.get(url("take_step", plan.pk, "share")).content.decode()
    )


def test_sharing_is_held_back_a_minute_and_announced_without_a_name(acting, cast):
    plan = written(cast)
    browser = acting(cast.senco)
    answer = browser.post(url("take_step", plan.pk, "share"))
    assert answer.url == plan.get_absolute_url() and state(plan) == "shared"
    version = newest(plan)
    assert version.visible_from - version.at == datetime.timedelta(seconds=60)
    sent = mails()
    assert {each.to for each in sent} == {cast.parent.email, cast.other.email}
    assert all(each.not_before == version.visible_from for each in sent)
    assert not any(word in each.subject + each.text for each in sent for word in ("Ada", "Nwosu"))
    assert "until then it can be undone" in browser.get(plan.get_absolute_url()).content.decode()
    with acting_as(cast.parent):
        assert not PlanVersion.objects.exists()
    arrive(plan)
    with acting_as(cast.parent):
        assert PlanVersion.objects.get() == version  # control: it was the moment that hid it


def test_undone_in_time_nothing_goes_out(acting, cast):
    plan = written(cast)
    step = taken(plan, cast.senco, "share")
    assert len(mails()) == 2  # control
    acting(cast.senco).post(url("take_back_step", step.pk))
    assert state(plan) == "draft" and mails() == []
    arrive(plan)
    with acting_as(cast.parent):
        assert not PlanVersion.objects.exists()


def test_what_has_gone_out_is_not_undone(acting, cast, shared):
    with as_owner():
        step = shared.steps.get(kind="shared")
    acting(cast.senco).post(url("take_back_step", step.pk))
    assert state(shared) == "shared"


def test_a_call_back_can_be_undone_and_shows_the_versions_again(cast, shared):
    step = taken(shared, cast.senco, "call back", note="Wrong date")
    with acting_as(cast.parent):
        assert not PlanVersion.objects.exists()
    with acting_as(cast.senco):
        take_back(step=step, by=cast.senco)
    with acting_as(cast.parent):
        assert PlanVersion.objects.count() == 1
    assert state(shared) == "shared"


def test_a_review_is_not_undone_once_the_next_cycle_has_begun(cast, shared):
    review = taken(shared, cast.senco, "put in force", "review")
    with acting_as(cast.senco):
        begin_next_cycle(
            plan=shared,
            starts=shared.review_on,
            review_on=shared.review_on + datetime.timedelta(days=80),
            by=cast.senco,
        )
        with pytest.raises(StepNotOpen, match="next cycle"):
            take_back(step=review, by=cast.senco)


def test_a_reason_is_asked_for_and_shown_to_the_writer(acting, cast):
    plan = written(cast)
    taken(plan, cast.teacher, "hand in")
    browser = acting(cast.senco)
    refused = browser.post(url("take_step", plan.pk, "give-back"), {"note": " "})
    assert refused.status_code == 422 and state(plan) == "ready"
    browser.post(url("take_step", plan.pk, "give-back"), {"note": "Say how we measure it."})
    assert state(plan) == "draft"
    assert "Say how we measure it." in acting(cast.teacher).get(plan.get_absolute_url()).content.decode()


def test_a_plan_that_changed_meanwhile_is_looked_at_again(acting, cast):
    plan = written(cast)
    browser = acting(cast.senco)
    seen = seen_on(browser.get(url("take_step", plan.pk, "share")))
    with acting_as(cast.teacher):
        write_section(section=plan.sections.get(code="strengths"), text="Changed since.", by=cast.teacher)
    again = browser.post(url("take_step", plan.pk, "share"), {"seen": seen})
    text = again.content.decode()
    assert (
        again.status_code == 422 and "was changed while you were reading" in text and "Changed since." in text
    )
    assert state(plan) == "draft"
    browser = acting(cast.senco)
    assert (
        browser.post(
            url("take_step", plan.pk, "share"), {"seen": again.context["form"].data["seen"]}
        ).status_code
        == 302
    )
    assert state(plan) == "shared"


def test_a_teacher_hands_in_and_takes_it_back(acting, cast):
    plan = written(cast)
    browser = acting(cast.teacher)
    assert "The SENCO finds the plan" in browser.get(url("take_step", plan.pk, "hand-in")).content.decode()
    browser.post(url("take_step", plan.pk, "hand-in"), {"note": "For you"})
    assert state(plan) == "ready"
    assert url("take_step", plan.pk, "take-up") in browser.get(plan.get_absolute_url()).content.decode()
    browser.post(url("take_step", plan.pk, "take-up"))
    assert state(plan) == "draft"


def test_two_people_at_once_the_later_one_learns_how_it_stands(acting, cast):
    plan = written(cast)
    browser = acting(cast.senco)
    browser.get(url("take_step", plan.pk, "share"))
    taken(plan, cast.senco, "share")
    answer = browser.post(url("take_step", plan.pk, "share"), follow=True)
    assert "the plan has moved on" in answer.content.decode()
    with as_owner():
        assert plan.steps.filter(kind="shared").count() == 1


def test_archived_and_called_back_need_a_reason(acting, cast, shared):
    browser = acting(cast.senco)
    for step in ("archive", "call-back"):
        assert browser.post(url("take_step", shared.pk, step), {"note": ""}).status_code == 422
    browser.post(url("take_step", shared.pk, "archive"), {"note": "Moved to an EHC plan"})
    assert state(shared) == "archived"


def test_signing_is_refused_to_writers_in_view_and_action(acting, cast):
    plan = written(cast)
    assert acting(cast.teacher).get(url("take_step", plan.pk, "share")).status_code == 403
    assert acting(cast.teacher).post(url("take_step", plan.pk, "share")).status_code == 403
    step = taken(plan, cast.teacher, "hand in")
    with acting_as(cast.teacher), pytest.raises(StepNotPermitted):
        take_back(step=step, by=cast.teacher)


def test_strangers_other_roles_and_wrong_methods(acting, cast):
    plan = written(cast)
    with as_owner():
        begun = plan.steps.get(kind="begun")
    assert acting(cast.stranger).get(url("take_step", plan.pk, "hand-in")).status_code == 404
    for role in ("parent", "professional", "governor", "head"):
        assert acting(getattr(cast, role)).get(url("take_step", plan.pk, "hand-in")).status_code == 403
    browser = acting(cast.senco)
    assert browser.get(url("take_back_step", begun.pk)).status_code == 405
    assert browser.get(url("take_step", plan.pk, "nothing-known")).status_code == 404
    assert browser.post(url("take_back_step", begun.pk)).status_code == 302
    assert state(plan) == "draft"


def test_agreeing_shows_what_was_said_and_goes_on_in_spite_of_disagreement(acting, cast, shared):
    with acting_as(cast.senco):
        record_answer(
            plan=shared,
            speaker="parent",
            speaker_name="Mr Nwosu",
            answer="no",
            words="Too little time.",
            by=cast.senco,
        )
    browser = acting(cast.senco)
    page = browser.get(url("take_step", shared.pk, "agree")).content.decode()
    assert "Too little time." in page and "No, I do not agree" in page
    browser.post(url("take_step", shared.pk, "agree"), {"note": "At the meeting"})
    assert state(shared) == "agreed"


def test_nothing_copied_goes_out(acting, cast):
    plan = written(cast)
    with acting_as(cast.teacher):
        write_section(
            section=plan.sections.get(code="barriers"), text="[copied] [name] finds it hard.", by=cast.teacher
        )
    browser = acting(cast.senco)
    assert "Copied from another pupil" in browser.get(url("take_step", plan.pk, "share")).content.decode()
    assert browser.post(url("take_step", plan.pk, "share")).status_code == 422
    assert state(plan) == "draft"


def test_a_step_needs_the_same_number_of_queries_whatever_the_plan_holds(acting, cast, count_queries):
    plan = written(cast)
    browser, page = acting(cast.senco), url("take_step", plan.pk, "share")
    one = count_queries(browser, page)
    with acting_as(cast.teacher):
        for number in range(4):
            add_row(row=Outcome(text=f"Aim {number}"), plan=plan, by=cast.teacher)
    assert count_queries(browser, page) == one


def test_moments_are_the_steps_own(cast):
    plan = written(cast)
    with acting_as(cast.senco):
        before = timezone.now()
        step = take_step(plan=plan, name="share", by=cast.senco)
        assert before <= step.at <= timezone.now()
        assert plan.versions.get(audience="staff").visible_from == step.at
