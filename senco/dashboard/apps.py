from dataclasses import replace

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from senco.core.navigation import AGENCY, CLASS, FAMILY, OFFICE, NavItem, site


class DashboardConfig(AppConfig):
    name = "senco.dashboard"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        home = "dashboard:home"
        site.add_place("home", home)
        site.add_item(NavItem(_("Today"), home, shells=(OFFICE,), icon="today", order=10, key="t"))
        site.add_item(NavItem(_("To do"), home, shells=(CLASS,), icon="todo", order=50, key="t"))
        site.add_item(NavItem(_("Start page"), home, shells=(FAMILY, AGENCY), icon="today", order=10))
        calendar = NavItem(
            _("Calendar"), "dashboard:calendar", (OFFICE, FAMILY, AGENCY), "dashboard.view_calendar", icon="calendar", order=12,
            key="h",
        )  # fmt: skip
        site.add_place("search", "dashboard:search", permission="dashboard.search")
        site.add_item(calendar)
        site.add_item(
            replace(calendar, shells=(CLASS,), shown=False)
        )  # the bar of a phone is full; "To do" leads there
        searching = NavItem(
            _("Search"), "dashboard:search", (OFFICE,), "dashboard.search", icon="search", order=14
        )
        site.add_item(searching)
        site.add_item(replace(searching, shells=(CLASS,), shown=False))
