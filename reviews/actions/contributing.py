"""People are asked for their views before a meeting; they give them, and are reminded; the office keys in what comes on paper."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.actions.files import keep_file
from register.actions.mail import mail_to
from register.actions.writing import insist_may_write
from reviews.choices import Voice
from reviews.letters import mails
from reviews.models import Contribution, Review
from reviews.queries.asking import OfPlans, Proposal, of_plans
from reviews.queries.contributions import key_of, to_remind
from reviews.queries.invitations import each_reached
from reviews.questions import Answer, level_for
from senco.access.context import take_turns
from senco.accounts.models import Membership
from senco.core.versions import save_newer, stamp

ANSWERED = ["answers", "level", "file", "answered_at", "on_paper", "saved_by", "saved_at"]


@dataclass(frozen=True)
class WithPupil:
    """How a pupil is asked: `membership` is the key of the adult who sits with them, `level` one of Level or by their year."""

    membership: object = None
    level: str = ""
    private: bool = False


@transaction.atomic
def ask_for_views(
    *,
    chosen: Iterable[tuple[Review, Proposal]],
    due_on: datetime.date,
    by,
    with_pupil: WithPupil | None = None,
) -> int:
    """Ask each of them once; whoever was asked already is not asked again. Returns how many were.

    The questions about the plan are those of its outcomes and its help as they are now. Each person gets one letter, however many
    pupils they are asked about. `with_pupil`: for all pupils among them; without it whoever holds the review sits with each.
    Where a meeting is sooner than `due_on`, views are wanted before it. Raises ValidationError for a day that has passed, one after
    every meeting, and an adult who may not open one of the pupils.
    """
    chosen = list(chosen)
    take_turns(f"views of {by.school_id}")
    insist_day(due_on, [review for review, _proposal in chosen])
    there = asked_already([review for review, _proposal in chosen])
    plans = of_plans({review.pk: review for review, _proposal in chosen}.values(), by)
    made = [
        contribution(review, each, plans, with_pupil or WithPupil(), due_on, by) for review, each in chosen
    ]
    made = [each for each in made if (each.review_id, *key_of(each)) not in there]
    insist_adults(made)
    Contribution.objects.bulk_create(made)
    write_to(made, mails.views_asked)
    return len(made)


def insist_day(due_on: datetime.date, reviews: list[Review]) -> None:
    if due_on < timezone.localdate():
        raise ValidationError({"due_on": _("This day has passed. Choose a later one.")})
    if reviews and all(due_before(review, due_on) != due_on for review in reviews):
        raise ValidationError({"due_on": _("This is after the meeting. Choose an earlier day.")})


def due_before(review: Review, due_on: datetime.date) -> datetime.date:
    """The day by which views are wanted: never after a meeting that is to come."""
    to_come = review.day is not None and review.day >= timezone.localdate()
    return min(due_on, review.day) if to_come else due_on


def insist_adults(made: list[Contribution]) -> None:
    """Whoever sits with a pupil may open that pupil's record: nobody else would ever see that they are asked."""
    sitting = [each for each in made if each.kind == Voice.PUPIL]
    shut_out = len(sitting) - sum(len(theirs) for _adult, theirs in each_reached(sitting, "membership_id"))
    if shut_out:
        words = ngettext(
            "Whoever would sit with the pupil may not open the record of %(n)d of them. Choose somebody who works with the pupil.",
            "Whoever would sit with the pupils may not open the records of %(n)d of them. Choose somebody who works with them.",
            shut_out,
        )
        raise ValidationError({"adult": words % {"n": shut_out}}, code="shut_out")


def asked_already(reviews: list[Review]) -> set[tuple]:
    standing = Contribution.objects.standing().filter(review__in={review.pk for review in reviews})
    return {(each.review_id, *key_of(each)) for each in standing}


def contribution(
    review: Review, asked: Proposal, plans: OfPlans, with_pupil: WithPupil, due_on: datetime.date, by
) -> Contribution:
    """One that is asked for, with the questions about the plan as it is now; a pupil's says with whom they sit."""
    made = Contribution(
        school_id=review.school_id, pupil_id=review.pupil_id, review=review, kind=asked.kind, membership_id=asked.membership_id,
        contact_id=asked.contact_id, name=asked.name, subject=asked.subject, due_on=due_before(review, due_on), asked_by=by, saved_by=by,
        about_plan=[each.as_json() for each in plans.questions(review, asked.kind)],
    )  # fmt: skip
    if asked.kind == Voice.PUPIL:
        made.membership_id = with_pupil.membership or review.lead_id or by.pk
        made.level = with_pupil.level or level_for(review.pupil.year_group)
        made.private = with_pupil.private
    return made


def write_to(asked: Iterable[Contribution], letter) -> int:
    """One letter to each of them who can sign in and may open the pupil. Returns how many."""
    told = 0
    for member, mine in each_reached(asked, "membership_id"):
        mail_to([member], partial(letter, by_when=min(each.due_on for each in mine)), page_for(member, mine))
        told += 1
    return told


def page_for(member: Membership, asked: list[Contribution]) -> str:
    """Straight to the questions where there is one set of them; else to the list of all that waits."""
    if len(asked) == 1:
        return reverse("reviews:contribute", args=[asked[0].pk])
    return reverse("dashboard:to_do" if member.sees_whole_school else "dashboard:home")


@transaction.atomic
def give_views(
    *, contribution: Contribution, answers: Iterable[Answer], by, level: str = "", upload=None
) -> Contribution:
    """What was said, with each question as it was read; said again, the last word holds. By the office for somebody else: from paper.

    `level`: how the pupil was asked after all. `upload`: a picture or recording of the pupil's, kept with their files. Raises
    ValidationError where nothing is said, or nothing can be given any more, and Outdated where somebody was quicker.
    """
    insist_may_write(by, contribution.pupil_id)
    said = [each for each in answers if each]
    if contribution.withdrawn_at is not None or contribution.closed_at is not None:
        raise ValidationError(_("The meeting is over, or this is not asked for any more."), code="closed")
    if not said and upload is None:
        raise ValidationError(_("Answer at least one question."), code="empty")
    contribution.answers = [each.as_json() for each in said]
    contribution.answered_at = timezone.now()
    contribution.on_paper = is_paper(contribution, by)
    if contribution.kind == Voice.PUPIL:
        contribution.level = level or contribution.level
        if upload is not None:
            contribution.file = keep_upload(contribution, upload, by)
    stamp(contribution, by)
    save_newer(contribution, fields=ANSWERED)
    return contribution


def is_paper(contribution: Contribution, by) -> bool:
    """Whether somebody keys in what another one gave. With a pupil anybody of the office may sit down."""
    return contribution.kind != Voice.PUPIL and contribution.membership_id != by.pk


def keep_upload(contribution: Contribution, upload, by):
    """With the pupil's files; of what is private, for the office alone."""
    audience = () if contribution.private else ("staff",)
    caption = _("What %(name)s said before a meeting") % {"name": contribution.pupil.forename}
    return keep_file(pupil=contribution.pupil, upload=upload, by=by, caption=caption, audience=audience)


@transaction.atomic
def withdraw_request(*, contribution: Contribution) -> None:
    """Not asked for any more. What was given stays in the history alone. Raises ValidationError where the record is signed off."""
    if contribution.closed_at is not None:
        raise ValidationError(
            _("The record is signed off. What was said before stays with it."), code="closed"
        )
    if contribution.withdrawn_at is None:
        contribution.withdrawn_at = timezone.now()
        contribution.save(update_fields=["withdrawn_at"])


@transaction.atomic
def ask_after_all(*, contribution: Contribution) -> None:
    """Undo that it is not asked for any more; what was given is there again. Raises ValidationError where it is too late for that."""
    if contribution.withdrawn_at is None:
        return
    there = asked_already([contribution.review])
    if contribution.closed_at is not None or (contribution.review_id, *key_of(contribution)) in there:
        raise ValidationError(_("They were asked again since, or the record is signed off."), code="too_late")
    contribution.withdrawn_at = None
    contribution.save(update_fields=["withdrawn_at"])


@transaction.atomic
def remind_of_views(*, today: datetime.date, by) -> int:
    """A letter to whoever is asked for views by the day after tomorrow, once, however many they are asked for. Returns how many."""
    due = list(
        to_remind(by, today).select_for_update(of=("self",), no_key=True, skip_locked=True).order_by("pk")
    )
    Contribution.objects.filter(pk__in=[each.pk for each in due]).update(reminded_at=timezone.now())
    return write_to(due, mails.views_reminder)
