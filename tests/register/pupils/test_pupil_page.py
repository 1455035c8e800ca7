"""One pupil's page: what each reader finds on it, and what they must never find."""

import datetime

import pytest
from django.urls import reverse

from register.models import ContactAddress, Monitoring, SenNeed
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, concern, contact, group, on_status, person, pupil

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    """A pupil with something in every part of the page."""
    made = pupil(
        at=senco.school, upn="X820432113001", year_group=8, form="8B", key_adult=person("ta", at=senco.school)
    )
    period = on_status(made)
    with as_owner():
        type(period).objects.filter(pk=period.pk).update(criteria="Canary-criteria", decided_by=senco)
        SenNeed.objects.create(
            school_id=made.school_id, pupil=made, need_type="SPLD", starts=datetime.date(2025, 9, 1)
        )
    home = contact(made, phone="0163 2960001", email="home@example.org", lives_with_pupil=True)
    barred = contact(
        made, surname="Barred", phone="0163 2960999", court_order=True, restriction="Canary-order"
    )
    with as_owner():
        for parent, lines in [(home, "1 Canary Street"), (barred, "2 Canary Street")]:
            ContactAddress.objects.create(
                school_id=made.school_id, pupil=made, contact=parent, lines=lines, confidential=True
            )
    group(
        at=senco.school,
        teachers=[person("teacher", at=senco.school, last_name="Maths")],
        pupils=[made],
        name="8/Ma2",
    )
    concern(made, by=senco, what_happened="Canary-concern")
    return made


def teacher_of(child):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    return teacher


def page(acting, who, child):
    return acting(who).get(reverse("register:pupil", args=[child.pk]))


def test_the_office_finds_everything(acting, senco, child):
    text = page(acting, senco, child).content.decode()
    for words in [
        child.name, "Year 8", "SEN Support", "Specific learning difficulty", "Canary-criteria", "0163 2960001", "0163 2960999",
        "home@example.org", "1 Canary Street", "Canary-order", "Confidential address", "8/Ma2", "Ms Maths", child.upn,
        child.key_adult.name, "2026-", reverse("register:change_status", args=[child.pk]),
    ]:  # fmt: skip
        assert words in text, words


def test_a_teacher_finds_telephones_and_needs_but_no_address_order_or_office_matter(acting, child):
    text = page(acting, teacher_of(child), child).content.decode()
    for words in [
        child.name,
        "SEN Support",
        "Specific learning difficulty",
        "0163 2960001",
        "8/Ma2",
        "Ask the SEN office",
    ]:
        assert words in text, words
    for canary in [
        "Canary Street", "Canary-order", "0163 2960999", "home@example.org", "Canary-concern", "/concerns/2", child.upn,
        reverse("register:change_status", args=[child.pk]), reverse("register:edit_pupil", args=[child.pk]),
    ]:  # fmt: skip
        assert canary not in text, canary


def test_a_stranger_finds_nothing(acting, child):
    assert page(acting, person("teacher", at=child.school), child).status_code == 404
    assert page(acting, person("senco"), child).status_code == 404


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_other_roles_are_refused_even_with_a_grant(acting, child, role):
    somebody = person(role, at=child.school)
    access(somebody, child)
    assert page(acting, somebody, child).status_code == 403


def test_it_cannot_be_posted_to(acting, senco, child):
    assert acting(senco).post(reverse("register:pupil", args=[child.pk])).status_code == 405


def test_opening_it_is_recorded(acting, child):
    teacher = teacher_of(child)
    page(acting, teacher, child)
    with as_owner():
        event = ReadEvent.objects.get(kind="opened", what="pupil")
    assert (event.membership_id, event.pupil_ids) == (teacher.pk, [child.pk])


def test_watching_is_said_not_to_be_sen_status(acting, senco):
    made = pupil(at=senco.school)
    with as_owner():
        Monitoring.objects.create(
            school=senco.school,
            pupil=made,
            starts=datetime.date(2026, 1, 5),
            review_on=datetime.date(2099, 1, 5),
            started_by=senco,
        )
    text = page(acting, senco, made).content.decode()
    assert "This is not SEN status" in text and "Watched" in text


def test_a_pupil_about_whom_nothing_is_known_has_a_page_too(acting, senco):
    text = page(acting, senco, pupil(at=senco.school, key_adult=None)).content.decode()
    assert "No SEN status was ever recorded" in text and "No contact is recorded" in text


def test_the_number_of_queries_does_not_grow(acting, senco, child, count_queries):
    browser, url = acting(senco), reverse("register:pupil", args=[child.pk])
    small = count_queries(browser, url)
    for number in range(5):
        contact(child)
        concern(child, by=senco)
        group(
            at=senco.school,
            teachers=[person("teacher", at=senco.school)],
            pupils=[child],
            name=f"8/X{number}",
        )
        access(person("ta", at=senco.school), child)
    assert count_queries(browser, url) == small


@pytest.mark.parametrize(("code", "said"), [("YOR", "Yoruba"), ("XYZ", "census code XYZ")])
def test_the_first_language_is_said_by_name(acting, senco, child, code, said):
    with as_owner():
        type(child).objects.filter(pk=child.pk).update(first_language=code)
    assert f"<dd>{said}</dd>" in page(acting, senco, child).content.decode()


def test_no_day_stands_in_two_periods_of_the_status(acting, senco):
    other = pupil(at=senco.school)
    on_status(other, "N", since=datetime.date(2024, 9, 3), ends=datetime.date(2025, 9, 10))
    on_status(other, "K", since=datetime.date(2025, 9, 10))
    text = page(acting, senco, other).content.decode()
    assert "3 Sep 2024 – 9 Sep 2025" in text and "– 10 Sep 2025" not in text
