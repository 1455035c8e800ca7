"""Confirming what was read, and reminding those who have not."""

from collections.abc import Iterable

from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from provision.choices import ChangeKind
from provision.letters.digest import Change
from provision.letters.mails import changes_to_read
from provision.models import DigestReading, ProfileReading
from register.actions.mail import mail_to
from senco.access.context import take_turns
from senco.accounts.models import Membership

REMINDED_FOR = 20 * 60 * 60  # seconds: nobody is reminded twice in one day


@transaction.atomic
def confirm_read(*, changes: Iterable[Change], by) -> int:
    """A colleague says that they have read these changes; how many there were. Saying so twice changes nothing."""
    changes = list(changes)
    profiles = [one for one in changes if one.kind == ChangeKind.PROFILE]
    others = [one for one in changes if one.kind != ChangeKind.PROFILE]
    ProfileReading.objects.bulk_create(
        [
            ProfileReading(
                school_id=by.school_id, pupil_id=one.pupil_id, version_id=one.source, membership=by
            )
            for one in profiles
        ],
        ignore_conflicts=True,
    )
    DigestReading.objects.bulk_create(
        [
            DigestReading(
                school_id=by.school_id, pupil_id=one.pupil_id, membership=by, kind=one.kind, source=one.source, state=one.state
            )
            for one in others
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    return len(changes)


@transaction.atomic
def remind(*, people: Iterable[Membership], by) -> int:
    """One e-mail without a name to each of these who was not reminded today; how many were. `by` is kept by the caller's role.

    Pressed twice at once, the second press waits for the first. Who was reminded is noted once the e-mails are sure to go.
    """
    take_turns(f"digest reminders of {by.school_id}")
    reachable = {key_of(person): person for person in people if person.email and person.is_live}
    reminded = cache.get_many(reachable)
    waiting = {key: person for key, person in reachable.items() if key not in reminded}
    mail_to(waiting.values(), changes_to_read, reverse("provision:classes"))
    transaction.on_commit(lambda: cache.set_many(dict.fromkeys(waiting, True), timeout=REMINDED_FOR))
    return len(waiting)


def key_of(person: Membership) -> str:
    return f"digest-reminder:{person.pk}"
