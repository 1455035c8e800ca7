"""What the contact log offers from everywhere."""

from django.utils.translation import gettext_lazy as _

from register.queries.due import add_waiting
from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site
from senco.liaison.queries.calls import CALL, call_due, calls_waiting
from senco.liaison.queries.details import WISH, wish_due, wishes_waiting
from senco.liaison.queries.log import PROMISE, promise_due, promises_due, promises_waiting
from senco.liaison.queries.told import NOTE, note_due, notes_waiting

VIEW = "liaison.view_log"


def offer() -> None:
    """Called once the apps are ready. For the classroom, whose menu is a bar on a phone, what was promised stands under "To do"."""
    site.add_item(
        NavItem(
            _("Contact log"),
            "liaison:contact_log",
            (OFFICE,),
            VIEW,
            icon="message",
            order=36,
            count=promises_due,
        )
    )
    site.add_item(
        NavItem(
            _("Contact log"), "liaison:contact_log", (CLASS,), VIEW, icon="message", order=36, shown=False
        )
    )
    site.add_button(PupilTab(_("Log a contact"), "liaison:log_contact", permission="liaison.log_contact"))
    site.add_tab(
        PupilTab(_("Contacts"), "liaison:pupil_log", permission=VIEW, order=65, also=("/contact-log/",))
    )
    add_waiting(promises_waiting, **{PROMISE: promise_due})
    add_waiting(calls_waiting, **{CALL: call_due})
    add_waiting(notes_waiting, **{NOTE: note_due})
    add_waiting(wishes_waiting, **{WISH: wish_due})
