"""What people say to a plan: written as they said it, only ever added to, and read by somebody."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from provision.choices import Answer, Audience, Speaker
from provision.models import Plan, PlanResponse, PlanVersion, ResponseRead
from register.actions.writing import insist_may_write
from senco.accounts.roles import Role

NEED_WORDS = frozenset({Answer.PARTLY, Answer.NO, Answer.COMMENT})
MEANT = ("school", "pupil", "plan", "version", "by")  # set by the action, not by a form


@transaction.atomic
def answer(*, version: PlanVersion, answer: str, words: str, by) -> PlanResponse:
    """A parent, or a professional, says what they think of the version they read. Answers follow each other; none is changed."""
    speaker = Speaker.PROFESSIONAL if by.role == Role.PROFESSIONAL else Speaker.PARENT
    insist_may_write(by, version.pupil_id)
    insist_on_words(answer, words)
    return write(
        PlanResponse(plan_id=version.plan_id, version=version, speaker=speaker, answer=answer, words=words),
        version,
        by,
    )


@transaction.atomic
def record_answer(
    *, plan: Plan, speaker: str, speaker_name: str, answer: str, words: str, by
) -> PlanResponse:
    """What somebody said at a meeting or on the telephone, in their words, written down by a colleague."""
    insist_on_words(answer, words)
    read = plan.versions.filter(audience=Audience.FAMILY).standing().order_by("-number").first()
    said = PlanResponse(
        plan=plan,
        version=read,
        speaker=speaker,
        speaker_name=speaker_name.strip(),
        answer=answer,
        words=words,
    )
    return write(said, plan, by)


def insist_on_words(answer: str, words: str) -> None:
    if answer in NEED_WORDS and not words.strip():
        raise ValidationError({"words": _("Say in a few words what should be different.")})


def write(said: PlanResponse, about, by) -> PlanResponse:
    said.school_id, said.pupil_id, said.by = about.school_id, about.pupil_id, by
    said.words = said.words.strip()
    said.full_clean(exclude=MEANT, validate_constraints=False)
    said.save(force_insert=True)
    return said


@transaction.atomic
def mark_read(*, responses: Iterable[PlanResponse], by) -> int:
    """Note that `by` has read these answers; those read before stay as they are. Returns how many were new."""
    mine = set(
        ResponseRead.objects.filter(response__in=responses, by=by).values_list("response_id", flat=True)
    )
    fresh = [
        ResponseRead(school_id=one.school_id, pupil_id=one.pupil_id, response=one, by=by)
        for one in responses
        if one.pk not in mine
    ]
    ResponseRead.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)
