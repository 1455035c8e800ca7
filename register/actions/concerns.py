"""Raising a concern and taking it back. What the SENCO does about it is in triage.py and decisions.py."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.utils import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.concern_steps import record, take, wait_for_turn
from register.actions.mail import mail_to_sencos
from register.actions.writing import insist_may_write
from register.models import Concern, ConcernStep, Pupil, ReferenceCounter
from senco.core.workflow import StepNotOpen

ABOUT = ["school", "pupil", "raised_by", "assigned_to"]  # checked by the database and by whoever chose them


class AlreadySent(Exception):
    """The form was sent before, with other words; `concern` is what it became then."""

    def __init__(self, concern: Concern):
        super().__init__(concern.reference)
        self.concern = concern


@transaction.atomic
def raise_concern(*, key: uuid.UUID, pupil, by, **details) -> Concern:
    """Log what `by` saw. `key` was given to the form when it was opened and becomes the concern's own key.

    Sending the same form again, however often and at once, gives back the one concern. Raises AlreadySent where
    the words have changed since.
    """
    wait_for_turn(key)
    earlier = Concern.objects.visible_to(by).filter(pk=key, raised_by=by).first()
    if earlier is not None:
        return same(earlier, pupil=pupil, **details)
    insist_may_write(by, pupil.pk)
    concern = Concern(id=key, school_id=by.school_id, pupil=pupil, raised_by=by, **details)
    concern.reference = next_reference(by.school_id)
    concern.full_clean(exclude=ABOUT)
    insert(concern)
    record(concern=concern, kind=ConcernStep.Kind.RAISED, by=by)
    if concern.urgent:
        announce(concern)
    return concern


def same(earlier: Concern, *, pupil, **details) -> Concern:
    """The concern that this form became, if it says the same."""
    withdrawn = earlier.steps.filter(kind=ConcernStep.Kind.WITHDRAWN).exists()
    told = {"pupil_id": pupil.pk} | details  # by its key: the record may not be theirs to open any more
    if withdrawn or any(getattr(earlier, name) != value for name, value in told.items()):
        raise AlreadySent(earlier)
    return earlier


def next_reference(school_id) -> str:
    """The next number of the school and year, such as "2026-118". Others wait for it until this transaction ends.

    Counted in the counter's own row under its lock; the row is made with the year's first concern.
    """
    year = timezone.localdate().year
    counter, _made = ReferenceCounter.objects.select_for_update().get_or_create(
        school_id=school_id, year=year
    )
    counter.last_number += 1
    counter.save(update_fields=["last_number"])
    return f"{year}-{counter.last_number}"


def insert(concern: Concern) -> None:
    """Write the row; a key that is in use by a concern its sender cannot see is refused, not shown."""
    try:
        with transaction.atomic():
            concern.save(force_insert=True)
    except IntegrityError as taken:
        if taken.__cause__.diag.constraint_name != "register_concern_pkey":
            raise
        raise ValidationError(
            _("This form cannot be sent any more. Open a new one."), code="key_taken"
        ) from taken


def announce(concern: Concern) -> None:
    """Urgent ones do not wait for the SENCO to look."""
    known_to, address = concern.raised_by_id, concern.get_absolute_url()
    mail_to_sencos(concern.school_id, letters.urgent_concern, address, but_not=known_to)


@transaction.atomic
def withdraw(*, concern: Concern, by) -> None:
    """Take one's own concern back. Raises StepNotOpen once somebody has acted on it; what was written stays."""
    wait_for_turn(concern.pk)
    if not Pupil.objects.visible_to(by).filter(pk=concern.pupil_id).exists():
        raise StepNotOpen(_("You do not work with this pupil any more. Ask the SEN office to drop it."))
    insist_may_write(by, concern.pupil_id)
    if concern.raised_by_id != by.pk or acted_on(concern):
        raise StepNotOpen(_("The SEN office is working on this already. Ask them if it should be dropped."))
    take("withdraw", concern, by)
    record(concern=concern, kind=ConcernStep.Kind.WITHDRAWN, by=by)


def acted_on(concern: Concern) -> bool:
    """Whether anybody took a step on it since it was raised."""
    return concern.steps.exclude(kind__in=[ConcernStep.Kind.RAISED, ConcernStep.Kind.WITHDRAWN]).exists()
