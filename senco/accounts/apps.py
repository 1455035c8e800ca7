from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from senco.core.navigation import OFFICE, NavItem, site


class AccountsConfig(AppConfig):
    name = "senco.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        site.add_place("switch_role", "accounts:switch_role", "accounts.switch_role")
        site.add_place("account", "accounts:you")
        site.add_item(
            NavItem(
                _("School settings"), "accounts:school", shells=(OFFICE,), permission="accounts.edit_school",
                icon="mark", order=95,
            )
        )  # fmt: skip
