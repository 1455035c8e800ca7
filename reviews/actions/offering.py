"""Parents choose the time of a meeting among those that are offered to them; whoever is first has it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from celery import current_app
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.mail import mail_to
from register.actions.writing import insist_may_write
from reviews.actions.ending import end_offers
from reviews.actions.inviting import invite
from reviews.actions.rounds import busy
from reviews.actions.steps import state_of, take_step, wait_for_turn
from reviews.letters import mails
from reviews.models import OfferedTime, Review, TimeOffer
from reviews.queries.invitations import each_reached
from reviews.queries.offers import open_offers, parents_to_ask, to_arrange
from reviews.slots import free_times
from reviews.workflow import OPEN
from senco.access.context import take_turns
from senco.accounts.models import Membership
from senco.core.versions import save_newer, stamp

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
    reviews = to_be_offered(reviews, by)
    if not reviews:
        raise ValidationError(
            _("All those ticked have a day, or their parents are choosing already."), code="nobody"
        )
    parents, by_lead = parents_to_ask(reviews, by), defaultdict(list)
    for review in reviews:
        review.lead = lead or review.lead
        if parents[review.pk]:
            by_lead[review.lead_id].append((review, parents[review.pk]))
    found = [(group, offer_to(group, stretch, by)) for group in by_lead.values()]
    asked = sum(len(group) for group, times in found if times)
    full = sum(len(group) for group, times in found if not times)
    if full and not asked:
        raise ValidationError(_("No time is free in that stretch. Choose another one."), code="nothing_free")
    without = len([review for review in reviews if not parents[review.pk]])
    return Offered(asked, sum(times for _group, times in found), without, full)


def to_be_offered(reviews: Iterable[Review], by) -> list[Review]:
    """Those of them that are to come, have no day and are not offered yet, once nobody else writes them. In the order given."""
    reviews = list(reviews)
    for review in reviews:
        wait_for_turn(review)
    waiting = (
        Review.objects.visible_to(by).open().filter(pk__in=[each.pk for each in reviews], day__isnull=True)
    )
    offered = open_offers(waiting, by).values("review")
    keys = set(waiting.exclude(pk__in=offered).values_list("pk", flat=True))
    return [each for each in reviews if each.pk in keys]


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
    offers = TimeOffer.objects.bulk_create(
        TimeOffer(
            school_id=review.school_id, pupil_id=review.pupil_id, review=review, membership=parent, batch=batch, by=by, offered_at=moment
        )
        for review, parents in group
        for parent in parents
    )  # fmt: skip
    write_to(offers, mails.times_offered)
    return len(starts)


def write_to(offers: Iterable[TimeOffer], letter) -> None:
    """One letter to each parent, that names nobody."""
    for parent, mine in each_reached(offers, "membership_id"):
        mail_to([parent], letter, reverse("reviews:family_records", args=[mine[0].pupil_id]))


@transaction.atomic
def choose_time(*, offer: TimeOffer, key, by) -> TimeOffer:
    """The parent takes a time of their batch. The office's worker arranges the meeting on it.

    Raises ValidationError where somebody was quicker, or where the offer does not hold any more.
    """
    insist_may_write(by, offer.pupil_id)
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
    offer = waiting.select_related("chosen__lead").first()
    return offer is not None and arrange(offer, by)


def arrange(offer: TimeOffer, by) -> bool:
    """Unless the meeting has a day by now, or is not to come: then the time is free again, and who chose it is told so."""
    review = (
        Review.objects.visible_to(by).select_related("pupil__school", "lead", "plan").get(pk=offer.review_id)
    )
    wait_for_turn(review)
    chosen = offer.chosen
    if state_of(review) not in OPEN or review.day is not None or chosen.day < timezone.localdate():
        end_offers(offers=[offer], batches=[offer.batch])
        write_to([offer], mails.time_gone)
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


@transaction.atomic
def take_offers_back(*, offers: Iterable[TimeOffer]) -> int:
    """Nothing can be chosen any more of what nobody has chosen yet. Returns how many parents had still to choose."""
    open_now = [each for each in offers if each.chosen_id is None]
    end_offers(offers=open_now, batches={each.batch for each in open_now})
    return len(open_now)
