"""What plans offer from everywhere."""

from django.utils.translation import gettext_lazy as _

from provision.queries.sign_off import waiting_for_signature
from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site


def offer() -> None:
    """Called once the apps are ready."""
    offer_tabs()
    offer_items()
    offer_map()


def offer_tabs() -> None:
    """Of one pupil's page."""
    site.add_tab(
        PupilTab(_("Profile"), "provision:pupil_profile", permission="provision.view_profile", order=20)
    )
    site.add_tab(
        PupilTab(_("Profile"), "provision:shared_profile", permission="provision.read_profile", order=21)
    )
    site.add_tab(
        PupilTab(
            _("Plans"),
            "provision:pupil_plans",
            permission="provision.view_plan",
            order=30,
            also=("/plans/", "/plan-versions/", "/plan-steps/"),
        )
    )
    site.add_tab(
        PupilTab(_("Seen today"), "provision:pupil_seen", permission="provision.note_seen", order=31)
    )
    site.add_tab(
        PupilTab(
            _("Plans"),
            "provision:family_plans",
            permission="provision.read_shared_plan",
            order=31,
            also=("/shared-plans/",),
        )
    )
    site.add_tab(
        PupilTab(
            _("Report"),
            "provision:needs_report",
            permission="provision.view_report",
            order=60,
            also=("/reports/",),
        )
    )


def offer_items() -> None:
    """Of the menus."""
    site.add_item(
        NavItem(_("Plans"), "provision:plans", (OFFICE, CLASS), "provision.view_plan", icon="file", order=40, key="l")
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("To sign off"), "provision:sign_off", (OFFICE,), "provision.sign_off_plan", icon="check", order=42, key="o",
            count=waiting_for_signature,
        )
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("Classes"), "provision:classes", (OFFICE, CLASS), "provision.view_digest", icon="people", order=44, key="k",
        )
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("Profiles"), "provision:profiles", (OFFICE,), "provision.view_readings", icon="person", order=46, key="i",
        )
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("Strategies and outcomes"), "provision:strategies", (CLASS,), "provision.view_plan", icon="search", order=66, key="b",
            shown=False,
        )
    )  # fmt: skip
    site.add_item(
        NavItem(
            _("Plan toolkit"), "provision:strategies", (OFFICE,), "provision.view_plan", icon="settings", order=92, key="b",
        )
    )  # fmt: skip


def offer_map() -> None:
    """The provision map, and the part of it that is about one pupil."""
    site.add_tab(
        PupilTab(_("Provision"), "provision:pupil_provision", permission="provision.view_map", order=32)
    )
    site.add_item(
        NavItem(_("Provision map"), "provision:map", (OFFICE, CLASS), "provision.view_map", icon="file", order=41, key="v")
    )  # fmt: skip
