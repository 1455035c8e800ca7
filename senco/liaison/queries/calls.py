"""Calls that parents ask for: who waits, and which contact of the pupil it is."""

import datetime

from django.db.models import Exists, F, OuterRef, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.models import Contact
from register.queries.due import Due, Waiting, child_name
from senco.liaison.models import CallRequest
from senco.liaison.queries.log import people_at_home

CALL = "call"
ANSWER = "liaison.answer_call"
CALL_WITHIN = datetime.timedelta(days=2)  # a parent who asks to be rung hears from the school by then


def calls_for(membership):
    """Calls that parents ask for and nobody has made, with the pupil and the parent; who waits longest first."""
    return CallRequest.objects.visible_to(membership).open().select_related("pupil", "asked_by")


def has_asked_for_call(membership) -> Exists:
    """For the pupils of a parent: whether they have asked to be rung and were not yet."""
    mine = CallRequest.objects.visible_to(membership).open().filter(asked_by=membership)
    return Exists(mine.filter(pupil=OuterRef("pk")))


def contact_who_asked(call: CallRequest, membership) -> Contact | None:
    """The contact of the pupil who is the parent that asked, where the school has linked the two."""
    return people_at_home(call.pupil, membership).filter(membership=call.asked_by_id).first()


def calls_waiting(membership) -> list:
    """Calls to make, as rows of COLUMNS."""
    if not membership.may(ANSWER):
        return []
    row = (Value(CALL), F("pk"), child_name(), F("about"), F("pupil_id"), F("asked_at"))
    return [CallRequest.objects.visible_to(membership).open().order_by().values_list(*row)]


def call_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since + CALL_WITHIN)
    words = (
        _("A parent asks to be rung: %(about)s") % {"about": row.about}
        if row.about
        else _("A parent asks to be rung")
    )
    return Due(row.who, words, day, f"{reverse('liaison:contact_log')}#call-{row.key}", row.pupil_id)
