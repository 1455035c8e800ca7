"""Plans in the database: frozen as the actions freeze, with history, and in sight of whom they are for."""

import pytest

from provision.models import Plan, PlanVersion
from provision.queries.papers import paper_of
from tests.demo.loading import load
from tests.demo.test_loading import demo_mode
from tests.factories import as_owner

pytestmark = pytest.mark.django_db
demo_mode = demo_mode  # applies to this file too


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
