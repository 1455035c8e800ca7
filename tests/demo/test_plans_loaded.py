"""Plans in the database: frozen as the actions freeze, with history, and in sight of whom they are for."""

import pytest
from django.db import connection

from provision.models import Plan, PlanVersion
from provision.queries.papers import paper_of
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.demo.test_loading import demo_mode, load
from tests.factories import as_owner

pytestmark = pytest.mark.django_db
demo_mode = demo_mode  # applies to this file too


def member(name: str, role: str) -> Membership:
    with as_owner():
        return Membership.objects.get(email=f"{name}@larkfield.example", role=role)


def unchanged_since_frozen() -> list[PlanVersion]:
    """The latest versions of plans in force of which nothing was written since."""
    found = []
    for plan in Plan.objects.in_state("in_force"):
        latest = plan.versions.order_by("-number")[:2]
        if plan.steps.order_by("-at").first() == latest[0].step:
            found += latest
    return found


def test_a_version_is_what_the_rows_say():
    load(pupils=120)
    with as_owner():
        versions = unchanged_since_frozen()
        assert len(versions) > 20 and {version.audience for version in versions} == {"staff", "family"}
        for version in versions:
            paper = paper_of(version.plan, for_family=version.audience == "family")
            assert paper.as_json() == version.content
        version.plan.sections.filter(code="strengths").update(text="Something else.")
        assert paper_of(version.plan, for_family=True).as_json() != version.content  # control


def test_rows_of_plans_have_their_first_event():
    load()
    with as_owner(), connection.cursor() as cursor:
        for table in ("plan", "outcome", "planversion", "seen"):
            cursor.execute(
                f"select (select count(*) from provision_{table}), (select count(*) from provision_{table}event)"
            )
            rows, events = cursor.fetchone()
            assert rows == events > 0, table


def test_further_schools_have_plans_without_history():
    load(schools=2)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select s.laestab, count(o.id), count(e.pgh_id) from accounts_school s join provision_outcome o on o.school_id = s.id"
            " left join provision_outcomeevent e on e.pgh_obj_id = o.id group by 1 order by 1"
        )
        first, second = cursor.fetchall()
    assert first[1] == first[2] > 0
    assert second[1] > 0 and second[2] == 0


def test_the_parent_reads_one_plan_that_waits_and_one_before():
    load()
    parent = member("parent", "parent")
    with as_owner():
        numbers = dict(Plan.objects.values_list("pk", "number"))
    with acting_as(parent):
        versions = list(PlanVersion.objects.visible_to(parent).order_by("at"))
    assert {version.audience for version in versions} == {"family"}
    kinds = [
        [version.kind for version in versions if numbers[version.plan_id] == number] for number in (1, 2)
    ]
    assert kinds[0][0] == "shared" and kinds[0][-1] == "reviewed"
    assert kinds[1] == ["shared"]


def test_the_professional_reads_the_plan_of_the_shared_pupil():
    load(pupils=300)
    professional = member("professional", "professional")
    with acting_as(professional):
        assert PlanVersion.objects.visible_to(professional).filter(kind="in_force").exists()


def test_the_teacher_finds_a_draft_to_write():
    load(pupils=300)
    teacher = member("teacher", "teacher")
    with acting_as(teacher):
        assert Plan.objects.visible_to(teacher).in_state("draft").filter(lead=teacher).exists()
