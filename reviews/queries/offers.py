"""Times offered to parents: what one may choose, and what was chosen and is not arranged yet."""

from django.db.models import Exists, OuterRef, Q

from reviews.models import OfferedTime, TimeOffer


def my_offers(membership, pupil):
    """Of one child, those of which a time is free, or chosen and not arranged yet."""
    mine = TimeOffer.objects.visible_to(membership).standing().filter(arranged_at__isnull=True)
    mine = mine.filter(Q(chosen__isnull=False) | has_free_times(membership))
    return (
        mine.filter(membership_id=membership.pk, pupil=pupil)
        .select_related("chosen")
        .order_by("offered_at", "pk")
    )


def times_for(offer: TimeOffer, membership):
    """Those that can still be chosen, the first at the top."""
    return (
        OfferedTime.objects.visible_to(membership)
        .free()
        .filter(batch=offer.batch)
        .order_by("day", "at", "pk")
    )


def is_offered(membership) -> Exists:
    """For annotating pupils: whether this person has a time to choose."""
    mine = TimeOffer.objects.visible_to(membership).standing().filter(membership_id=membership.pk)
    return Exists(mine.filter(has_free_times(membership), chosen__isnull=True, pupil=OuterRef("pk")))


def has_free_times(membership) -> Exists:
    """For offers: whether anything can still be chosen."""
    return Exists(OfferedTime.objects.visible_to(membership).free().filter(batch=OuterRef("batch")))


def to_arrange(membership):
    """Chosen and not arranged yet, whoever was first at the top."""
    chosen = (
        TimeOffer.objects.visible_to(membership)
        .standing()
        .filter(chosen__isnull=False, arranged_at__isnull=True)
    )
    return chosen.order_by("chosen_at", "pk")


def open_offers(reviews, membership):
    """Of these reviews, those that nothing was arranged of yet."""
    standing = TimeOffer.objects.visible_to(membership).standing().filter(arranged_at__isnull=True)
    return standing.filter(review__in=reviews.order_by().values("pk"))
