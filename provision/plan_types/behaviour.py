"""A plan for regulation and behaviour: what it tells us, what prevents it, what adults do at each point."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import BOTH, PlanTypeShape, SectionShape, renamed
from provision.plan_types.shared_sections import (
    HOME,
    OUTCOMES,
    PARENT_VIEW,
    PROVISION,
    PUPIL_VIEW,
    STAFF_NOTES,
    STRATEGIES,
    STRENGTHS,
)

SEEN = SectionShape(
    "seen",
    SectionKind.TEXT,
    _("What is seen, and what it may be telling us"),
    _("What happens just before, what the pupil does, what follows. Which need may lie behind it?"),
    required=True,
)
CALM = SectionShape(
    "calm",
    SectionKind.TEXT,
    _("When all is well"),
    _("What the pupil looks and sounds like when settled, and what keeps it so."),
    editors=BOTH,
)
RISING = SectionShape(
    "rising",
    SectionKind.TEXT,
    _("First signs, and what adults do"),
    _("Signs that it is getting hard, and the words and actions that help."),
    required=True,
    editors=BOTH,
)
CRISIS = SectionShape(
    "crisis",
    SectionKind.TEXT,
    _("When it is too much, and who comes"),
    _("How everybody is kept safe, what adults say and do not say, who is called."),
    required=True,
)
AFTER = SectionShape(
    "after",
    SectionKind.TEXT,
    _("Afterwards"),
    _("Time to recover, then putting things right together; who tells the parents, and when."),
)

PLAN_TYPE = PlanTypeShape(
    "behaviour",
    _("Behaviour and regulation plan"),
    (
        STRENGTHS,
        SEEN,
        PUPIL_VIEW,
        PARENT_VIEW,
        CALM,
        RISING,
        CRISIS,
        AFTER,
        renamed(OUTCOMES, required=False),
        STRATEGIES,
        renamed(PROVISION, required=False),
        HOME,
        STAFF_NOTES,
    ),
)
