"""The Personal Learning Plan of Northern Ireland (SEND Act (NI) 2016; schools use it under the three stages already)."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import SENCO_ALONE, PlanTypeShape, SectionShape, renamed
from provision.plan_types.shared_sections import (
    ADJUSTMENTS,
    ASSESS,
    HOME,
    OUTCOMES,
    PROVISION,
    RESOURCES,
    STAFF_NOTES,
    STRATEGIES,
)

EXTERNAL = SectionShape(
    "external",
    SectionKind.TEXT,
    _("Provision from outside school"),
    _("From the Education Authority or a health and social care trust: what, since when, how often."),
    editors=SENCO_ALONE,
)
TRANSFER = SectionShape(
    "transfer",
    SectionKind.TEXT,
    _("Moving on"),
    _("What the next class or school needs to know. A plan goes to another school with consent."),
)

PLAN_TYPE = PlanTypeShape(
    "plp",
    _("Personal Learning Plan"),
    (
        *ASSESS,
        renamed(OUTCOMES, title=_("Outcomes and targets")),
        STRATEGIES,
        PROVISION,
        EXTERNAL,
        ADJUSTMENTS,
        RESOURCES,
        HOME,
        TRANSFER,
        STAFF_NOTES,
    ),
)
