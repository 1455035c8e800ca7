"""What plans offer from everywhere."""

from django.utils.translation import gettext_lazy as _

from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site


def offer() -> None:
    """Called once the apps are ready."""
    site.add_tab(
        PupilTab(_("Profile"), "provision:pupil_profile", permission="provision.view_profile", order=20)
    )
    site.add_tab(PupilTab(_("Plans"), "provision:pupil_plans", permission="provision.view_plan", order=30))
    site.add_tab(
        PupilTab(_("Seen today"), "provision:pupil_seen", permission="provision.note_seen", order=31)
    )
    site.add_item(
        NavItem(
            _("Classes"),
            "provision:classes",
            (OFFICE, CLASS),
            "provision.view_digest",
            icon="people",
            order=40,
            key="k",
        )
    )
    site.add_item(
        NavItem(
            _("Profiles"),
            "provision:profiles",
            (OFFICE,),
            "provision.view_readings",
            icon="person",
            order=42,
            key="o",
        )
    )
