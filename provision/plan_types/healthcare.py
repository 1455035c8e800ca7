"""The individual healthcare plan (Supporting pupils at school with medical conditions, DfE 2015): agreed with health professionals."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import SENCO_ALONE, PlanTypeShape, SectionShape, renamed
from provision.plan_types.shared_sections import ADJUSTMENTS, PARENT_VIEW, PUPIL_VIEW, STAFF_NOTES

CONDITION = SectionShape(
    "condition",
    SectionKind.TEXT,
    _("Condition, triggers, signs and symptoms"),
    _("As the health professional gave it, with name and date."),
    required=True,
    editors=SENCO_ALONE,
)
TREATMENT = SectionShape(
    "treatment",
    SectionKind.TEXT,
    _("Medicine and treatment"),
    _("Name, dose, time, how it is given, where it is kept, when it runs out. Copied from the prescription."),
    required=True,
    editors=SENCO_ALONE,
)
DAILY = SectionShape(
    "daily",
    SectionKind.TEXT,
    _("Daily care"),
    _("Food and drink, toilet, rest, equipment, lessons that need thought."),
)
EMERGENCY = SectionShape(
    "emergency",
    SectionKind.TEXT,
    _("In an emergency"),
    _("What counts as one, what to do first, whom to ring."),
    required=True,
    editors=SENCO_ALONE,
)
TRAINED = SectionShape(
    "trained",
    SectionKind.TEXT,
    _("Who is trained, and who is told"),
    _("Names, what they were trained for, by whom, until when; cover when they are away."),
    required=True,
    editors=SENCO_ALONE,
)
TRIPS = SectionShape(
    "trips",
    SectionKind.TEXT,
    _("Trips and activities outside school"),
    _("What has to be arranged, and by whom."),
)
AGREED = SectionShape(
    "agreed",
    SectionKind.TEXT,
    _("Agreed with"),
    _("Health professional, parent, school: names and dates."),
    editors=SENCO_ALONE,
)

PLAN_TYPE = PlanTypeShape(
    "healthcare",
    _("Individual healthcare plan"),
    (
        CONDITION,
        TREATMENT,
        DAILY,
        renamed(ADJUSTMENTS, title=_("Adjustments at school")),
        EMERGENCY,
        TRAINED,
        TRIPS,
        PUPIL_VIEW,
        PARENT_VIEW,
        AGREED,
        STAFF_NOTES,
    ),
)
