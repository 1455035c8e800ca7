"""Named shares: pupils shown to one person, for a reason and until a moment."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import share
from register.letters import mail
from register.models import Pupil, PupilAccess
from senco.accounts.languages import in_language_of
from senco.accounts.models import Membership
from senco.messages.actions import post


@transaction.atomic
def share_pupils(
    *,
    pupils: list[Pupil],
    person: Membership,
    reason: str,
    starts: datetime.datetime,
    ends: datetime.datetime,
    by: Membership,
) -> list[PupilAccess]:
    """Open these pupils to one person, and tell them that something waits. The mail leaves when the share begins."""
    grants = [
        share(pupil=pupil, membership=person, reason=reason, starts=starts, ends=ends, by=by)
        for pupil in pupils
    ]
    if person.email:
        with in_language_of(person):
            letter = mail(_("A pupil's record is shared with you."), settings.SITE_URL + "/")
        post(
            to=person.email,
            subject=letter.subject,
            text=letter.text,
            school=by.school,
            not_before=later(starts),
        )
    return grants


def later(moment: datetime.datetime) -> datetime.datetime | None:
    return moment if moment > timezone.now() else None
