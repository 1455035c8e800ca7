"""Where concerns and advice are reached from: the menu lines of the office and of the classroom."""

from django.utils.translation import gettext_lazy as _

from register.queries.advice import threads
from register.queries.triage import open_concerns
from senco.core.navigation import CLASS, OFFICE, NavItem, site

STAFF = (OFFICE, CLASS)


def offer_concerns() -> None:
    """Called once the apps are ready."""
    for item in (
        NavItem(
            _("Concerns"), "register:concerns", (OFFICE,), "register.view_concerns", icon="concern", order=30, key="c",
            count=open_concerns,
        ),
        NavItem(_("Watched pupils"), "register:monitoring", (OFFICE,), "register.view_concerns", icon="review", order=32, key="w"),
        NavItem(
            _("Advice"), "register:advice", (OFFICE,), "register.answer_advice", icon="message", order=34, key="a",
            count=questions_waiting,
        ),
        NavItem(_("Log a concern"), "register:log_concern", (CLASS,), "register.log_concern", icon="plus", order=10, key="n", alone=True),
        NavItem(
            _("Log a concern"), "register:log_concern", (OFFICE,), "register.log_concern", icon="plus", order=36, key="n",
            alone=True, shown=False,
        ),
        NavItem(
            _("What I raised"), "register:my_concerns", STAFF, "register.view_own_concerns", icon="concern", order=60, key="m",
            shown=False,
        ),
        NavItem(
            _("Views to give"), "register:views_asked", (OFFICE,), "register.give_view", icon="review", order=38, key="v"
        ),
        NavItem(
            _("Views the SENCO asks for"), "register:views_asked", (CLASS,), "register.give_view", icon="review", order=62, key="v",
            shown=False,
        ),
        NavItem(_("Advice"), "register:advice", (CLASS,), "register.ask_advice", icon="message", order=64, key="a", shown=False),
    ):  # fmt: skip
        site.add_item(item)


def questions_waiting(membership):
    """Questions that wait for the SENCO's answer."""
    return threads(membership).filter(is_waiting=True)
