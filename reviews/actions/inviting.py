"""Telling people when and where a meeting is, again when that changes, and when it is called off; and what they answer."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.writing import insist_may_write
from register.models import PupilAccess
from reviews.choices import InvitationAnswer
from reviews.letters import mails
from reviews.models import MeetingInvitation, Review
from reviews.queries.invitations import keys_asked, members_asked, when_words
from reviews.workflow import INVITE
from senco.accounts.languages import in_language_of
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF
from senco.documents.appointments import Appointment, calendar_file
from senco.messages.actions import post

TOLD = ("day", "at", "minutes", "manner", "place", "interpreter")
REMIND_BEFORE = datetime.timedelta(days=2)


@transaction.atomic
def invite(*, review: Review, by) -> int:
    """Tell everybody who is asked and has an account; whom nothing new would be told is left in peace. Returns how many were told.

    Raises ValidationError where there is no day yet, or where it has passed.
    """
    if review.day is None:
        raise ValidationError(_("Set a day first; then people can be asked."), code="no_day")
    if review.day < timezone.localdate():
        raise ValidationError(_("The day has passed. Set another one first."), code="past")
    let_off(review, by)
    return tell(review, members_asked(review, by), by)


def tell(review: Review, members: Iterable[Membership], by) -> int:
    """Those of them to whom something new would be said, and who may open the pupil: all others are told by telephone or letter."""
    standing = {each.membership_id: each for each in review.invitations.standing()}
    told = 0
    for member in members:
        before = standing.get(member.pk)
        same = before is not None and all(getattr(before, name) == getattr(review, name) for name in TOLD)
        if not same and may_be_told(member, review.pupil_id):
            replace(review, before, member, by)
            told += 1
    return told


def replace(review: Review, before: MeetingInvitation | None, member: Membership, by) -> None:
    """A new invitation in the place of the one before; its letter says which of the two it is."""
    moment = timezone.now()
    number = next_number(review, member, before)
    if before is not None:
        withdraw(before, moment)
    made = MeetingInvitation(
        school_id=review.school_id, pupil_id=review.pupil_id, review=review, membership=member, by=by, sent_at=moment,
        number=number, **{name: getattr(review, name) for name in TOLD},
    )  # fmt: skip
    made.save(force_insert=True)
    send(made, member, mails.meeting_moved if before else mails.meeting_arranged, calendar=True)


def next_number(review: Review, member: Membership, before: MeetingInvitation | None) -> int:
    """Above all that a calendar has heard of: where the last one was called off, the letter about that counted up as well."""
    last = review.invitations.filter(membership=member).aggregate(last=Max("number"))["last"]
    return 1 if last is None else last + (1 if before else 2)


def withdraw(invitation: MeetingInvitation, moment: datetime.datetime) -> None:
    invitation.withdrawn_at = moment
    invitation.save(update_fields=["withdrawn_at"])


@transaction.atomic
def tell_again(*, review: Review, by) -> int:
    """After a change: those who were told something else are told anew. Nobody who was not asked before is asked by it.

    Only the office writes to families: after a change by somebody else it is told that people have to be (queries.to_tell).
    """
    if not by.may(INVITE) or not review.invitations.standing().exists():
        return 0
    if review.day is None:
        return withdraw_all(review=review)
    let_off(review, by)
    asked = set(review.invitations.standing().values_list("membership_id", flat=True))
    return tell(review, [each for each in members_asked(review, by) if each.pk in asked], by)


def let_off(review: Review, by) -> None:
    """Whoever is off the list since they were asked is told so, and their calendar forgets it."""
    coming = review.invitations.standing().filter(day__gte=timezone.localdate())
    moment = timezone.now()
    for each in coming.exclude(membership_id__in=keys_asked(review)).select_related("membership__school"):
        withdraw(each, moment)
        if each.membership_id != by.pk:
            send(each, each.membership, mails.meeting_without_you, calendar=True, cancelled=True)


def ask_again(*, review: Review, since: datetime.datetime, by) -> int:
    """It takes place after all: whoever was told since that it does not is asked anew, unless the day has passed. Returns how many."""
    if review.day is None or review.day < timezone.localdate():
        return 0
    told_off = set(review.invitations.filter(withdrawn_at__gte=since).values_list("membership_id", flat=True))
    return tell(review, [each for each in members_asked(review, by) if each.pk in told_off], by)


@transaction.atomic
def withdraw_all(*, review: Review) -> int:
    """It does not take place: everybody who was told of it is told so. Returns how many."""
    standing = list(review.invitations.standing().select_related("membership__school"))
    moment = timezone.now()
    for each in standing:
        withdraw(each, moment)
        if each.day >= timezone.localdate():
            send(each, each.membership, mails.meeting_called_off, calendar=True, cancelled=True)
    return len(standing)


def send(
    invitation: MeetingInvitation, member: Membership, letter, *, calendar: bool, cancelled: bool = False
) -> None:
    """A letter that names nobody, to one person; with a calendar file where it sets, moves or takes out a date."""
    if not (member.email and member.is_live):
        return
    url = settings.SITE_URL + page_for(invitation, member)
    with in_language_of(member):
        words = letter(url, when_words(invitation))
        file = appointment_of(invitation, member, url, cancelled) if calendar else ""
    post(to=member.email, subject=words.subject, text=words.text, school=member.school, calendar=file)


def appointment_of(invitation: MeetingInvitation, member: Membership, url: str, cancelled: bool) -> str:
    """The calendar file that puts the meeting in, moves it or takes it out."""
    host = settings.SITE_URL.partition("://")[2]
    appointment = Appointment(
        f"{invitation.review_id}.{member.pk}@{host}", invitation.number + cancelled, invitation.day, invitation.at,
        invitation.minutes, invitation.place, url, cancelled,
    )  # fmt: skip
    return calendar_file(appointment, now=timezone.now())


def page_for(invitation: MeetingInvitation, member: Membership) -> str:
    """Colleagues read it on the review's page, everybody else on their own."""
    if member.role in STAFF:
        return reverse("reviews:review", args=[invitation.review_id])
    return reverse("reviews:family_records", args=[invitation.pupil_id])


@transaction.atomic
def answer_invitation(*, invitation: MeetingInvitation, answer: str, words: str, by) -> None:
    """What somebody says to day and time; said again, the last word holds.

    Raises ValidationError where they ask for another time and do not say which, or where it is over.
    """
    insist_may_write(by, invitation.pupil_id)
    if invitation.membership_id != by.pk or invitation.withdrawn_at is not None:
        raise ValidationError(
            _("This invitation does not hold any more. Look at the newest one."), code="gone"
        )
    if invitation.day < timezone.localdate():
        raise ValidationError(_("The meeting is over."), code="over")
    if answer == InvitationAnswer.OTHER and not words.strip():
        raise ValidationError({"words": _("Say which days and times would suit you.")})
    invitation.answer, invitation.words, invitation.answered_at = answer, words.strip(), timezone.now()
    invitation.full_clean(
        exclude=["school", "pupil", "review", "membership", "by"], validate_constraints=False
    )
    invitation.save(update_fields=["answer", "words", "answered_at"])


@transaction.atomic
def remind(*, today: datetime.date, by) -> int:
    """A letter to whoever is asked to a meeting within two days, once, and only while they may open the pupil. Returns how many."""
    due = (
        MeetingInvitation.objects.visible_to(by)
        .standing()
        .filter(day__gt=today, day__lte=today + REMIND_BEFORE, reminded_at__isnull=True)
    )
    told = 0
    for each in due.select_for_update(of=("self",), no_key=True, skip_locked=True).order_by("day", "pk"):
        each.reminded_at = timezone.now()
        each.save(update_fields=["reminded_at"])
        member = Membership.objects.select_related("school").get(pk=each.membership_id)
        if each.answer != InvitationAnswer.CANNOT and may_be_told(member, each.pupil_id):
            send(each, member, mails.meeting_reminder, calendar=False)
            told += 1
    return told


def may_be_told(member: Membership, pupil_id) -> bool:
    """Whether they may open the pupil now: access may have ended since they were asked."""
    grants = PupilAccess.objects.live().filter(membership=member, content_object=pupil_id)
    return member.sees_whole_school or grants.exists()
