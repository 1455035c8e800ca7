"""The Individual Support Plan that the 2026 reform proposes for England: proposed, not law. Sections may change with it."""

from django.utils.translation import gettext_lazy as _

from provision.plan_types.shape import PlanTypeShape, renamed
from provision.plan_types.shared_sections import (
    ADJUSTMENTS,
    BARRIERS,
    CONTACTS,
    OUTCOMES,
    PARENT_VIEW,
    PROVISION,
    PUPIL_VIEW,
    RESOURCES,
    SCORES,
    STAFF_NOTES,
    STRATEGIES,
    STRENGTHS,
)

PLAN_TYPE = PlanTypeShape(
    "isp",
    _("Individual Support Plan"),
    (
        STRENGTHS,
        renamed(BARRIERS, title=_("Needs and barriers to learning")),
        PUPIL_VIEW,
        PARENT_VIEW,
        SCORES,
        OUTCOMES,
        renamed(STRATEGIES, title=_("Day-to-day teaching")),
        renamed(PROVISION, title=_("Targeted and specialist provision")),
        ADJUSTMENTS,
        RESOURCES,
        CONTACTS,
        STAFF_NOTES,
    ),
)
