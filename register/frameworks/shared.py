"""What several frameworks have in common."""

from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_NEED, BroadArea, SenProvision

from .shape import NeedCategory, Stage

NO_SEN = Stage("no_sen", _("No SEN"), 0, SenProvision.NONE, return_code="N")

# SEND Code of Practice 2015, 6.28 to 6.35.
BROAD_AREAS = tuple(
    NeedCategory(area.value, area.label, tuple(need for need, of in AREA_OF_NEED.items() if of == area))
    for area in BroadArea
)
