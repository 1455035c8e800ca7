"""What the register offers from everywhere: menu lines, tabs of the pupil's page, fixed places."""

from django.utils.translation import gettext_lazy as _

from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site


def offer() -> None:
    """Called once the apps are ready. Later apps add their own lines and tabs in the same way."""
    site.add_place("pupil_search", "register:pupil_search", permission="register.search_pupils")
    site.add_item(
        NavItem(
            _("Register"),
            "register:register",
            (OFFICE,),
            "register.view_register",
            icon="register",
            order=20,
            key="r",
        )
    )
    site.add_item(
        NavItem(
            _("My pupils"),
            "register:my_pupils",
            (CLASS,),
            "register.view_pupil",
            icon="people",
            order=30,
            key="p",
        )
    )
    site.add_item(
        NavItem(
            _("Import"),
            "register:imports",
            (OFFICE,),
            "register.import_pupils",
            icon="upload",
            order=80,
        )
    )
    site.add_tab(PupilTab(_("Overview"), "register:pupil", permission="register.view_pupil", order=10))
    site.add_tab(
        PupilTab(_("Overview"), "register:shared_pupil", permission="register.view_shared_pupil", order=11)
    )
    site.add_tab(PupilTab(_("Chronology"), "register:chronology", permission="register.view_pupil", order=90))
