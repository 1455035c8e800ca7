"""E-mails of the register: one row in the outbox for each addressee, held back a while, so that the step can be undone."""

import datetime
from collections.abc import Callable, Iterable

from django.conf import settings
from django.utils import translation

from register.letters import Mail
from senco.accounts.languages import languages_of
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.messages.actions import hold_back, post
from senco.messages.models import OutboxMessage

UNDO_TIME = datetime.timedelta(seconds=settings.UNDO_SECONDS)


def mail_to(
    people: Iterable[Membership],
    letter: Callable[[str], Mail],
    path: str,
    *,
    not_before: datetime.datetime | None = None,
) -> None:
    """The same letter to each of these people who has an address and whose role has not ended, in their language.

    `path` is the page it leads to.
    """
    reached = [person for person in people if person.email and person.is_live]
    languages = languages_of(reached)
    for person in reached:
        with translation.override(languages[person.pk]):
            wording = letter(settings.SITE_URL + path)
            text, subject = str(wording.text), str(wording.subject)
        post(to=person.email, subject=subject, text=text, school=person.school, not_before=not_before)


def mail_to_sencos(school_id, letter: Callable[[str], Mail], path: str, *, but_not=None) -> None:
    """The same to whoever is the school's SENCO now; `but_not` is the key of the one who knows already."""
    sencos = Membership.objects.live().filter(school_id=school_id, role=Role.SENCO)
    mail_to(sencos.exclude(pk=but_not), letter, path)


def hold_back_mail(*, not_before: datetime.datetime, by) -> None:
    """Stop the letters of one step. They are known by the very moment they were to leave at."""
    waiting = OutboxMessage.objects.visible_to(by).filter(not_before=not_before)
    for message in waiting:
        hold_back(message=message, by=by)
