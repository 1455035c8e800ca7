from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from senco.core.navigation import GOVERNOR, OFFICE, NavItem, site


class GovernanceConfig(AppConfig):
    name = "senco.governance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        site.add_item(
            NavItem(
                _("Figures"), "governance:figures", shells=(OFFICE, GOVERNOR), permission="governance.view_released_figures",
                icon="chart", order=80, key="f",
            )
        )  # fmt: skip
