"""Scales to be taken over into a school: named as the frameworks name them, described in our own words, as data.

A framework is a set of scales that belong together. A school changes its copies at will, and adds its own.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from provision.impact_choices import ScaleKind


@dataclass(frozen=True, kw_only=True)
class ShippedScale:
    """`least` is the smallest change that counts as a gain, in units of the scale. ValueError for steps without words."""

    code: str
    name: str | Promise
    kind: ScaleKind
    framework: str | Promise = ""
    least: Decimal = Decimal(1)
    lowest: Decimal | None = None
    highest: Decimal | None = None
    more_is_better: bool = True
    steps: tuple[str | Promise, ...] = ()

    def __post_init__(self):
        if (self.kind == ScaleKind.STEPS) != bool(self.steps):
            raise ValueError(f"{self.code}: small steps have words, other scales have none.")


COMMON = (
    ShippedScale(code="reading-score", name=_("Reading, standardised score"), kind=ScaleKind.STANDARD, least=Decimal(4)),
    ShippedScale(code="spelling-score", name=_("Spelling, standardised score"), kind=ScaleKind.STANDARD, least=Decimal(4)),
    ShippedScale(code="maths-score", name=_("Mathematics, standardised score"), kind=ScaleKind.STANDARD, least=Decimal(4)),
    ShippedScale(code="reading-age", name=_("Reading age"), kind=ScaleKind.AGE),
    ShippedScale(code="spelling-age", name=_("Spelling age"), kind=ScaleKind.AGE),
    ShippedScale(code="expectation", name=_("Progress against what we expected"), kind=ScaleKind.EXPECTED),
    ShippedScale(code="goal", name=_("Goal attainment"), kind=ScaleKind.GOAL),
    ShippedScale(code="attendance", name=_("Attendance"), kind=ScaleKind.PERCENT, least=Decimal(2)),
    ShippedScale(
        code="strengths-difficulties", name=_("Strengths and difficulties, total"), kind=ScaleKind.OWN, lowest=Decimal(0),
        highest=Decimal(40), more_is_better=False, least=Decimal(2),
    ),
)  # fmt: skip

# Standards 1 to 6 for pupils who work below the national curriculum assessments and are in subject-specific study; what each asks is
# in the published standards, which teachers have beside them.
PRE_KEY_STAGE = _("Pre-key-stage standards")
STANDARDS = tuple(_("Standard %s") % number for number in range(1, 7))
BELOW = tuple(
    ShippedScale(
        code=f"pre-key-stage-{subject}",
        name=name,
        kind=ScaleKind.STEPS,
        framework=PRE_KEY_STAGE,
        steps=STANDARDS,
    )
    for subject, name in (
        ("reading", _("English reading, pre-key-stage")),
        ("writing", _("English writing, pre-key-stage")),
        ("maths", _("Mathematics, pre-key-stage")),
    )
)

# The five areas of the engagement model. The model asks for a description and sets no levels: these steps are a school's shorthand.
ENGAGEMENT = _("Engagement model")
SEEN = (
    _("Not seen yet"),
    _("Seen with full support"),
    _("Seen sometimes"),
    _("Seen often"),
    _("Seen in new places and with new people"),
)
ENGAGED = tuple(
    ShippedScale(code=f"engagement-{area}", name=name, kind=ScaleKind.STEPS, framework=ENGAGEMENT, steps=SEEN)
    for area, name in (
        ("exploration", _("Engagement: exploration")),
        ("realisation", _("Engagement: realisation")),
        ("anticipation", _("Engagement: anticipation")),
        ("persistence", _("Engagement: persistence")),
        ("initiation", _("Engagement: initiation")),
    )
)

# A ladder that any target can be hung on.
LADDER = _("Small steps of the school")
STEPS = (
    _("Not yet"),
    _("With full help"),
    _("With some help"),
    _("With a reminder"),
    _("On their own, sometimes"),
    _("On their own, most times"),
    _("On their own, everywhere"),
)
OWN = (
    ShippedScale(
        code="steps-to-independence",
        name=_("Steps to independence"),
        kind=ScaleKind.STEPS,
        framework=LADDER,
        steps=STEPS,
    ),
)

SHIPPED_SCALES: tuple[ShippedScale, ...] = (*COMMON, *BELOW, *ENGAGED, *OWN)
