"""What plans offer from everywhere."""

from django.utils.translation import gettext_lazy as _

from senco.core.navigation import PupilTab, site


def offer() -> None:
    """Called once the apps are ready."""
    site.add_tab(PupilTab(_("Plans"), "provision:pupil_plans", permission="provision.view_plan", order=30))
    site.add_tab(
        PupilTab(_("Seen today"), "provision:pupil_seen", permission="provision.note_seen", order=31)
    )
