"""The end of choosing: a meeting has a day, or is not wanted any more, or the office takes an offer back."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from reviews.models import OfferedTime, Review, TimeOffer


@transaction.atomic
def end_choosing(*, review: Review) -> None:
    """Parents choose no more for this review, and what one of them chose is free for others."""
    offers = list(review.offers.all())
    if offers:
        standing = [each for each in offers if each.withdrawn_at is None and each.arranged_at is None]
        end_offers(offers=standing, batches={each.batch for each in offers})


def end_offers(*, offers: Iterable[TimeOffer], batches: Iterable) -> None:
    """They hold no more. Times of these batches that nobody is left to choose book nobody any more."""
    offers, moment = list(offers), timezone.now()
    OfferedTime.objects.filter(pk__in=[each.chosen_id for each in offers if each.chosen_id]).update(
        taken_at=None
    )
    TimeOffer.objects.filter(pk__in=[each.pk for each in offers]).update(withdrawn_at=moment)
    left = OfferedTime.objects.standing().filter(batch__in=list(batches), taken_at__isnull=True)
    left.exclude(batch__in=TimeOffer.objects.open().order_by().values("batch")).update(withdrawn_at=moment)
