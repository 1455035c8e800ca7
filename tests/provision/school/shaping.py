"""Templates of a school: what holds, what is kept, and a section's form."""

from provision.models import PlanTemplate
from provision.plan_types import shipped
from provision.queries.templates import sections_for
from tests.factories import as_owner

TYPE = "support_plan"
SHIPPED = [one.code for one in shipped()[TYPE].sections]


def codes(school, plan_type=TYPE) -> list[str]:
    with as_owner():
        return [one.code for one in sections_for(school, plan_type)]


def kept(school, plan_type=TYPE) -> PlanTemplate:
    with as_owner():
        return PlanTemplate.objects.get(school=school, plan_type=plan_type)


def section(**changed) -> dict:
    """A section's form as a browser sends it."""
    return {
        "title": "What helps",
        "prompt": "",
        "kind": "text",
        "editors": ["teacher"],
        "shared": "on",
        "version": "0",
    } | changed
