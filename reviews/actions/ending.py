"""The end of choosing: a meeting has a day, or is not wanted any more, or the office takes an offer back."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from reviews.models import OfferedTime, Review, TimeOffer


def end_choosing(review: Review) -> None:
    """Parents choose no more for this review, and what one of them chose is free for others."""
    open_now = list(review.offers.standing().filter(arranged_at__isnull=True))
    batches = set(review.offers.standing().values_list("batch", flat=True))
    OfferedTime.objects.filter(pk__in=[each.chosen_id for each in open_now if each.chosen_id]).update(
        taken_at=None
    )
    withdraw_offers(open_now, batches)


def withdraw_offers(offers: Iterable[TimeOffer], batches: Iterable) -> None:
    """They hold no more; times of these batches that nobody is left to choose book nobody any more."""
    moment = timezone.now()
    TimeOffer.objects.filter(pk__in=[each.pk for each in offers]).update(withdrawn_at=moment)
    release_times(batches, moment)


def release_times(batches: Iterable, moment: datetime.datetime) -> None:
    choosing = TimeOffer.objects.standing().filter(arranged_at__isnull=True)
    left = OfferedTime.objects.standing().filter(batch__in=set(batches), taken_at__isnull=True)
    left.exclude(batch__in=choosing.order_by().values("batch")).update(withdrawn_at=moment)
