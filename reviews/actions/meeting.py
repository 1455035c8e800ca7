"""Writing down a meeting: what is known of it is saved at any time, until its record is signed off."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.choices import Speaker
from reviews.actions.arranging import insist_open
from reviews.actions.beginning import GIVEN
from reviews.actions.inviting import let_off
from reviews.actions.steps import wait_for_turn
from reviews.choices import Voice
from reviews.models import AgreedAction, Contribution, OutcomeJudged, Person, Review, Spoken
from reviews.workflow import INVITE
from senco.core.versions import save_newer, stamp

OF_MEETING = ("held_on", "summary", "staff_note", "decision", "decision_words", "next_on")
OF_ROW = {
    Person: ("presence", "removed_at"),
    OutcomeJudged: ("judgement", "next_step", "words"),
    Spoken: ("speaker", "name", "words", "disagrees", "shared", "removed_at"),
    AgreedAction: ("text", "who", "who_words", "by_when", "shared", "removed_at"),
}
BELONGING = [
    "school",
    "pupil",
    "review",
    "saved_by",
    "outcome",
    "contact",
    "membership",
    "done_by",
    "contribution",
]
SPEAKER_OF = {
    Voice.PUPIL: Speaker.PUPIL,
    Voice.PARENT: Speaker.PARENT,
    Voice.TEACHER: Speaker.STAFF,
    Voice.ASSISTANT: Speaker.STAFF,
    Voice.PROFESSIONAL: Speaker.PROFESSIONAL,
}


@transaction.atomic
def save_meeting(*, review: Review, rows: Iterable, by, changed: bool = True) -> Review:
    """Save what was said of the meeting, and these rows of it: known ones that were changed, and new ones.

    `changed`: whether anything of the meeting itself was. Raises ValidationError where something cannot be, StepNotOpen once the record
    is signed off, and Outdated where a colleague was quicker.
    """
    wait_for_turn(review)
    insist_open(review)
    if changed:
        insist_days(review)
        review.full_clean(exclude=GIVEN, validate_constraints=False)
        stamp(review, by)
        save_newer(review, fields=[*OF_MEETING, "saved_by", "saved_at"])
    rows = list(rows)
    for place, row in enumerate(rows):
        save_row(review, row, by, place)
    to_come = review.day is not None and review.day > timezone.localdate()
    if to_come and by.may(INVITE) and any(isinstance(row, Person) and row.removed_at for row in rows):
        let_off(review, by)
    return review


@transaction.atomic
def save_judgements(*, judged: Mapping[Review, Iterable[OutcomeJudged]], by) -> int:
    """How outcomes of several reviews stand, all or none; returns of how many pupils. Raises what `save_meeting` raises."""
    for review, rows in judged.items():
        save_meeting(review=review, rows=rows, by=by, changed=False)
    return len({review.pupil_id for review in judged})


def insist_days(review: Review) -> None:
    if review.held_on and review.held_on > timezone.localdate():
        raise ValidationError(
            {"held_on": _("This day lies in the future. A meeting is recorded once it is held.")}
        )
    if review.next_on and review.next_on <= (review.held_on or timezone.localdate()):
        raise ValidationError({"next_on": _("This is not after the meeting. Choose a later day.")})


def save_row(review: Review, row, by, place: int) -> None:
    """A known row over its version; a new one at the end of its list."""
    stamp(row, by)
    if not row._state.adding:
        row.full_clean(exclude=BELONGING, validate_constraints=False)
        save_newer(row, fields=[*OF_ROW[type(row)], "saved_by", "saved_at"])
        return
    row.school_id, row.pupil_id, row.review, row.version = review.school_id, review.pupil_id, review, 1
    if hasattr(row, "position"):
        row.position = (
            1000 + place
        )  # after those that are there; two at once fall back on their keys, which are in order of time
    row.full_clean(exclude=BELONGING, validate_constraints=False)
    row.save(force_insert=True)


@transaction.atomic
def take_into_record(*, contribution: Contribution, by) -> None:
    """What somebody said before the meeting stands in its record, word for word, each question above its answer.

    A parent's words are for staff until somebody ticks otherwise: the record is read by every parent, and none reads what another said.
    Raises ValidationError for what is private, StepNotOpen once the record is signed off. What stands there already stays as it is.
    """
    review = contribution.review
    wait_for_turn(review)
    insist_open(review)
    if contribution.private:
        raise ValidationError(_("This was said in private. It does not go into the record."), code="private")
    if review.spoken.kept().filter(contribution=contribution).exists():
        return
    shared = contribution.kind != Voice.PARENT
    for place, words in enumerate(pieces(contribution)):
        spoken = Spoken(
            speaker=SPEAKER_OF[Voice(contribution.kind)], name=contribution.who[:120], words=words, contribution=contribution, shared=shared
        )  # fmt: skip
        save_row(review, spoken, by, place)


def pieces(contribution: Contribution) -> list[str]:
    """All answers in as few pieces as fit into a row."""
    most = Spoken._meta.get_field("words").max_length
    found: list[str] = []
    for answer in contribution.given_answers:
        said = f"{answer.question.sentence}\n{answer.spoken}"[:most]
        if found and len(found[-1]) + len(said) + 2 <= most:
            found[-1] += f"\n\n{said}"
        else:
            found.append(said)
    return found
