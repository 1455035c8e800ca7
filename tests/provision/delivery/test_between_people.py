"""Two people and one session: nobody's words are lost, and cover stays cover."""

import pytest
from django.urls import reverse

from provision import models
from tests.factories import as_owner, person
from tests.provision.delivery.test_pages import address, away, last_school_day, marks, rows
from tests.provision.groups.conftest import day

pytestmark = pytest.mark.django_db


def arrange(proved, senco, group, **sent):
    """What the office says to the session of an adult who is away."""
    absence = rows(models.AdultAbsence)[-1]
    key = [absence.pk, group.pk, last_school_day().isoformat(), "0930"]
    return proved(senco).post(reverse("provision:cover_session", args=key), sent)


@pytest.fixture
def covered(acting, proved, senco, ta, group):
    free = person("ta", at=senco.school)
    away(acting, senco, ta)
    arrange(proved, senco, group, adult=free.pk)
    return free


def test_the_same_register_sent_twice_is_no_question(acting, ta, group):
    for _twice in range(2):
        assert acting(ta).post(address(group), marks()).status_code == 302
    assert len(rows(models.Session)) == 1


def test_a_correction_keeps_the_minutes_that_were_planned_then(acting, ta, group):
    acting(ta).post(address(group), marks())
    with as_owner():
        group.times.update(minutes=40)
    assert acting(ta).post(address(group), marks(version="1", note="Later")).status_code == 302
    assert rows(models.Session)[0].planned_minutes == 20


def test_what_the_other_said_about_each_pupil_is_shown(acting, ta, senco, group):
    acting(ta).post(address(group), marks(mark_1="short", minutes_1="7", note_1="Unwell from the start"))
    page = acting(senco).post(address(group), marks(note="Mine"))
    assert page.status_code == 422 and "Unwell from the start" in page.content.decode()


def test_whoever_covers_takes_back_and_puts_back(acting, covered, group):
    if last_school_day() != day(0):
        pytest.skip("cover opens pupils on its day alone, and there is no session at weekends")
    browser = acting(covered)
    assert browser.post(address(group), marks(version="1")).status_code == 302
    [made] = rows(models.Session)
    assert browser.post(reverse("provision:take_session_back", args=[made.pk])).status_code == 302
    assert browser.post(reverse("provision:put_session_back", args=[made.pk])).status_code == 302
    with as_owner():
        assert [each.state for each in models.Session.objects.kept()] == ["ran"]


def test_a_record_that_is_taken_back_leaves_the_cover(acting, covered, senco, group):
    acting(senco).post(address(group), marks(version="1"))
    [made] = rows(models.Session)
    acting(senco).post(reverse("provision:take_session_back", args=[made.pk]))
    with as_owner():
        [left] = models.Session.objects.kept()
    assert (left.state, left.adult) == ("expected", covered)


def test_nobody_who_is_away_or_elsewhere_can_be_sent_as_cover(acting, proved, senco, ta, group):
    other = person("ta", at=senco.school)
    for adult in (other, ta):
        away(acting, senco, adult)
    arrange(proved, senco, group, adult=other.pk)
    arrange(proved, senco, group, adult=person("ta").pk)
    assert rows(models.Session) == []


def test_a_reason_that_somebody_gave_is_not_written_over(acting, proved, senco, ta, group):
    away(acting, senco, ta)
    acting(senco).post(address(group), marks(state="not_run", reason="trip"))
    arrange(proved, senco, group, **{"not": "1"})
    assert rows(models.Session)[0].reason == "trip"


def test_the_day_that_is_not_over_is_no_shortfall(acting, senco, group):
    today_missing = acting(senco).get(reverse("provision:delivery")).context["lines"][0].total
    with as_owner():
        group.times.filter(weekday=day(0).weekday()).delete()
    without = acting(senco).get(reverse("provision:delivery")).context["lines"][0].total
    assert (today_missing.shortfall, today_missing.unaccounted >= without.unaccounted) == (0, True)
