"""Editing the key adult in the register's own cell, and on a page without JavaScript."""

import pytest
from django.urls import reverse

from register.models import Pupil
from tests.factories import as_owner, person, pupil

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def office(proved, senco):
    return proved(senco)


@pytest.fixture
def child(senco):
    return pupil(at=senco.school)


@pytest.fixture
def helper(senco):
    return person("ta", at=senco.school, last_name="Helper")


def url(child, name="key_adult"):
    return reverse(f"register:{name}", args=[child.pk])


def stored(child):
    with as_owner():
        return Pupil.objects.get(pk=child.pk).key_adult_id


def test_the_cell_becomes_a_box_and_a_cell_again(office, child, helper):
    box = office.get(url(child), headers=HTMX).content.decode()
    assert "<select" in box and "Helper" in box and "<html" not in box
    cell = office.post(url(child), {"adult": helper.pk}, headers=HTMX).content.decode()
    assert "Ms Helper" in cell and "<select" not in cell and "Undo" in cell
    assert stored(child) == helper.pk


def test_escape_brings_the_cell_back_unchanged(office, child):
    cell = office.get(url(child, "key_adult_cell"), headers=HTMX).content.decode()
    assert "Choose" in cell and "<html" not in cell
    assert office.get(url(child, "key_adult_cell")).url == child.get_absolute_url()


def test_without_javascript_it_is_a_small_page(office, child, helper):
    assert "<html" in office.get(url(child)).content.decode()
    assert office.post(url(child), {"adult": helper.pk}).url == child.get_absolute_url()
    assert stored(child) == helper.pk
    office.post(url(child), {"adult": "", "seen": helper.pk})
    assert stored(child) is None


def test_the_choice_of_somebody_else_in_the_meantime_is_not_overwritten_unseen(office, senco, child, helper):
    """The box was open in two offices."""
    other = person("teacher", at=senco.school, last_name="Teacher")
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(key_adult=other)
    for headers in (HTMX, {}):
        answer = office.post(url(child), {"adult": helper.pk, "seen": ""}, headers=headers)
        assert answer.status_code == 422 and "Somebody else chose Ms Teacher" in answer.content.decode()
        assert f'<option value="{helper.pk}" selected' in answer.content.decode()
    assert stored(child) == other.pk
    assert f'name="seen" value="{other.pk}"' in answer.content.decode()
    office.post(url(child), {"adult": helper.pk, "seen": other.pk})
    assert stored(child) == helper.pk


def test_somebody_of_another_school_is_refused(office, child):
    answer = office.post(url(child), {"adult": person("ta").pk}, headers=HTMX)
    assert answer.status_code == 422 and stored(child) is None


def test_the_cell_cannot_be_posted_to(office, child):
    assert office.post(url(child, "key_adult_cell")).status_code == 405
