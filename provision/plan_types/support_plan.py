"""The SEN Support plan of England (SEND Code of Practice 2015, 6.44 to 6.56): assess, plan, do, review."""

from django.utils.translation import gettext_lazy as _

from provision.plan_types.shape import PlanTypeShape
from provision.plan_types.shared_sections import ASSESS, CONTACTS, HOME, PLAN, STAFF_NOTES

PLAN_TYPE = PlanTypeShape(
    "support_plan", _("SEN Support plan"), (*ASSESS, *PLAN, HOME, CONTACTS, STAFF_NOTES)
)
