"""The kinds of plan a school can begin, and the sections each begins with: the school's own, or the shipped ones."""

from dataclasses import dataclass

from provision.models import PlanTemplate
from provision.plan_types import name_of, shipped
from provision.plan_types.shape import SectionShape


@dataclass(frozen=True)
class KindOfPlan:
    """A kind of plan as one school has it. `row` is what the school keeps of it, if anything; `version` of nothing is 0."""

    code: str
    name: str
    sections: tuple[SectionShape, ...]
    is_shipped: bool
    row: PlanTemplate | None = None

    @property
    def version(self) -> int:
        return self.row.version if self.row else 0

    @property
    def is_own(self) -> bool:
        """Whether the sections that hold are the school's."""
        return not self.is_shipped or (self.row is not None and self.row.retired_at is None)

    @property
    def is_retired(self) -> bool:
        """A kind of the school's own that is no longer begun; a shipped one always can be."""
        return not self.is_shipped and self.row is not None and self.row.retired_at is not None

    def section(self, code: str) -> SectionShape | None:
        return next((one for one in self.sections if one.code == code), None)


def kinds_of(school) -> list[KindOfPlan]:
    """Every kind of plan of a school: the shipped ones, then its own by name. One query."""
    rows = {
        row.plan_type: row for row in PlanTemplate.objects.filter(school=school).select_related("saved_by")
    }
    known = [kind_from(code, rows.pop(code, None)) for code in shipped()]
    return known + sorted((kind_from(code, row) for code, row in rows.items()), key=lambda kind: kind.name)


def kind_of(school, code: str) -> KindOfPlan | None:
    """One kind of plan; None for one that neither the school nor the system has."""
    row = PlanTemplate.objects.filter(school=school, plan_type=code).select_related("saved_by").first()
    return kind_from(code, row) if row or code in shipped() else None


def kind_from(code: str, row: PlanTemplate | None) -> KindOfPlan:
    """What the school keeps, laid over what is shipped."""
    origin = shipped().get(code)
    if row is not None and (origin is None or row.retired_at is None):
        sections = tuple(SectionShape.from_json(kept) for kept in row.sections)
    else:
        sections = origin.sections
    return KindOfPlan(
        code, str(origin.name) if origin else row.name or code, sections, origin is not None, row
    )


def sections_for(school, plan_type: str) -> tuple[SectionShape, ...]:
    """In their order; raises KeyError for a kind of plan that neither the school nor the system has.

    A kind that is no longer offered keeps its sections: the next cycle of a plan begins with them.
    """
    kind = kind_of(school, plan_type)
    if kind is None:
        raise KeyError(plan_type)
    return kind.sections


def plan_types_for(school) -> list[tuple[str, str]]:
    """(code, name) of the kinds of plan that this school can begin, as the choices of a form."""
    return [(kind.code, kind.name) for kind in kinds_of(school) if not kind.is_retired]


def name_for(school, plan_type: str) -> str:
    """What this kind of plan is called; one that nobody knows any more by its code. No query for a shipped kind."""
    kind = None if plan_type in shipped() else kind_of(school, plan_type)
    return kind.name if kind else name_of(plan_type)
