"""Calls that parents ask for: asked, taken back, made or not needed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.mail import mail_to_sencos
from register.actions.writing import insist_may_write
from senco.access.context import take_turns
from senco.liaison.models import CallRequest, LoggedContact


@transaction.atomic
def ask_for_call(*, call: CallRequest, by) -> CallRequest:
    """A parent would like to be rung; the SENCO hears of it by e-mail, without a name. Asked twice it was asked once.

    Raises ValidationError without a number that can be rung.
    """
    insist_may_write(by, call.pupil_id)
    take_turns(f"call {call.pupil_id} {by.pk}")
    mine = CallRequest.objects.visible_to(by).open().filter(pupil=call.pupil, asked_by=by)
    if there := mine.first():
        return there
    call.school_id, call.asked_by = call.pupil.school_id, by
    call.full_clean(exclude=["school", "pupil", "asked_by"])
    call.save(force_insert=True)
    mail_to_sencos(call.school_id, letters.call_asked_for, reverse("liaison:contact_log"))
    return call


@transaction.atomic
def withdraw_call(*, call: CallRequest, by) -> None:
    """Not needed any more. Raises PermissionDenied for somebody else's."""
    insist_may_write(by, call.pupil_id)
    if call.asked_by_id != by.pk:
        raise PermissionDenied
    if call.is_open:
        call.withdrawn_at = timezone.now()
        call.save(update_fields=["withdrawn_at"])


@transaction.atomic
def answer_call(*, call: CallRequest, by, entry: LoggedContact | None = None) -> None:
    """The parent was rung, as `entry` says; without one no call was needed. What was answered or taken back stays as it is."""
    if call.is_open:
        call.answered_at, call.answered_by, call.entry = timezone.now(), by, entry
        call.save(update_fields=["answered_at", "answered_by", "entry"])


@transaction.atomic
def open_call_again(*, call: CallRequest, by) -> None:
    """Undo of `answer_call`. Raises ValidationError where the parent has asked for another one since."""
    others = CallRequest.objects.visible_to(by).open().filter(pupil=call.pupil_id, asked_by=call.asked_by_id)
    if others.exists():
        raise ValidationError(_("The parent has asked for another call since. That one stands."))
    if call.answered_at:
        call.answered_at = call.answered_by = call.entry = None
        call.save(update_fields=["answered_at", "answered_by", "entry"])
