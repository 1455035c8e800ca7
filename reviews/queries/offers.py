"""Times offered to parents: whom one would offer them, what one may choose, and what was chosen and is not arranged yet."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q

from register.models.base import of_pupils_on_roll
from reviews.models import OfferedTime, Person, Review, TimeOffer
from reviews.queries.invitations import each_reached
from senco.accounts.models import Membership
from senco.accounts.roles import Role


def parents_to_ask(reviews: Iterable[Review], membership) -> dict[object, list[Membership]]:
    """Key of each review → those asked to it who sign in as parents and may open the pupil now. Three queries."""
    people = Person.objects.visible_to(membership).kept().filter(review__in=[each.pk for each in reviews])
    people = people.filter(contact__membership__role=Role.PARENT).annotate(parent=F("contact__membership"))
    found: dict[object, list[Membership]] = defaultdict(list)
    for parent, theirs in each_reached(people, "parent"):
        for review in dict.fromkeys(person.review_id for person in theirs):
            found[review].append(parent)
    return found


def my_offers(membership, pupil):
    """Of one child, those of which a time is free, or chosen and not arranged yet."""
    mine = TimeOffer.objects.visible_to(membership).choosable()
    return mine.filter(membership_id=membership.pk, pupil=pupil).order_by("offered_at", "pk")


def times_for(offer: TimeOffer, membership):
    """Those that can still be chosen, the first at the top."""
    free = OfferedTime.objects.visible_to(membership).free().filter(batch=offer.batch)
    return free.order_by("day", "at", "pk")


def is_offered(membership) -> Exists:
    """For annotating pupils: whether this person has a time to choose."""
    mine = TimeOffer.objects.visible_to(membership).choosable().filter(membership_id=membership.pk)
    return Exists(mine.filter(chosen__isnull=True, pupil=OuterRef("pk")))


def to_arrange(membership):
    """Chosen from what was offered, and not arranged yet; whoever was first at the top."""
    chosen = TimeOffer.objects.visible_to(membership).open().filter(chosen__batch=F("batch"))
    return chosen.order_by("chosen_at", "pk")


def to_end(membership):
    """Reviews that have a day, are closed or whose pupil has left, and of which somebody could still choose a time or has not chosen."""
    open_now = TimeOffer.objects.visible_to(membership).open().filter(chosen__isnull=True)
    waiting = Review.objects.open().filter(of_pupils_on_roll(), day__isnull=True).values("pk")
    return Review.objects.visible_to(membership).filter(
        Q(pk__in=open_now.order_by().values("review")), ~Q(pk__in=waiting)
    )


def open_offers(reviews, membership):
    """Of these reviews, those that nothing was arranged of yet."""
    found = TimeOffer.objects.visible_to(membership).open()
    return found.filter(review__in=reviews.order_by().values("pk"))
