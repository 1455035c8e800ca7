"""Questions to the contact log."""

import datetime

from django.db.models import DateTimeField, F, Prefetch, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.models import Contact, PupilFile
from register.queries.due import Due, Waiting, child_name
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, WHOLE_SCHOOL
from senco.liaison.models import ContactFile, LoggedContact

PROMISE = "promise"
LOOK_AHEAD = datetime.timedelta(days=7)


def log_for(membership):
    """Every entry that this person may read, with its files; the number of queries does not grow with them."""
    readable = PupilFile.objects.visible_to(membership).readable()
    files = ContactFile.objects.visible_to(membership).filter(file__in=readable).select_related("file")
    return (
        LoggedContact.objects.visible_to(membership)
        .for_list()
        .prefetch_related(Prefetch("files", files, "kept_files"))
    )


def searched(entries, words: str):
    """Those in which every word stands: in what was said or is to happen next, with whom, or in the pupil's name."""
    for word in words.split():
        entries = entries.filter(
            Q(summary__icontains=word)
            | Q(follow_up__icontains=word)
            | Q(with_words__icontains=word)
            | Q(contact__surname__icontains=word)
            | Q(contact__forename__icontains=word)
            | Q(pupil__legal_surname__icontains=word)
            | Q(pupil__legal_forename__icontains=word)
            | Q(pupil__preferred_surname__icontains=word)
            | Q(pupil__preferred_forename__icontains=word)
        )
    return entries


def narrowed(entries, chosen: dict[str, object]):
    """By kind, party, and the first and last day, where they were chosen."""
    asked = {"kind": "kind", "party": "party", "since": "day__gte", "until": "day__lte"}
    return entries.filter(**{asked[name]: value for name, value in chosen.items() if value and name in asked})


def people_at_home(pupil, membership):
    """Parents and carers who are contacts today, those named first by the school first."""
    found = Contact.objects.visible_to(membership).filter(pupil=pupil, ended_on__isnull=True)
    return found.defer("email", "restriction").order_by("priority", "surname", "pk")


def who_may_follow_up(membership):
    """Oneself and the office; for the office any member of staff. Whether they may read an entry is the action's question."""
    live = Membership.objects.visible_to(membership).live()
    roles = STAFF if membership.sees_whole_school else WHOLE_SCHOOL
    found = live.filter(Q(role__in=roles) | Q(pk=membership.pk))
    return found.order_by("last_name", "first_name", "pk")


def promises_due(membership):
    """Follow-ups of this person that are due within a week, or whenever: what the number in the menu counts."""
    soon = Q(follow_up_by__isnull=True) | Q(follow_up_by__lte=timezone.localdate() + LOOK_AHEAD)
    return LoggedContact.objects.visible_to(membership).promised_by(membership).filter(soon)


def promises_waiting(membership) -> list:
    """What this person promised, as rows of COLUMNS; a contact's own kind is something else."""
    if not membership.may("liaison.view_log"):
        return []
    since = Cast("follow_up_by", DateTimeField())
    row = (Value(PROMISE), F("pk"), child_name(), F("follow_up"), F("pupil_id"), since)
    return [promises_due(membership).order_by().values_list(*row)]


def promise_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since) if row.since else None
    url = f"{reverse('liaison:contact_log')}?show=mine#contact-{row.key}"  # what is due first stands first there
    return Due(row.who, _("Follow up: %(what)s") % {"what": row.about}, day, url, row.pupil_id)
