"""The calendar: what stands in it for whom, in both locks, and what it costs."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Monitoring, PupilAccess
from senco.accounts.models import Closure, Term
from senco.audit.models import ReadEvent
from senco.dashboard.months import Month
from senco.dashboard.queries.dated import KINDS, kinds_for
from senco.liaison.models import LoggedContact
from tests.access.matrix.locks import LOCKS
from tests.dashboard.dated import ON, fill
from tests.factories import as_owner, concern, person, pupil
from tests.factories.reviews import person_at

pytestmark = pytest.mark.django_db
CALENDAR = reverse("dashboard:calendar")
STAFF_KINDS = {"meeting", "action", "plan", "ending", "duty", "promise"}
MONTH = {"month": "2027-03"}


def entries(browser, **query) -> list:
    answer = browser.get(CALENDAR, MONTH | query)
    assert answer.status_code == 200
    return [entry for day in answer.context["days"] for entry in day.entries]


def kinds(found) -> set[str]:
    return {entry.kind for entry in found}


@pytest.mark.parametrize("role", ["senco", "admin", "head"])
def test_the_office_has_everything_of_its_school(acting, around, role):
    found = entries(acting(around[role]))
    mine = {"view", "views"}  # asked of one person alone
    assert kinds(found) >= STAFF_KINDS | {"watch", "translation"}
    assert kinds(found) <= STAFF_KINDS | {"watch", "translation"} | mine
    assert {entry.on for entry in found} == {ON}
    assert sum("Hidden" in entry.who for entry in found) >= 6


@pytest.mark.parametrize("lock", LOCKS)
def test_a_teacher_has_what_is_about_their_pupils(acting, around, lock):
    with LOCKS[lock]():
        found = entries(acting(around["teacher"]))
    assert kinds(found) == STAFF_KINDS | {"view", "views", "translation"}
    assert not any("Hidden" in entry.who + entry.what for entry in found)


@pytest.mark.parametrize("lock", LOCKS)
def test_an_assistant_sees_neither_a_colleagues_duty_nor_what_a_colleague_is_asked_for(acting, around, lock):
    with LOCKS[lock]():
        found = entries(acting(around["ta"]))
    assert kinds(found) == STAFF_KINDS - {"duty"}


def test_control_without_both_locks_the_hidden_pupil_shows(acting, around):
    with LOCKS["orm"](), LOCKS["rls"]():
        assert any("Hidden" in entry.who for entry in entries(acting(around["teacher"])))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_parent_has_their_own_meetings_and_the_plans_that_were_shared(acting, around, lock):
    with LOCKS[lock]():
        asked, other = entries(acting(around["parent"])), entries(acting(around["other"]))
    assert kinds(asked) == {"invited", "views", "shared_plan"}
    assert kinds(other) == {"shared_plan"}  # each parent's invitations are their own
    assert {entry.who for entry in asked} == {around["child"].name}


def test_a_professional_has_it_as_long_as_the_pupil_is_shared_with_them(acting, around):
    assert kinds(entries(acting(around["professional"]))) == {"invited", "views", "shared_plan"}
    with as_owner():
        PupilAccess.objects.filter(membership=around["professional"]).update(ends=timezone.now())
    assert entries(acting(around["professional"])) == []


def test_governors_have_none_and_it_is_for_reading(acting, around):
    assert acting(around["governor"]).get(CALENDAR).status_code == 403
    assert acting(around["senco"]).post(CALENDAR).status_code == 405


def test_every_kind_is_shown_to_somebody(acting, around):
    roles = ("senco", "teacher", "parent")
    assert set().union(*(kinds(entries(acting(around[role]))) for role in roles)) == set(KINDS)


def test_what_is_done_over_or_gone_is_not_there(acting, around):
    child, senco = around["child"], around["senco"]
    browser = acting(senco)
    before = [entry for entry in entries(browser) if entry.who == child.name]
    with as_owner():
        around["met"].actions.update(done_at=timezone.now(), done_by=senco)
        LoggedContact.objects.filter(pupil=child).update(followed_up_at=timezone.now(), followed_up_by=senco)
        Monitoring.objects.filter(pupil=child).update(ended_at=timezone.now())
    after = [entry for entry in entries(browser) if entry.who == child.name]
    assert kinds(before) - kinds(after) == {"action", "promise", "watch"}
    with as_owner():
        child.left_on = timezone.localdate()
        child.save()
    assert [entry for entry in entries(browser) if entry.who == child.name] == []


def test_the_answer_to_a_concern_stands_on_its_day_for_whoever_decides(acting):
    senco = person("senco")
    raised = concern(pupil(at=senco.school), by=person("teacher", at=senco.school))
    days = [entry for entry in entries(acting(senco), month="") if entry.kind == "concern"]
    days += entries(acting(senco), month=str(Month.of(timezone.localdate()).after), kind="concern")
    assert [entry.url for entry in days] == [raised.get_absolute_url()]
    assert "concern" not in kinds_for(person("head", at=senco.school))


def test_only_mine_and_one_kind(acting, around):
    browser = acting(around["ta"])
    assert entries(browser) and entries(browser, whose="mine") == []
    person_at(around["met"], "Ms Aide", kind="staff", membership=around["ta"])
    assert kinds(entries(browser, whose="mine")) == {"meeting"}
    assert kinds(entries(acting(around["senco"]), kind="plan")) == {"plan"}
    assert "whose" not in acting(around["parent"]).get(CALENDAR).context["form"].fields


def test_what_cannot_be_chosen_is_said_and_a_month_that_is_none_is_this_one(acting, around):
    browser = acting(around["senco"])
    wrong = browser.get(CALENDAR, MONTH | {"kind": "smoke"})
    assert wrong.status_code == 422 and "There is a problem" in wrong.content.decode()
    for text in ("", "2027-13", "1999-12", "2100-01", "٢٠٢٧-٠٣", "2027-3", "x" * 500):
        assert browser.get(CALENDAR, {"month": text}).context["month"] == Month.of(timezone.localdate())


def test_the_first_and_the_last_month_lead_no_further(acting, around):
    browser = acting(around["senco"])
    first, last = (browser.get(CALENDAR, {"month": text}).content.decode() for text in ("2000-01", "2099-12"))
    assert 'rel="prev"' not in first and 'rel="next"' in first
    assert 'rel="prev"' in last and 'rel="next"' not in last


def test_the_schools_own_days_stand_in_it(acting, around):
    here = around["child"].school
    with as_owner():
        Term.objects.create(
            school=here, name="Spring", starts=datetime.date(2027, 1, 5), ends=datetime.date(2027, 3, 24)
        )
        Closure.objects.create(
            school=here, name="Training", starts=datetime.date(2027, 2, 27), ends=datetime.date(2027, 3, 1)
        )  # fmt: skip
    for role in ("senco", "ta", "parent", "professional"):
        page = acting(around[role]).get(CALENDAR, MONTH)
        notes = {day.on.day: day.notes for day in page.context["days"] if day.notes}
        assert notes == {
            1: ["Closed: Training"],
            24: ["Last day: Spring"],
            26: ["Good Friday"],
            29: ["Easter Monday"],
        }
        assert "Good Friday" in page.content.decode()


def test_a_full_day_leads_to_the_list_that_has_them_all(acting, around):
    browser = acting(around["senco"])
    month = browser.get(CALENDAR, MONTH).content.decode()
    count = len(entries(browser))
    assert count > 4 and f"{count - 3} more" in month and "shape=list#day-10" in month
    listed = browser.get(CALENDAR, MONTH | {"shape": "list"}).content.decode()
    assert 'id="day-10"' in listed and all(entry.url in listed for entry in entries(browser))


def test_every_link_of_it_opens(acting, around):
    for role in ("senco", "teacher", "ta", "parent", "professional"):
        browser = acting(around[role])
        for entry in entries(browser):
            assert browser.get(entry.url).status_code == 200, (role, entry)


def test_every_pupil_in_it_is_in_the_record_of_reading(acting, around):
    entries(acting(around["ta"]))
    with as_owner():
        [event] = ReadEvent.objects.filter(what="calendar")
    assert event.pupil_ids == [around["child"].pk]


def test_nothing_of_another_school(acting, around):
    assert entries(acting(person("senco"))) == []


def test_it_takes_as_many_queries_for_many_as_for_one(acting, around, count_queries):  # noqa: F811
    url = f"{CALENDAR}?month=2027-03"
    browser, senco = acting(around["senco"]), around["senco"]
    few, shown = count_queries(browser, url), len(entries(browser))
    for number in range(3):
        fill(
            pupil(at=senco.school, legal_surname=f"More{number}"), by=senco, lead=senco, name=f"More{number}"
        )
    assert len(entries(browser)) >= shown + 18 and count_queries(browser, url) <= few
