from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from senco.core.navigation import CLASS, OFFICE, NavItem, site


class DashboardConfig(AppConfig):
    name = "senco.dashboard"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        home = "dashboard:home"
        site.add_place("home", home)
        site.add_item(NavItem(_("Today"), home, shells=(OFFICE,), icon="today", order=10, key="t"))
        site.add_item(NavItem(_("To do"), home, shells=(CLASS,), icon="todo", order=50, key="t"))
