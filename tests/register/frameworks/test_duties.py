"""Duties of stages: when they are written, what closes them, who may do what, and that undoing a move withdraws them."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate as today

from register import evidence
from register.actions.duties import hand_over, record_done, renew_duties, waive
from register.actions.needs import set_needs
from register.actions.status import change_status, record_parent_told
from register.evidence import Kind
from register.models import Monitoring, Pupil, SenStatus, StageDuty
from register.queries.due import due_for
from register.queries.duties import due_soon, duties_for
from register.tasks import renew_stage_duties
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Term
from tests.factories import access, as_owner, on_status, person, pupil
from tests.factories.records import days
from tests.register.frameworks.conftest import about

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(weeks=1)
SUPPORT = {"parents_told", "need_recorded", "review_date_agreed", "parent_meeting", "specialist_considered"}


@pytest.fixture
def senco():
    somebody = person("senco")
    with as_owner():  # a term that has begun and has weeks to go, whatever day it is
        for number, starts in enumerate((-30, 70, 140)):
            first = today() + datetime.timedelta(starts)
            Term.objects.create(school=somebody.school, name=str(number), starts=first, ends=first + 9 * WEEK)
    return somebody


@pytest.fixture
def child(senco):
    return pupil(at=senco.school, legal_surname="Able")


def start(child, senco, *, on=None, **given):
    facts = {"provision": "K", "reason": "less_progress", "criteria": "Slow."} | given
    with acting_as(senco):
        return change_status(pupil=child, starts=on or today(), by=senco, **facts)


def issue_plan(office, child):
    answers = {"stage": "ehc_plan", "starts": today().isoformat(), "reason": "plan_issued", "criteria": "x"}
    return office.post(reverse("register:change_status", args=[child.pk]), answers, follow=True)


def met(child, senco) -> dict:
    return {code: duty.met_on for code, duty in about(child, senco).items()}


def test_sen_support_brings_what_act_and_code_ask_for(child, senco):
    start(child, senco)
    duties = about(child, senco)
    assert set(duties) - {"parent_meeting"} == SUPPORT - {"parent_meeting"}
    assert "s. 68" in duties["parents_told"].source and duties["parents_told"].due_on == today() + 2 * WEEK
    assert {duty.owner for duty in duties.values()} == {senco}
    assert not any(duty.met_on for duty in duties.values())


def test_records_close_duties_by_themselves_and_open_them_again(child, senco):
    status = start(child, senco)
    with acting_as(senco):
        record_parent_told(status=status, on=today(), how="phone", by=senco)
        set_needs(pupil=child, needs=[("SPLD", 1, "school", "")], on=today(), by=senco)
    assert met(child, senco)["parents_told"] == today() and met(child, senco)["need_recorded"] == today()
    with as_owner():
        SenStatus.objects.filter(pk=status.pk).update(parent_told_on=None, parent_told_how="")
    assert met(child, senco)["parents_told"] is None, "derived, not remembered"


def test_a_written_record_closes_what_no_record_shows(child, senco):
    start(child, senco)
    duty = about(child, senco)["specialist_considered"]
    with acting_as(senco):
        record_done(duty=duty, on=today(), note="Talked to the psychologist.", by=senco)
    assert met(child, senco)["specialist_considered"] == today()


@pytest.mark.parametrize(("offset", "said"), [(1, "future"), (-3, "does not count")])
def test_a_record_lies_between_the_beginning_and_today(child, senco, offset, said):
    start(child, senco)
    duty = about(child, senco)["specialist_considered"]
    with acting_as(senco), pytest.raises(ValidationError, match=said):
        record_done(duty=duty, on=today() + datetime.timedelta(offset), note="x", by=senco)


def test_waived_or_done_not_both(child, senco):
    start(child, senco)
    duty = about(child, senco)["specialist_considered"]
    with acting_as(senco):
        waive(duty=duty, reason="Seen last month.", by=senco)
        with pytest.raises(ValidationError, match="waived"):
            record_done(duty=duty, on=today(), note="x", by=senco)


def test_the_third_meeting_of_a_year_closes_the_third_duty(child, senco, monkeypatch):
    """A kind that no app offers: offered here, with three records since the year began."""
    kinds = dict(evidence._kinds)
    monkeypatch.setattr(evidence, "_kinds", kinds)
    start(child, senco, on=today() - 2 * WEEK)
    with as_owner():
        StageDuty.objects.filter(code="parent_meeting").delete()
        status = SenStatus.objects.get(pupil=child)
        for nth in (1, 2, 3):
            StageDuty.objects.create(
                school=child.school, pupil=child, status=status, stage="sen_support", code="parent_meeting", nth=nth,
                evidence="met_in_this_test", occurrence=str(nth), opens_on=today() - WEEK, due_on=today() + nth * WEEK,
            )  # fmt: skip
        for number in (3, 2):
            other = {"ended_at": days(-1), "started_by": senco, "review_on": today()}
            Monitoring.objects.create(
                school=child.school, pupil=child, starts=today() - datetime.timedelta(number), **other
            )
    assert not [duty for duty in duties(senco) if duty.code == "parent_meeting" and duty.met_on]

    def meetings(*, pupil, since, **_of_the_period):
        from django.db.models import F

        return Monitoring.objects.filter(pupil=pupil, starts__gte=since).annotate(met_on=F("starts"))

    evidence.offer(Kind("met_in_this_test", "a meeting", meetings))
    held = {duty.nth: duty.met_on for duty in duties(senco) if duty.code == "parent_meeting"}
    assert held == {1: today() - datetime.timedelta(3), 2: today() - datetime.timedelta(2), 3: None}


def duties(membership) -> list[StageDuty]:
    with acting_as(membership):
        return list(duties_for(membership))


def test_two_kinds_of_one_code_are_a_mistake():
    kind = evidence.kind_called("parent_told")
    evidence.offer(kind)
    with pytest.raises(ValueError, match="Two kinds"):
        evidence.offer(Kind("parent_told", "another", kind.found))


def undo_on(page) -> str:
    return re.findall(r'action="(/pupils/[^"]+/undo/[^"]+)"', page.content.decode())[-1]


def test_undoing_a_move_withdraws_its_duties_and_brings_the_earlier_ones_back(acting, child, senco):
    start(child, senco, on=today() - WEEK)
    before = set(about(child, senco))
    office = acting(senco)
    page = issue_plan(office, child)
    assert set(about(child, senco)) == {"annual_review"}
    assert "Undone" in office.post(undo_on(page), follow=True).content.decode()
    assert set(about(child, senco)) == before
    with as_owner():
        assert not StageDuty.objects.filter(code="annual_review").exists(), "it went with its period"
        assert StageDuty.events.rel.related_model.objects.filter(
            code="annual_review", pgh_label="delete"
        ).exists()


def test_a_correction_on_the_same_day_changes_what_is_asked_and_back(acting, child, senco):
    start(child, senco)
    office = acting(senco)
    page = issue_plan(office, child)
    assert set(about(child, senco)) == {"annual_review"}
    office.post(undo_on(page))
    assert "parents_told" in about(child, senco)


def test_dates_follow_the_first_day_of_the_stage(child, senco):
    start(child, senco)
    start(child, senco, on=today() - WEEK, reason="correction")
    assert about(child, senco)["parents_told"].due_on == today() + WEEK


def test_what_was_taken_over_has_no_beginning_here(child, senco):
    start(child, senco, on=today() - 20 * WEEK, reason="joined")
    assert set(about(child, senco)) <= {"parent_meeting"}


def test_a_new_term_is_written_at_night_for_pupils_on_roll_once(senco, child):
    gone = pupil(at=senco.school, left_on=today() - WEEK)
    for each in (child, gone):
        on_status(each, "E", since=today() - 30 * WEEK)
    assert not about(child, senco)
    renew_stage_duties()
    with as_owner():
        made = StageDuty.objects.values_list("pupil", "code", "owner")
        assert list(made) == [(child.pk, "annual_review", senco.pk)]
    renew_stage_duties()
    with acting_as(senco):
        assert renew_duties(school=senco.school, on=today()) == 0


def test_whoever_comes_later_is_asked_for_nothing_before(senco, child):
    on_status(child, "E", since=today() - 30 * WEEK)
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(joined_on=today() + WEEK)
    renew_stage_duties()
    with as_owner():
        assert not StageDuty.objects.exists()
        Pupil.objects.filter(pk=child.pk).update(joined_on=today())
    renew_stage_duties()
    assert set(about(child, senco)) == {"annual_review"}  # control


def test_the_nightly_job_sees_which_duties_are_there_and_not_what_became_of_them(senco, child):
    start(child, senco)
    with acting_as_system(purpose="test"):
        assert StageDuty.objects.values_list("status", "stage", "code", "occurrence").exists()  # control
        for column in ("waived_reason", "done_note", "owner", "done_by"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                list(StageDuty.objects.values_list(column))
        for change in (lambda found: found.update(due_on=today()), lambda found: found.delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                change(StageDuty.objects.all())


def test_a_teachers_duty_is_the_key_adults_and_can_be_handed_over(senco, child):
    teacher, stranger = person("teacher", at=senco.school), person("teacher", at=senco.school)
    access(teacher, child)
    start(child, senco)
    duty = about(child, senco)["review_date_agreed"]
    with acting_as(senco):
        with pytest.raises(ValidationError, match="works with the pupil"):
            hand_over(duty=duty, owner=stranger, by=senco)
        hand_over(duty=duty, owner=teacher, by=senco)
    assert set(about(child, teacher)) == {"review_date_agreed"}, "of a colleague's duties nothing is seen"
    with acting_as(teacher):
        record_done(duty=duty, on=today(), note="Agreed at the meeting.", by=teacher)
    assert met(child, senco)["review_date_agreed"] == today()


def test_today_names_what_is_late_or_due_soon(acting, senco, child):
    start(child, senco, on=today() - 5 * WEEK)
    with acting_as(senco):
        whys = {due.why: due.late for due in due_for(senco)}
    assert whys["Record the type of need"] and "Tell the parents that" not in " ".join(whys)
    page = acting(senco).get(reverse("dashboard:to_do")).content.decode()
    assert "Record the type of need" in page and "Tell the parents about the SEN status" in page


def test_duties_of_a_colleague_who_left_are_the_sencos(senco, child):
    start(child, senco, on=today() - 5 * WEEK)
    gone = person("teacher", at=senco.school, ends=days(-0.5))
    with as_owner():
        StageDuty.objects.update(owner=gone)
    with acting_as(senco):
        assert "need_recorded" in {duty.code for duty in due_soon(senco)}


def test_the_list_is_filtered_and_paged(acting, senco, child):
    start(child, senco, on=today() - 5 * WEEK)
    office = acting(senco)

    def listed(**chosen):
        return office.get(reverse("register:duties"), chosen).content.decode()

    assert "Record the type of need" in listed() and "late since" in listed()
    assert "Record the type of need" in listed(state="late", whose="mine", stage="sen_support")
    assert "Record the type of need" not in listed(state="met") + listed(state="waived") + listed(
        whose="nobody"
    )
    assert (
        listed(state="nonsense") and office.get(reverse("register:duties"), {"state": "x"}).status_code == 422
    )


def test_one_and_five_pupils_cost_the_same(acting, count_queries, senco, child):
    start(child, senco)
    browser = acting(senco)
    one = count_queries(browser, reverse("register:duties"))
    for _more in range(4):
        start(pupil(at=senco.school), senco)
    assert count_queries(browser, reverse("register:duties")) == one


def test_a_pupils_duties_are_one_statement_whatever_their_number(senco, child):
    start(child, senco)
    with (
        acting_as(senco),
        CaptureQueriesContext(
            connection,
        ) as captured,
    ):
        assert len(list(duties_for(senco))) >= 4
    assert len([query for query in captured if "register_stageduty" in query["sql"]]) == 1


def test_the_screen_shows_what_a_stage_asks_for_and_what_is_on_record(acting, senco, child):
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(joined_on=today() - 50 * WEEK)
    page = acting(senco).get(reverse("register:change_status", args=[child.pk])).content.decode()
    assert "What “SEN Support” asks for" in page and "not on record yet" in page and "Monitoring" in page
    start(child, senco)
    with acting_as(senco):
        set_needs(pupil=child, needs=[("SPLD", 1, "school", "")], on=today(), by=senco)
    page = (
        acting(senco)
        .get(reverse("register:change_status", args=[child.pk]), {"stage": "sen_support"})
        .content.decode()
    )
    assert "on record, " in page and "here now" in page and "What this stage asks for" in page


def test_a_duty_says_from_when_on_a_record_counts(acting, senco, child):
    start(child, senco)
    duties = about(child, senco)
    pages = {
        code: acting(senco).get(reverse("register:duty", args=[duties[code].pk])).content.decode()
        for code in ("need_recorded", "parents_told", "review_date_agreed")
    }
    assert all("whenever that was" in pages[code] for code in ("need_recorded", "parents_told"))
    assert (
        "whenever that was" not in pages["review_date_agreed"]
        and " on; or a written" in pages["review_date_agreed"]
    )


@pytest.mark.parametrize("name", ["record_duty", "waive_duty", "hand_over_duty", "duty"])
def test_who_may_not_see_the_pupil_finds_no_duty(acting, senco, child, name):
    start(child, senco)
    duty = about(child, senco)["need_recorded"]
    address = reverse(f"register:{name}", args=[duty.pk])
    assert acting(person("senco")).get(address).status_code == 404
    assert acting(person("parent", at=senco.school)).get(address).status_code == 403
    assert acting(senco).get(address).status_code == 200


@pytest.mark.parametrize(("name", "field"), [("record_duty", "note"), ("waive_duty", "reason")])
def test_what_was_typed_comes_back_until_it_is_sent(acting, senco, child, name, field):
    start(child, senco)
    office, duty = acting(senco), about(child, senco)["specialist_considered"]
    page = reverse(f"register:{name}", args=[duty.pk])
    key = office.get(page).context["form"].draft_key
    office.post(reverse("drafts:keep"), {"draft_key": key, field: "Half a sent"})
    assert office.get(page).context["form"][field].value() == "Half a sent"
    assert office.post(page, {"on": today().isoformat(), field: "Whole."}).status_code == 302
    assert office.get(page).context["form"].draft is None


def test_a_record_can_be_taken_back_and_so_can_a_waiver(acting, senco, child):
    start(child, senco)
    office, duties = acting(senco), about(child, senco)
    done, waived = duties["specialist_considered"], duties["review_date_agreed"]
    office.post(reverse("register:record_duty", args=[done.pk]), {"on": today().isoformat(), "note": "Done."})
    office.post(reverse("register:waive_duty", args=[waived.pk]), {"reason": "Not needed."})
    assert "Not needed." in office.get(reverse("register:duty", args=[waived.pk])).content.decode()
    told = office.get(reverse("register:chronology", args=[child.pk])).content.decode()
    assert "Done: After two cycles" in told and "Waived: Agree outcomes" in told and "Not needed." in told
    office.post(reverse("register:take_back_record", args=[done.pk]))
    office.post(reverse("register:take_back_waiver", args=[waived.pk]))
    with as_owner():
        assert not StageDuty.objects.exclude(done_on=None, waived_on=None).exists()
    page = office.post(
        reverse("register:record_duty", args=[done.pk]), {"on": today().isoformat(), "note": ""}
    )
    assert page.status_code == 422 and "this stands as the record" in page.content.decode()
