"""Reading plans: the pupil's list and one plan."""

import pytest
from django.urls import reverse

from tests.factories import access, person, pupil, school
from tests.factories.plans import outcome, plan, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher():
    return person("teacher", at=school())


@pytest.fixture
def child(teacher):
    made = pupil(at=teacher.school)
    access(teacher, made)
    return made


def test_the_list_names_every_plan_with_its_state(acting, teacher, child):
    plan(child, by=teacher, title="First plan", steps=("begun", "shared", "in_force", "reviewed"))
    plan(child, by=teacher, title="Second plan", number=2)
    page = acting(teacher).get(reverse("provision:pupil_plans", args=[child.pk])).content.decode()
    assert "First plan" in page and "Reviewed" in page
    assert "Second plan" in page and "Draft" in page


def test_without_a_plan_the_list_says_what_one_is(acting, teacher, child):
    page = acting(teacher).get(reverse("provision:pupil_plans", args=[child.pk])).content.decode()
    assert "No plan yet" in page


def test_a_plan_shows_its_sections_and_rows(acting, teacher, child):
    made = plan(child, by=teacher)
    section(made, "strengths", text="Kind to others.")
    section(made, "outcomes", kind="outcomes", title="Outcomes", position=1)
    outcome(made, "Reads a page alone", measure="Three pages of three")
    page = acting(teacher).get(made.get_absolute_url()).content.decode()
    for words in ("Kind to others.", "Reads a page alone", "Three pages of three"):
        assert words in page


def test_a_list_and_a_plan_cost_the_same_with_one_row_and_with_five(
    acting, teacher, child, django_assert_max_num_queries
):
    made = plan(child, by=teacher)
    section(made, "outcomes", kind="outcomes", title="Outcomes")
    outcome(made, adult=teacher)
    browser = acting(teacher)
    addresses = (reverse("provision:pupil_plans", args=[child.pk]), made.get_absolute_url())
    browser.get(addresses[0])  # the first page of a session costs more
    costs = [counted(browser, each, django_assert_max_num_queries) for each in addresses]
    for number in range(2, 6):
        plan(child, by=teacher, number=number, lead=teacher)
        section(made, f"text{number}", text="Words")
        outcome(made, f"Outcome {number}", adult=teacher)
    assert [counted(browser, each, django_assert_max_num_queries) for each in addresses] == costs


def counted(browser, address, count) -> int:
    with count(200) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_only_staff_read_the_rows(acting, teacher, child, role):
    made = plan(child, by=teacher)
    somebody = person(role, at=teacher.school)
    access(somebody, child, source="parent" if role == "parent" else "share")
    assert acting(somebody).get(made.get_absolute_url()).status_code == 403
    assert acting(somebody).get(reverse("provision:pupil_plans", args=[child.pk])).status_code == 403


def test_a_stranger_finds_nothing(acting, teacher, child):
    made = plan(child, by=teacher)
    colleague = person("teacher", at=teacher.school)
    assert acting(colleague).get(made.get_absolute_url()).status_code == 404
    assert acting(colleague).get(reverse("provision:pupil_plans", args=[child.pk])).status_code == 404
