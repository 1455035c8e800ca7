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
from register.actions.telling import forget_telling, note_telling
from register.choices import Decision
from register.letters import Words
from register.models import Concern, ConcernNotice, ConcernStep
from register.queries.families import parents_reached, raiser_reached
from register.queries.notices import raised_from_home

Audience = ConcernNotice.Audience
Kind = ConcernStep.Kind
TOLD = (Kind.TOLD, Kind.PARENTS_TOLD)


@transaction.atomic
def tell(*, concern: Concern, version: int, words: Words, by) -> ConcernStep:
    """Tell what was decided, later than the decision or once more. Returns the step, by which it can be kept back."""
    wait_for_turn(concern.pk)
    take("tell", concern, by)
    claim(concern, version)
    check_words(last_decision(concern), concern, words)
    step = send(concern=concern, words=words, by=by)
    if words.to_parents:
        note_telling(concern, step, by)
    return step


def last_decision(concern: Concern) -> str:
    decided = concern.steps.filter(kind=Kind.DECIDED).order_by("-at", "-id")
    return decided.values_list("decision", flat=True).first() or ""


def check_words(decision: str, concern: Concern, words: Words | None) -> None:
    """Families learn of a safeguarding matter from the safeguarding lead or not at all, whoever raised the concern."""
    if decision != Decision.SAFEGUARDING or not words:
        return
    if words.to_parents or (words.to_raiser and raised_from_home(concern)):
        raise ValidationError(_("The safeguarding lead decides what parents are told, not this page."))


def send(*, concern: Concern, words: Words, by) -> ConcernStep:
    """Write the notices; they are seen, and announced by e-mail, when UNDO_TIME has passed."""
    if not words:
        raise ValidationError(_("Write a message to at least one of them."), code="nobody_told")
    step = record(concern=concern, kind=Kind.TOLD if words.to_raiser else Kind.PARENTS_TOLD, by=by)
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
    """Nobody is written to about a page that would not open."""
    url = reverse("register:my_concern", args=[notice.concern_id])
    people = [notice.concern.raised_by] if raiser_reached(notice.concern) else []
    mail_to(people, letters.answer_to_concern, url, not_before=notice.sent_at)


def announce_to_parents(notice: ConcernNotice) -> None:
    """To every parent who can open the pupil's page; who raised the concern is not told twice."""
    parents = parents_reached(notice.concern.pupil)
    if notice.step.notices.filter(audience=Audience.RAISER).exists():
        parents = parents.exclude(pk=notice.concern.raised_by_id)
    mail_to(parents, letters.message_to_parents, settings.LOGIN_REDIRECT_URL, not_before=notice.sent_at)


@transaction.atomic
def keep_back(*, concern: Concern, step: ConcernStep, by) -> None:
    """Stop the messages of a step before anybody can have read one. Raises ValidationError once they are out.

    Parents who would have learnt here of their child's status have not been told of it then.
    """
    if stop(concern=concern, step=step, by=by):
        forget_telling(concern, step)


@transaction.atomic
def stop(*, concern: Concern, step: ConcernStep, by) -> bool:
    """Keep the messages back; whether one of them was to the parents."""
    wait_for_turn(concern.pk)
    take("keep back", concern, by)
    messages = step.notices.standing()
    if messages.filter(sent_at__lte=timezone.now()).exists():
        raise ValidationError(
            _("The messages have gone out. Reopen the concern to decide again."), code="gone_out"
        )
    to_parents = messages.filter(audience=Audience.PARENTS).exists()
    if not messages.update(withdrawn_at=timezone.now()):
        raise ValidationError(_("These messages are kept back already."), code="kept_back")
    hold_back_mail(not_before=step.at + UNDO_TIME, by=by)
    still_told = step.kind != Kind.TOLD or raiser_is_told(concern)
    record(concern=concern, kind=Kind.KEPT_BACK if still_told else Kind.UNTOLD, by=by)
    return to_parents


def raiser_is_told(concern: Concern) -> bool:
    """Whether a message to whoever raised it stands since the last decision."""
    decided = concern.steps.filter(kind=Kind.DECIDED).order_by("-at", "-id").first()
    since = {"step__at__gte": decided.at} if decided else {}
    return concern.notices.standing().filter(audience=Audience.RAISER, **since).exists()
