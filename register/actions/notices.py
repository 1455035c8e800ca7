"""Telling the person who raised a concern, and the parents, what was decided; and keeping the messages back in time."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.concern_steps import claim, record, take, wait_for_turn
from register.actions.mail import UNDO_TIME, hold_back_mail, mail_to
from register.letters import Words
from register.models import Concern, ConcernNotice, ConcernStep
from register.queries.families import parents_reached

Audience = ConcernNotice.Audience


@transaction.atomic
def tell(*, concern: Concern, version: int, words: Words, by) -> ConcernStep:
    """Tell what was decided, later than the decision or once more. Returns the step, by which it can be kept back."""
    wait_for_turn(concern.pk)
    take("tell", concern, by)
    claim(concern, version)
    return send(concern=concern, words=words, by=by)


def send(*, concern: Concern, words: Words, by) -> ConcernStep:
    """Write the notices; they are seen, and announced by e-mail, when UNDO_TIME has passed."""
    if not words:
        raise ValidationError(_("Write a message to at least one of them."), code="nobody_told")
    step = record(concern=concern, kind=ConcernStep.Kind.TOLD, by=by)
    if words.to_raiser:
        notice = write_notice(step=step, audience=Audience.RAISER, text=words.to_raiser, by=by)
        announce_to_raiser(notice)
    if words.to_parents:
        notice = write_notice(step=step, audience=Audience.PARENTS, text=words.to_parents, by=by)
        announce_to_parents(notice)
    return step


def write_notice(*, step: ConcernStep, audience: str, text: str, by) -> ConcernNotice:
    """One message, to be seen from UNDO_TIME after its step on."""
    notice = ConcernNotice(
        school_id=step.school_id, pupil_id=step.pupil_id, concern=step.concern, step=step, audience=audience, text=text,
        sent_by=by, sent_at=step.at + UNDO_TIME,
    )  # fmt: skip
    notice.full_clean(exclude=["school", "pupil", "concern", "step", "sent_by"])
    notice.save(force_insert=True)
    return notice


def announce_to_raiser(notice: ConcernNotice) -> None:
    url = reverse("register:my_concern", args=[notice.concern_id])
    mail_to([notice.concern.raised_by], letters.answer_to_concern, url, not_before=notice.sent_at)


def announce_to_parents(notice: ConcernNotice) -> None:
    """To every parent who can open the pupil's page; who raised the concern is not told twice."""
    parents = parents_reached(notice.concern.pupil)
    if notice.step.notices.filter(audience=Audience.RAISER).exists():
        parents = parents.exclude(pk=notice.concern.raised_by_id)
    mail_to(parents, letters.message_to_parents, settings.LOGIN_REDIRECT_URL, not_before=notice.sent_at)


@transaction.atomic
def keep_back(*, concern: Concern, step: ConcernStep, by) -> None:
    """Stop the messages of a step before anybody can have read one. Raises ValidationError once they are out."""
    wait_for_turn(concern.pk)
    take("keep back", concern, by)
    messages = step.notices.standing()
    if messages.filter(sent_at__lte=timezone.now()).exists():
        raise ValidationError(
            _("The messages have gone out. Reopen the concern to decide again."), code="gone_out"
        )
    messages.update(withdrawn_at=timezone.now())
    hold_back_mail(not_before=step.at + UNDO_TIME, by=by)
    record(concern=concern, kind=ConcernStep.Kind.UNTOLD, by=by)
