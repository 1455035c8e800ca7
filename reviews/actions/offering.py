"""Parents choose the time of a meeting among those that are offered to them; whoever is first has it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from celery import current_app
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reviews.actions.ending import withdraw_offers
from reviews.actions.inviting import invite, may_be_told
from reviews.actions.rounds import busy
from reviews.actions.steps import state_of, take_step, wait_for_turn
from reviews.letters import mails
from reviews.models import OfferedTime, Review, TimeOffer
from reviews.queries.invitations import members_asked
from reviews.queries.offers import to_arrange
from reviews.slots import free_times
from reviews.workflow import OPEN
from senco.access.context import take_turns
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.versions import save_newer, stamp
from senco.messages.actions import post

ARRANGE = "reviews.tasks.arrange_chosen_times"
OF_TIME = ("lead", "day", "at", "minutes", "manner", "place")


@dataclass(frozen=True)
class Stretch:
    """Part of one day, cut into times of so many minutes with a pause between."""

    day: date
    first: time
    last: time
    minutes: int
    pause: int
    manner: str
    place: str


@dataclass(frozen=True)
class Offered:
    """How many reviews were offered how many times; `without`: those of whom no parent can be reached here; `full`: those whose holder,
    or the room, is not free in that stretch.
    """

    reviews: int = 0
    times: int = 0
    without: int = 0
    full: int = 0


@transaction.atomic
def offer_times(*, reviews: Iterable[Review], stretch: Stretch, by, lead=None) -> Offered:
    """Offer the parents of each review that has no day the free times of whoever holds it (`lead`: of this colleague, for all).

    Times offered already are as good as booked. Raises ValidationError for a day that is not to come, and where nothing is free.
    """
    if stretch.day <= timezone.localdate():
        raise ValidationError({"day": _("Parents choose until the day before. Choose a later day.")})
    take_turns(f"times of {by.school_id}")
    by_lead: dict = {}
    without = 0
    for review in reviews:
        wait_for_turn(review)
        if state_of(review) not in OPEN or review.day is not None:
            continue
        review.lead = lead or review.lead
        parents = parents_to_ask(review, by)
        without += not parents
        if parents:
            by_lead.setdefault(review.lead_id, []).append((review, parents))
    found = [(group, offer_to(group, stretch, by)) for group in by_lead.values()]
    asked = sum(len(group) for group, times in found if times)
    full = sum(len(group) for group, times in found if not times)
    if full and not asked:
        raise ValidationError(_("No time is free in that stretch. Choose another one."), code="nothing_free")
    return Offered(asked, sum(times for _group, times in found), without, full)


def parents_to_ask(review: Review, by) -> list[Membership]:
    """Those asked to it who sign in here and may open the pupil now, and were not offered times already."""
    offered = set(review.offers.standing().values_list("membership_id", flat=True))
    parents = [each for each in members_asked(review, by) if each.role == Role.PARENT]
    return [each for each in parents if each.pk not in offered and may_be_told(each, review.pupil_id)]


def offer_to(group: list[tuple[Review, list[Membership]]], stretch: Stretch, by) -> int:
    """The same times to the parents of all these reviews, which one person holds. Returns how many times."""
    first, batch, moment = group[0][0], uuid.uuid4(), timezone.now()
    taken = busy(first, stretch.day, stretch.place, by)
    starts = list(free_times(stretch.first, stretch.last, stretch.minutes, stretch.pause, taken))
    if not starts:
        return 0
    OfferedTime.objects.bulk_create(
        OfferedTime(
            school_id=first.school_id, batch=batch, lead=first.lead, day=stretch.day, at=at, minutes=stretch.minutes,
            manner=stretch.manner, place=stretch.place, by=by, offered_at=moment,
        )
        for at in starts
    )  # fmt: skip
    TimeOffer.objects.bulk_create(
        TimeOffer(
            school_id=review.school_id, pupil_id=review.pupil_id, review=review, membership=parent, batch=batch, by=by, offered_at=moment
        )
        for review, parents in group
        for parent in parents
    )  # fmt: skip
    write_to({parent: review.pupil_id for review, parents in group for parent in parents})
    return len(starts)


def write_to(parents: dict[Membership, object]) -> None:
    """One letter each, that names nobody."""
    for parent, pupil_id in parents.items():
        if parent.email and parent.is_live:
            letter = mails.times_offered(
                settings.SITE_URL + reverse("reviews:family_records", args=[pupil_id])
            )
            post(to=parent.email, subject=letter.subject, text=letter.text, school=parent.school)


@transaction.atomic
def choose_time(*, offer: TimeOffer, key, by) -> TimeOffer:
    """The parent takes a time of their batch. The office's worker arranges the meeting on it.

    Raises ValidationError where somebody was quicker, or where the offer does not hold any more.
    """
    if offer.membership_id != by.pk or offer.withdrawn_at is not None or offer.chosen_id is not None:
        raise ValidationError(_("This choice is not open any more."), code="gone")
    free = OfferedTime.objects.visible_to(by).free().filter(batch=offer.batch, pk=key)
    chosen = free.select_for_update(of=("self",), no_key=True).first()
    if chosen is None:
        words = _("Somebody else has just taken this time. Please choose another one.")
        raise ValidationError({"time": words}, code="taken")
    chosen.taken_at = offer.chosen_at = timezone.now()
    offer.chosen = chosen
    chosen.save(update_fields=["taken_at"])
    offer.save(update_fields=["chosen", "chosen_at"])
    transaction.on_commit(wake_worker, robust=True)
    return offer


def wake_worker() -> None:
    """If the broker is away, the worker's own clock comes round."""
    current_app.send_task(ARRANGE, expires=60, retry=False)


@transaction.atomic
def arrange_chosen(*, key, by) -> bool:
    """A meeting on the time that was chosen with this offer, everybody asked to it by e-mail; whether it was arranged now."""
    waiting = to_arrange(by).select_for_update(of=("self",), no_key=True, skip_locked=True).filter(pk=key)
    offer = waiting.select_related("chosen__lead", "membership__school").first()
    return offer is not None and arrange(offer, by)


def arrange(offer: TimeOffer, by) -> bool:
    """Unless the meeting has a day by now, or is not to come: then the time is free again, and who chose it is told so."""
    review = (
        Review.objects.visible_to(by).select_related("pupil__school", "lead", "plan").get(pk=offer.review_id)
    )
    wait_for_turn(review)
    chosen = offer.chosen
    if state_of(review) not in OPEN or review.day is not None or chosen.day < timezone.localdate():
        give_back(offer)
        letter = mails.time_gone(settings.SITE_URL + reverse("reviews:family_records", args=[offer.pupil_id]))
        post(
            to=offer.membership.email,
            subject=letter.subject,
            text=letter.text,
            school=offer.membership.school,
        )
        return False
    offer.arranged_at = chosen.withdrawn_at = timezone.now()
    offer.save(update_fields=["arranged_at"])
    chosen.save(update_fields=["withdrawn_at"])
    for name in OF_TIME:
        setattr(review, name, getattr(chosen, name))
    stamp(review, by)
    save_newer(review, fields=[*OF_TIME, "saved_by", "saved_at"])
    take_step(review=review, name="arrange", by=by)
    invite(review=review, by=by)
    return True


def give_back(offer: TimeOffer) -> None:
    """It holds no more; a time that was chosen is free for others."""
    OfferedTime.objects.filter(pk=offer.chosen_id).update(taken_at=None)
    withdraw_offers([offer], {offer.batch})


@transaction.atomic
def take_offers_back(*, offers: Iterable[TimeOffer]) -> int:
    """Nothing can be chosen any more of what nobody has chosen yet. Returns how many parents had still to choose."""
    open_now = [each for each in offers if each.chosen_id is None]
    withdraw_offers(open_now, {each.batch for each in open_now})
    return len(open_now)
