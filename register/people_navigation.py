"""Where people and shares are reached from."""

from django.utils.translation import gettext_lazy as _

from senco.core.navigation import OFFICE, NavItem, site


def offer_people() -> None:
    """Called once the apps are ready."""
    site.add_place("share_pupil", "register:share_pupil", permission="register.share_pupil")
    site.add_item(
        NavItem(
            _("People"),
            "register:people",
            (OFFICE,),
            "register.view_people",
            icon="people",
            order=70,
            key="p",
        )
    )
    site.add_item(
        NavItem(
            _("Shared pupils"),
            "register:shares",
            (OFFICE,),
            "register.view_people",
            icon="switch",
            order=72,
            key="s",
            shown=False,
        )
    )
