"""The education plan (IEP) of Northern Ireland's 1998 Code: drawn up at stage 2, with outside specialists at stage 3."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import SENCO_ALONE, PlanTypeShape, SectionShape, renamed
from provision.plan_types.shared_sections import (
    ASSESS,
    HOME,
    OUTCOMES,
    PROVISION,
    RESOURCES,
    STAFF_NOTES,
    STRATEGIES,
)

SPECIALISTS = SectionShape(
    "specialists",
    SectionKind.TEXT,
    _("Outside specialists: teaching approaches, materials and ICT"),
    _("What each specialist advised and when. Needed from stage 3 on."),
    editors=SENCO_ALONE,
)
MONITORING = SectionShape(
    "monitoring",
    SectionKind.TEXT,
    _("How progress is monitored"),
    _("Who looks at what, and how often, until the review."),
)

PLAN_TYPE = PlanTypeShape(
    "education_plan",
    _("Education plan"),
    (
        *ASSESS,
        renamed(OUTCOMES, title=_("Targets")),
        renamed(STRATEGIES, title=_("Teaching strategies")),
        PROVISION,
        renamed(RESOURCES, title=_("Materials and ICT")),
        SPECIALISTS,
        MONITORING,
        HOME,
        STAFF_NOTES,
    ),
)
