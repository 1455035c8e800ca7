"""What plans offer from everywhere."""

from django.utils.translation import gettext_lazy as _

from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site


def offer() -> None:
    """Called once the apps are ready."""
    site.add_item(
        NavItem(
            _("Plan toolkit"), "provision:strategies", (OFFICE,), "provision.view_plan", icon="settings", order=92, key="b",
        )
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("Strategies and outcomes"), "provision:strategies", (CLASS,), "provision.view_plan", icon="search", order=66, key="b",
            shown=False,
        )
    )  # fmt: skip
    site.add_tab(PupilTab(_("Plans"), "provision:pupil_plans", permission="provision.view_plan", order=30))
    site.add_tab(
        PupilTab(_("Seen today"), "provision:pupil_seen", permission="provision.note_seen", order=31)
    )
