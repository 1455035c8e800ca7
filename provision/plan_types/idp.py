"""The Individual Development Plan of Wales. The ALN Code for Wales 2021 has a standard form: a school compares before it relies on this order."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import SENCO_ALONE, PlanTypeShape, SectionShape, renamed
from provision.plan_types.shared_sections import (
    BARRIERS,
    CONTACTS,
    OUTCOMES,
    PARENT_VIEW,
    PROVISION,
    PUPIL_VIEW,
    SCORES,
    STAFF_NOTES,
    STRATEGIES,
    STRENGTHS,
)

PROFILE = renamed(STRENGTHS, title=_("About the child or young person"))
IMPORTANT = SectionShape(
    "important",
    SectionKind.TEXT,
    _("What is important to and for the child"),
    _("Likes, worries, how to talk to the child, who matters."),
)
TRANSITION = SectionShape(
    "transition",
    SectionKind.TEXT,
    _("Transition"),
    _("Key moves ahead and what has to be arranged for them."),
    editors=SENCO_ALONE,
)

PLAN_TYPE = PlanTypeShape(
    "idp",
    _("Individual Development Plan"),
    (
        PROFILE,
        IMPORTANT,
        PUPIL_VIEW,
        PARENT_VIEW,
        renamed(BARRIERS, title=_("Additional learning needs")),
        SCORES,
        OUTCOMES,
        renamed(PROVISION, title=_("Additional learning provision")),
        STRATEGIES,
        CONTACTS,
        TRANSITION,
        STAFF_NOTES,
    ),
)
