"""Kinds of plan of a school's own: added, renamed, retired and offered again."""

import datetime

import pytest

from provision.actions.beginning import begin_plan
from provision.models import PlanTemplate
from provision.plan_types import shipped
from provision.queries.papers import paper_of
from provision.queries.templates import name_for, plan_types_for, sections_for
from senco.access.context import acting_as
from tests.factories import as_owner, pupil

from .banking import link
from .shaping import TYPE, codes, kept, section

pytestmark = pytest.mark.django_db
STARTS, REVIEW = datetime.date(2026, 9, 7), datetime.date(2026, 12, 11)


def test_a_kind_of_plan_of_its_own(acting, senco, here):
    browser = acting(senco)
    answer = browser.post(link("add_kind"), {"name": "Reading plan", "like": "plp"})
    assert answer.url == link("template", "reading_plan")
    child = pupil(at=here)
    with acting_as(senco):
        assert ("reading_plan", "Reading plan") in plan_types_for(here)
        made = begin_plan(pupil=child, plan_type="reading_plan", starts=STARTS, review_on=REVIEW, by=senco)
        assert made.title == "Reading plan, cycle 1"
        assert name_for(here, "reading_plan") == "Reading plan"
        assert paper_of(made, for_family=True).plan_type == "Reading plan"
        assert name_for(here, "plp") != "plp" and name_for(here, "unheard_of") == "unheard_of"
    assert codes(here, "reading_plan") == [one.code for one in shipped()["plp"].sections]


@pytest.mark.parametrize(
    ("name", "fault"), [("sen support PLAN", "of this name already"), (" ", "Fill in"), ("x" * 61, "60")]
)
def test_a_kind_needs_a_name_of_its_own(acting, senco, name, fault):
    answer = acting(senco).post(link("add_kind"), {"name": name, "like": TYPE})
    assert answer.status_code == 422 and fault in answer.content.decode()


def test_a_kind_begins_like_one_there_is(acting, senco):
    assert acting(senco).post(link("add_kind"), {"name": "Mine", "like": "nothing"}).status_code == 422


@pytest.mark.parametrize(
    "name", ["Add", "计划", "Support plan", "A very long name of a kind of plan that goes on and on"]
)
def test_every_name_becomes_a_code_of_its_own(acting, senco, here, name):
    answer = acting(senco).post(link("add_kind"), {"name": name, "like": TYPE})
    assert answer.status_code == 302
    with as_owner():
        [row] = PlanTemplate.objects.filter(school=here)
    assert 0 < len(row.plan_type) <= 30 and row.plan_type not in {*shipped(), "add"}
    assert acting(senco).get(answer.url).status_code == 200


def test_a_kind_is_renamed_retired_and_offered_again(acting, senco, here):
    browser = acting(senco)
    browser.post(link("add_kind"), {"name": "Reading plan", "like": TYPE})
    browser.post(link("rename_kind", "reading_plan"), {"name": "Literacy plan", "version": 1})
    assert kept(here, "reading_plan").name == "Literacy plan"
    assert (
        browser.post(link("rename_kind", "reading_plan"), {"name": "Late", "version": 1}).status_code == 422
    )
    browser.post(link("retire_template", "reading_plan"), {"version": 2})
    with as_owner():
        assert "reading_plan" not in dict(plan_types_for(here))
        assert sections_for(here, "reading_plan")  # the next cycle of a plan that exists
    assert "Remove" not in browser.get(link("template", "reading_plan")).content.decode()
    browser.post(link("bring_back_template", "reading_plan"), {"version": 3})
    with as_owner():
        assert "reading_plan" in dict(plan_types_for(here))


def test_a_retired_kind_is_not_changed(acting, senco, here):
    browser = acting(senco)
    browser.post(link("add_kind"), {"name": "Reading plan", "like": TYPE})
    browser.post(link("retire_template", "reading_plan"), {"version": 1})
    answer = browser.post(link("add_section", "reading_plan"), section(version="2"))
    assert answer.status_code == 422 and "Bring it back" in answer.content.decode()


def test_a_shipped_kind_keeps_its_name(acting, senco):
    assert acting(senco).get(link("rename_kind", TYPE)).status_code == 404
