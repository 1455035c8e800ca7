"""Times offered to parents: what one may choose, and what was chosen and is not arranged yet."""

from django.db.models import Exists, OuterRef

from reviews.models import OfferedTime, TimeOffer


def my_offers(membership, pupil):
    """Of one child, those that are open or chosen and not arranged yet."""
    mine = TimeOffer.objects.visible_to(membership).standing().filter(arranged_at__isnull=True)
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
    return Exists(mine.filter(chosen__isnull=True, pupil=OuterRef("pk")))


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
