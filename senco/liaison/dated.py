"""The promises of the contact log that have a day, for calendars."""

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from register.models.base import of_pupils_on_roll
from register.queries.dated import DatedKind, as_rows
from senco.liaison.models import LoggedContact


def promise_rows(membership, first, last):
    found = LoggedContact.objects.visible_to(membership).to_follow_up()
    found = found.filter(of_pupils_on_roll(), follow_up_by__range=(first, last))
    mine = Q(follow_up_who=membership) | Q(follow_up_who__isnull=True, logged_by=membership)
    return as_rows(found, "promise", on="follow_up_by", about=F("follow_up"), mine=mine)


KINDS = (
    DatedKind(
        "promise", lazy("Follow-up of a contact"), "liaison.view_log", promise_rows,
        words=lambda row: _("Follow up: %(what)s") % {"what": row.about},
        url=lambda row: f"{reverse('liaison:contact_log')}?show={'mine' if row.mine else 'open'}#contact-{row.key}",
    ),
)  # fmt: skip
