"""The sections a plan of some kind begins with: the school's own template, or the shipped one."""

from provision.models import PlanTemplate
from provision.plan_types import shipped
from provision.plan_types.shape import SectionShape


def sections_for(school, plan_type: str) -> tuple[SectionShape, ...]:
    """In their order; raises KeyError for a kind of plan that neither the school nor the system has."""
    own = PlanTemplate.objects.filter(school=school, plan_type=plan_type).first()
    if own is not None:
        return tuple(SectionShape.from_json(kept) for kept in own.sections)
    return shipped()[plan_type].sections


def plan_types_for(school) -> list[tuple[str, str]]:
    """(code, name) of the kinds of plan that this school can begin, as the choices of a form."""
    return [(code, str(kind.name)) for code, kind in shipped().items()]
