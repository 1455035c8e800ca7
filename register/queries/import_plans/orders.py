"""Court orders that a file brings: each is told by name, with what it ends, before anything is applied."""

from django.utils.translation import gettext as _

from register.models import Contact, Pupil

from .lines import warning


def order_recorded(run, record, pupil: Pupil, label: str, contact: Contact | None = None):
    """`contact` is the one we hold, who had no order until now."""
    account = contact.membership if contact else None
    if account and account.is_live:
        reason = _("%(name)s: the file shows a court order. What %(email)s can see of this pupil here ends.")
    elif contact:
        reason = _("%(name)s: the file shows a court order that was not held here. No access can be given.")
    else:
        reason = _("%(name)s is new and comes with a court order. No access can be given.")
    return warning(
        run, record.row_number, label, field="court_order", value="", pupil=pupil,
        reason=reason % {"name": label, "email": account.email if account else ""},
        what_to_do=_("If that is wrong, correct the file before you apply it: undoing an import lifts no order."),
    )  # fmt: skip
