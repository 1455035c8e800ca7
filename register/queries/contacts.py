"""One contact as the office sees it: who may open the record through it today, and what was changed when and by whom."""

import datetime
from dataclasses import dataclass

from django.db.models import Max, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.choices import Channel, PortalLevel
from register.models import Contact, PupilAccess
from register.queries.history import events_of, who_made
from register.queries.pupils import names_of, relationship_words
from senco.accounts.roles import Role

SHOWN = (
    "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil", "email", "phone", "channel",
    "court_order", "restriction", "portal", "ended_on", "membership_id",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change of a contact; `who` is empty where the system or an earlier release made it."""

    at: datetime.datetime
    who: str
    facts: list[str]


def last_change_of(contact: Contact) -> int:
    """The number of the contact's last change; what somebody read is still so while it stays the same."""
    return history_of(contact).aggregate(last=Max("pgh_id"))["last"] or 0


def history_of(contact: Contact):
    return events_of(Contact).objects.filter(school_id=contact.school_id, pgh_obj_id=contact.pk)


def changes_of(contact: Contact, membership) -> list[Change]:
    """Every change of what the page shows, newest first: a court order is never lifted without a trace."""
    events = list(history_of(contact).order_by("pgh_id"))
    people = names_of({who_made(event) for event in events} - {None}, membership)
    pairs = zip([None, *events], events, strict=False)
    found = [
        Change(now.pgh_created_at, people.get(who_made(now), ""), differences(then, now))
        for then, now in pairs
    ]
    return [change for change in reversed(found) if change.facts]


def differences(then, now) -> list[str]:
    """What changed, in words; of the first event only that the contact was added, and with an order."""
    if then is None:
        return [_("Added"), *([_("Court order: yes")] if now.court_order else [])]
    names = [name for name in SHOWN if getattr(then, name) != getattr(now, name)]
    return [f"{label_of(name)}: {words_for(name, getattr(now, name))}" for name in names]


def label_of(name: str) -> str:
    if name == "membership_id":
        return _("Account or invitation")
    label = str(Contact._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def words_for(name: str, value) -> str:
    """What one field says, for somebody who reads what was changed."""
    if name == "membership_id":
        return _("linked") if value else _("no longer linked")
    if name == "portal":
        return str(PortalLevel(value).label) if value else _("as usual")
    if name == "channel" and value:
        return str(Channel(value).label)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.date):
        return date_format(value)
    return (relationship_words(value) if name == "relationship" else str(value or "")) or _("nothing")


def access_through(contact: Contact, membership) -> list[PupilAccess]:
    """Who may open the pupil's record today as this contact: by the link to an account, or by a share to the same address."""
    same = Q(membership=contact.membership_id) if contact.membership_id else Q(pk__in=[])
    if contact.email:
        same |= Q(membership__email__iexact=contact.email, membership__role=Role.PARENT)
    live = PupilAccess.objects.visible_to(membership).live().filter(same, content_object=contact.pupil_id)
    return list(live.select_related("membership").order_by("starts", "pk"))
