"""Confirming what was read, and reminding those who have not."""

from collections.abc import Iterable

from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from provision.choices import ChangeKind
from provision.letters.digest import Change
from provision.letters.reminder import changes_to_read
from provision.models import DigestReading, ProfileReading
from register.actions.mail import mail_to
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


def remind(*, people: Iterable[Membership], by) -> int:
    """One e-mail without a name to each of these who was not reminded today; how many were. `by` is kept by the caller's role."""
    waiting = [person for person in people if person.email and person.is_live and not_reminded(person)]
    mail_to(waiting, changes_to_read, reverse("provision:classes"))
    return len(waiting)


def not_reminded(person: Membership) -> bool:
    """Whether today's reminder is still free; asking takes it."""
    return cache.add(f"digest-reminder:{person.pk}", True, timeout=REMINDED_FOR)
