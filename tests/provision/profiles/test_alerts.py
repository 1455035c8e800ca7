"""Alerts: the office writes them, everybody who teaches the pupil reads them, and nothing of them is deleted."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from provision.models import PupilAlert
from tests.factories import access, as_owner, person
from tests.factories.profiles import alert

pytestmark = pytest.mark.django_db
SENT = {
    "kind": "safety", "text": "Leaves the site", "what_to_do": "Ring the office", "source": "Risk assessment", "starts": "2026-03-02",
    "ends": "", "for_cover": "on",
}  # fmt: skip


def rows() -> list[PupilAlert]:
    with as_owner():
        return list(PupilAlert.objects.order_by("pk"))


@pytest.fixture
def new(child):
    return reverse("provision:add_alert", args=[child.pk])


@pytest.mark.parametrize("role", ["senco", "admin"])
def test_the_office_writes_one(acting, child, new, role):
    writer = person(role, at=child.school)
    assert acting(writer).post(new, SENT).status_code == 302
    [made] = rows()
    assert (made.text, made.saved_by, made.for_cover) == ("Leaves the site", writer, True)


@pytest.mark.parametrize("role", ["teacher", "ta", "head", "parent"])
def test_nobody_else_does(acting, senco, child, new, role):
    somebody = person(role, at=child.school)
    access(somebody, child, source="parent" if role == "parent" else "share")
    existing = alert(child, by=senco)
    assert acting(somebody).post(new, SENT).status_code == 403
    assert acting(somebody).post(reverse("provision:end_alert", args=[existing.pk])).status_code == 403


def test_an_end_before_its_beginning_is_sent_back(acting, senco, new):
    sent = acting(senco).post(new, SENT | {"ends": "2026-03-01"})
    assert sent.status_code == 422 and not rows()


def test_two_who_correct_one_meet(acting, senco, child):
    made = alert(child, by=senco)
    address = reverse("provision:edit_alert", args=[made.pk])
    browser = acting(senco)
    form = browser.get(address).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    with as_owner():
        PupilAlert.objects.update(text="Nut and egg allergy", version=2)
    sent = browser.post(address, opened | {"text": "Peanut allergy"})
    assert sent.status_code == 422 and "Nut and egg allergy" in sent.content.decode()
    assert rows()[0].text == "Nut and egg allergy"


def test_one_that_ended_is_read_below_and_by_no_digest(acting, senco, teacher, child):
    made = alert(child, by=senco)
    acting(senco).post(reverse("provision:end_alert", args=[made.pk]))
    [ended] = rows()
    assert ended.ends == timezone.localdate() and not ended.holds(timezone.localdate())
    page = acting(teacher).get(reverse("provision:alerts", args=[child.pk])).content.decode()
    assert "No alert" in page and "Nut allergy" in page


def test_the_day_on_which_it_ends_is_the_first_without_it(child, senco):
    made = alert(child, by=senco, starts=datetime.date(2026, 3, 2), ends=datetime.date(2026, 3, 5))
    days = [datetime.date(2026, 3, day) for day in (1, 2, 4, 5)]
    assert [made.holds(day) for day in days] == [False, True, True, False]
    with as_owner():
        found = [PupilAlert.objects.in_force(day).exists() for day in days]
    assert found == [False, True, True, False]


def test_another_school_finds_none(acting, senco, child):
    made = alert(child, by=senco)
    far = acting(person("senco"))
    assert far.get(reverse("provision:edit_alert", args=[made.pk])).status_code == 404
    assert far.get(reverse("provision:alerts", args=[child.pk])).status_code == 404
