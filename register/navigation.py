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
        NavItem(_("Import"), "register:imports", (OFFICE,), "register.import_pupils", icon="upload", order=80)
    )
    offer_tabs()


def offer_tabs() -> None:
    """What stands on a pupil's page."""
    site.add_tab(PupilTab(_("Overview"), "register:pupil", permission="register.view_pupil", order=10))
    site.add_tab(
        PupilTab(_("Files"), "register:files", permission="register.view_files", order=70, also=("/files/",))
    )
    site.add_tab(
        PupilTab(_("Overview"), "register:shared_pupil", permission="register.view_shared_pupil", order=11)
    )
    site.add_tab(PupilTab(_("Chronology"), "register:chronology", permission="register.view_pupil", order=90))


def offer_ladder() -> None:
    """What stages ask for, and the framework whose stages they are."""
    site.add_item(
        NavItem(
            _("Duties"),
            "register:duties",
            (OFFICE, CLASS),
            "register.view_duties",
            icon="todo",
            order=33,
            key="d",
        )
    )
    site.add_item(
        NavItem(
            _("Framework"), "register:frameworks", (OFFICE,), "accounts.edit_school", icon="map", order=96
        )
    )
