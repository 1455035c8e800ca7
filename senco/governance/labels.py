"""Words for the codes in the figures."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import BroadArea, SenProvision, Sex
from register.models import Pupil
from senco.governance.figures import AREA, NEED, NO_AREA, PREMIUM, SEX, STATUS, YEAR

VARIABLES = {
    STATUS: gettext_lazy("SEN status"),
    YEAR: gettext_lazy("Year"),
    AREA: gettext_lazy("Area of need"),
    NEED: gettext_lazy("Need"),
    SEX: gettext_lazy("Sex"),
    PREMIUM: gettext_lazy("Pupil premium"),
}
NEEDS = {
    "SPLD": gettext_lazy("Specific learning difficulty"),
    "MLD": gettext_lazy("Moderate learning difficulty"),
    "SEVERE": gettext_lazy("Severe or profound difficulty, Down syndrome"),
    "SLCN": gettext_lazy("Speech, language and communication"),
    "ASD": gettext_lazy("Autistic spectrum disorder"),
    "SEMH": gettext_lazy("Social, emotional and mental health"),
    "SENSORY": gettext_lazy("Hearing, vision or both"),
    "PD": gettext_lazy("Physical disability"),
    "OTHER": gettext_lazy("Other, or not assessed yet"),
}
CATEGORIES = {
    STATUS: {"K": SenProvision.SUPPORT.label, "E": SenProvision.EHC_PLAN.label},
    AREA: dict(BroadArea.choices) | {NO_AREA: gettext_lazy("Other, or not assessed yet")},
    NEED: NEEDS,
    SEX: dict(Sex.choices),
    PREMIUM: {"yes": gettext_lazy("Pupil premium"), "no": gettext_lazy("No pupil premium")},
}
TITLES = {
    "status_year": gettext_lazy("By year"),
    "status_area": gettext_lazy("By area of need"),
    "status_sex": gettext_lazy("By sex"),
    "status_premium": gettext_lazy("By pupil premium"),
    "area_need": gettext_lazy("By primary need"),
}


def category_name(variable: str, code: str) -> str:
    """A category in words; years as the school says them."""
    if variable == YEAR:
        return Pupil(year_group=int(code) if code else None).year
    return str(CATEGORIES[variable].get(code, code))


def total_name() -> str:
    return _("All")
