"""Sessions recorded on a phone, what was delivered, adults away, and what a family reads."""

import datetime
import re

import pytest
from django.urls import reverse

from provision import models
from provision.queries.delivery.days import my_day
from register.models import PupilAccess
from senco.access.context import acting_as
from tests.factories import access, as_owner, person, pupil
from tests.factories.plans import outcome, plan
from tests.factories.provided import mark, provision, session
from tests.provision.groups.conftest import day

pytestmark = pytest.mark.django_db
PRESENT = {"version": "0", "state": "ran", "reason": "", "minutes": "20", "note": ""}


def last_school_day() -> datetime.date:
    """Today, or the Friday before a weekend: a day on which the group met, unless it was a holiday."""
    today = day(0)
    return today - datetime.timedelta(days=max(0, today.weekday() - 4))


def address(group, on=None, at="0930") -> str:
    return reverse("provision:session", args=[group.pk, (on or last_school_day()).isoformat(), at])


def rows(model) -> list:
    with as_owner():
        return list(model.objects.order_by("pk"))


def marks(**said) -> dict:
    return PRESENT | {f"mark_{n}": "present" for n in range(2)} | said


def test_an_assistant_records_a_session(acting, ta, group, children):
    sent = marks(mark_1="short", minutes_1="5", note_1="Tired", note="Page 4")
    assert acting(ta).post(address(group), sent).status_code == 302
    [made] = rows(models.Session)
    assert (made.state, made.minutes, made.note, made.saved_by) == ("ran", 20, "Page 4", ta)
    assert sorted(each.minutes for each in rows(models.SessionMark)) == [5, 20]


def test_targets_are_ticked(acting, senco, ta, group, children):
    written = plan(children[0], by=senco)
    served = outcome(written)
    with as_owner():
        target = models.Target.objects.create(
            school=senco.school,
            pupil=children[0],
            plan=written,
            outcome=served,
            text="Asks once",
            saved_by=senco,
        )
        group.places.filter(pupil=children[0]).update(outcome=served)
    page = acting(ta).get(address(group))
    [number] = [
        n for n, place in enumerate(page.context["sitting"].places) if place.pupil_id == children[0].pk
    ]
    assert "Asks once" in page.content.decode()
    acting(ta).post(address(group), marks() | {f"progress_{number}": [str(target.pk)]})
    assert [each.progress for each in rows(models.SessionMark) if each.pupil_id == children[0].pk] == [
        [target.pk]
    ]


def test_sent_twice_it_is_one_session_and_the_second_is_told(acting, ta, group):
    browser = acting(ta)
    browser.post(address(group), marks())
    again = browser.post(address(group), marks(note="Mine"))
    assert again.status_code == 422 and "Somebody else recorded this session" in again.content.decode()
    assert "Mine" in again.content.decode() and len(rows(models.Session)) == 1
    corrected = browser.post(address(group), marks(note="Mine", version="1"))
    assert corrected.status_code == 302 and rows(models.Session)[0].note == "Mine"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"state": "not_run"}, "Say why it did not run"),
        ({"mark_0": "short"}, "Enter how many of the minutes"),
        ({"mark_0": "short", "minutes_0": "21"}, "Enter how many of the minutes"),
        ({"mark_0": "dancing"}, "dancing"),
    ],
)
def test_what_cannot_be_is_sent_back(acting, ta, group, wrong, words):
    answer = acting(ta).post(address(group), marks(**wrong))
    assert answer.status_code == 422 and words in answer.content.decode() and not rows(models.Session)


def test_why_it_did_not_run(acting, ta, group):
    acting(ta).post(address(group), marks(state="not_run", reason="trip"))
    [made] = rows(models.Session)
    assert (made.state, made.reason, made.minutes) == ("not_run", "trip", None) and not rows(
        models.SessionMark
    )


def test_what_is_to_come_cannot_be_recorded(acting, senco, ta, children, talk_time):
    times = tuple((weekday, "09:30", 20) for weekday in range(5))
    soon = provision(
        talk_time, by=senco, pupils=children, adults=[ta], times=times, starts=day(1), ends=day(20)
    )
    monday = day(1) + datetime.timedelta(days=(7 - day(1).weekday()) % 7)
    answer = acting(ta).post(address(soon, monday), marks())
    assert answer.status_code in (404, 422) and not rows(models.Session)


def test_those_who_neither_run_nor_cover_it_find_nothing(acting, senco, group, children):
    teacher = person("teacher", at=senco.school)
    access(teacher, children[0])
    assert acting(teacher).get(address(group)).status_code == 404
    assert acting(person("senco")).get(address(group)).status_code == 404
    assert acting(person("head", at=senco.school)).get(address(group)).status_code == 403
    assert acting(senco).get(address(group)).status_code == 200


@pytest.mark.parametrize("rest", ["2026-13-45/0930", "rubbish/0930", "2026-11-26/9999", "2026-11-26/xx"])
def test_an_address_that_names_no_session_is_none(acting, senco, group, rest):
    assert acting(senco).get(f"/sessions/{group.pk}/{rest}/").status_code == 404


def test_an_extra_session_counts_beside_the_timetable(acting, ta, group, children):
    browser = acting(ta)
    to = browser.post(
        reverse("provision:extra_session", args=[group.pk]),
        {"day": day(0).isoformat(), "at": "15:10", "minutes": "30"},
    )
    assert browser.post(to.url, marks(minutes="30")).status_code == 302
    [made] = rows(models.Session)
    assert made.extra and made.planned_minutes == 30
    [line] = browser.get(reverse("provision:pupils_delivery", args=[children[0].pk])).context["lines"]
    assert line.total.extra == 30


def test_a_record_is_taken_back_and_put_back(acting, ta, group):
    browser = acting(ta)
    browser.post(address(group), marks())
    [made] = rows(models.Session)
    browser.post(reverse("provision:take_session_back", args=[made.pk]))
    assert rows(models.Session)[0].removed_at
    browser.post(reverse("provision:put_session_back", args=[made.pk]))
    assert rows(models.Session)[0].removed_at is None
    assert browser.get(reverse("provision:take_session_back", args=[made.pk])).status_code == 405


def test_my_day_shows_mine_and_what_is_open(acting, senco, ta, group):
    found = acting(ta).get(reverse("provision:my_day")).context["day"]
    open_days = {each.day for each in found.earlier}
    assert open_days and all(each < day(0) for each in open_days)
    session(group, max(open_days))
    again = acting(ta).get(reverse("provision:my_day")).context["day"]
    assert {each.day for each in again.earlier} == open_days - {max(open_days)}
    assert acting(person("ta", at=senco.school)).get(reverse("provision:my_day")).context["day"].earlier == []


def test_holidays_hide_no_session_that_nobody_recorded(senco, ta, group):
    """The first day after the holidays shows what was open on the last days before them, and so do the holidays."""
    end = day(30)  # of the term; the next one starts ten days later
    with as_owner():
        models.Provision.objects.filter(pk=group.pk).update(ends=end)
    with acting_as(ta):
        before, within, after = (
            [sitting.day for sitting in my_day(ta, each).earlier]
            for each in (end, end + datetime.timedelta(days=9), end + datetime.timedelta(days=10))
        )
    assert before and within
    assert within == after and max(within) >= max(before)
    assert min(within) >= end - datetime.timedelta(days=14)


def test_the_school_sees_what_the_law_requires_first(acting, proved, senco, group, children):
    with as_owner():
        group.places.filter(pupil=children[1]).update(required=True)
    held = session(group, last_school_day() - datetime.timedelta(days=7))
    mark(held, children[0])
    mark(held, children[1], "absent")
    page = acting(senco).get(reverse("provision:delivery"))
    first, second = page.context["lines"]
    assert (first.required, first.pupil, second.pupil) == (True, children[1], children[0])
    assert first.total.missed["pupil"] == 20 and second.total.delivered == 20
    narrowed = acting(senco).get(reverse("provision:delivery"), {"show": "required", "year": "7"})
    assert len(narrowed.context["lines"]) == 1
    sheet = proved(senco).get(reverse("provision:export_delivery", args=["csv"])).content.decode()
    assert "Ada Clarke" in sheet and "Talk time" in sheet


def test_a_parent_reads_what_took_place_and_nothing_of_others(acting, senco, group, children):
    mother = person("parent", at=senco.school)
    access(mother, children[0], source="parent")
    with as_owner():
        models.Intervention.objects.update(plain="Talking in a small group")
    held = session(group, last_school_day() - datetime.timedelta(days=7), note="Office only")
    mark(held, children[0], note="Staff only")
    mark(held, children[1], "refused")
    page = acting(mother).get(reverse("provision:family_support", args=[children[0].pk]))
    text = page.content.decode()
    assert "Talking in a small group" in text and "20 of" in text
    for hidden in ("Ben", "Office only", "Staff only", "Hut", "Talk time"):
        assert hidden not in text
    assert acting(mother).get(reverse("provision:family_support", args=[children[1].pk])).status_code == 404
    assert acting(senco).get(reverse("provision:family_support", args=[children[0].pk])).status_code == 403


def away(acting, senco, adult, **facts):
    sent = {
        "membership": adult.pk,
        "starts": last_school_day().isoformat(),
        "ends": last_school_day().isoformat(),
    }
    return acting(senco).post(reverse("provision:adults_away"), sent | facts)


def opened(adult) -> int:
    with as_owner():
        return PupilAccess.objects.live().filter(membership=adult, source="provision").count()


def test_cover_is_suggested_arranged_and_taken_back(acting, proved, senco, ta, group, children):
    free, busy = person("ta", at=senco.school), person("ta", at=senco.school)
    times = tuple((weekday, "09:20", 20) for weekday in range(5))
    provision(by=senco, adults=[busy], times=times, starts=day(-20), ends=day(20))
    to = away(acting, senco, ta).url
    [row] = acting(senco).get(to).context["rows"]
    names = [each.pk for each in row.free]
    assert free.pk in names and busy.pk not in names and ta.pk not in names
    assert names[0] == free.pk  # of the same role
    [absence] = rows(models.AdultAbsence)
    key = [absence.pk, group.pk, last_school_day().isoformat(), "0930"]
    proved(senco).post(reverse("provision:cover_session", args=key), {"adult": free.pk})
    [arranged] = rows(models.Session)
    assert (arranged.state, arranged.adult) == ("expected", free)
    assert opened(free) == (2 if last_school_day() == day(0) else 0)
    proved(senco).post(reverse("provision:undo_cover", args=[absence.pk, arranged.pk]))
    assert rows(models.Session)[0].removed_at and opened(free) == 0


def test_what_nobody_covers_does_not_run(acting, proved, senco, ta, group):
    to = away(acting, senco, ta).url
    [absence] = rows(models.AdultAbsence)
    proved(senco).post(reverse("provision:none_run", args=[absence.pk]))
    [made] = rows(models.Session)
    assert (made.state, made.reason) == ("not_run", "adult")
    assert acting(senco).get(to).context["open"] == 0


def test_one_press_takes_back_what_one_press_wrote(acting, proved, senco, ta, group):
    to = away(acting, senco, ta).url
    [absence] = rows(models.AdultAbsence)
    other = session(group, group.starts, state="not_run", reason="room", by=senco)
    page = proved(senco).post(reverse("provision:none_run", args=[absence.pk]), follow=True)
    [back] = re.findall(r"/away/[0-9a-f-]{36}/none-run/undo/\?moment=[^\"&]+", page.content.decode())
    for wrong in ("?moment=yesterday", "?moment=2026-11-27T10:00:00", ""):
        undo = reverse("provision:undo_none_run", args=[absence.pk]) + wrong
        assert proved(senco).post(undo).status_code == 404
    proved(person("senco", at=senco.school)).post(back)  # somebody else's press is not theirs to take back
    assert acting(senco).get(to).context["open"] == 0
    proved(senco).post(back)
    assert acting(senco).get(to).context["open"] == 1
    with as_owner():
        assert models.Session.objects.kept().get().pk == other.pk


def test_a_long_absence_is_shown_month_by_month(acting, senco, ta, group):
    to = away(acting, senco, ta, starts=day(-10).isoformat(), ends=day(80).isoformat()).url
    browser = acting(senco)
    first = browser.get(to).context
    assert (first["first"], first["last"], first["later"]) == (day(0), day(30), day(31))
    assert browser.get(to, {"from": day(31).isoformat()}).context["first"] == day(31)
    assert browser.get(to, {"from": day(31).isoformat()}).context["earlier"] == day(0)
    assert browser.get(to, {"from": "soon"}).context["first"] == day(0)
    assert browser.get(to, {"from": day(900).isoformat()}).context["last"] == day(80)


def test_the_ledger_is_narrowed_to_one_intervention(acting, senco, group, children):
    provision(
        by=senco,
        pupils=children,
        times=tuple((weekday, "11:00", 5) for weekday in range(5)),
        starts=day(-20),
        ends=day(20),
    )
    browser, to = acting(senco), reverse("provision:delivery")
    assert len({line.provision.pk for line in browser.get(to).context["lines"]}) == 2
    one = browser.get(to, {"intervention": str(group.intervention_id)}).context
    assert {line.provision.pk for line in one["lines"]} == {group.pk} and len(one["kinds"]) == 2


def test_away_in_the_afternoon_hits_nothing_in_the_morning(acting, senco, ta, group):
    to = away(acting, senco, ta, from_time="12:00").url
    assert acting(senco).get(to).context["rows"] == []
    wrong = away(acting, senco, ta, from_time="12:00", until_time="11:00")
    assert wrong.status_code == 422


def test_here_after_all(acting, senco, ta, group):
    away(acting, senco, ta)
    [absence] = rows(models.AdultAbsence)
    acting(senco).post(reverse("provision:take_absence_back", args=[absence.pk]))
    assert rows(models.AdultAbsence)[0].removed_at
    acting(senco).post(reverse("provision:put_absence_back", args=[absence.pk]))
    assert rows(models.AdultAbsence)[0].removed_at is None


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "governor"])
def test_cover_is_the_offices(acting, senco, role):
    assert acting(person(role, at=senco.school)).get(reverse("provision:adults_away")).status_code == 403
    assert acting(person(role, at=senco.school)).get(reverse("provision:delivery")).status_code == 403


@pytest.mark.parametrize("name", ["delivery", "my_day"])
def test_the_number_of_queries_does_not_grow(acting, senco, ta, group, count_queries, name):
    reader = senco if name == "delivery" else ta
    browser, to = acting(reader), reverse(f"provision:{name}")
    few = count_queries(browser, to)
    for number in range(4):
        times = tuple((weekday, f"1{number}:00", 20) for weekday in range(5))
        provision(
            by=senco, pupils=[pupil(at=senco.school)], adults=[ta], times=times, starts=day(-20), ends=day(3)
        )
    assert count_queries(browser, to) == few
