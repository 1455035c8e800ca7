"""Times that parents may choose from, and what each of them was offered and chose."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import nothing
from reviews.choices import Manner
from senco.accounts.models import Membership, School
from senco.core.history import tracked
from senco.core.models import UuidModel

from .invitation import asked_me
from .review import Review


class OfferedTimeQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """The school's for its office; for a parent those among which they choose. A time names no pupil."""
        if membership.sees_whole_school:
            live = Membership.objects.live().filter(pk=membership.pk)
            return self.filter(Exists(live), school_id=membership.school_id)
        mine = TimeOffer.objects.visible_to(membership).open()
        return self.standing().filter(batch__in=mine.order_by().values("batch"))

    def standing(self):
        """Neither taken back nor used up by a meeting."""
        return self.filter(withdrawn_at__isnull=True)

    def free(self):
        """To be chosen today: until the day before."""
        return self.standing().filter(taken_at__isnull=True, day__gt=timezone.localdate())


@tracked
class OfferedTime(UuidModel):
    """Everybody who is offered the same times has the same `batch`. Once a meeting is arranged on it, it is withdrawn."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    lead = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField()
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    manner = models.CharField(max_length=6, choices=Manner.choices)
    place = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = OfferedTimeQuerySet.as_manager()

    class Meta:
        ordering = ["day", "at", "id"]
        indexes = [
            models.Index(
                fields=["school", "day"], condition=Q(withdrawn_at__isnull=True), name="time_standing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.at}"


class TimeOfferQuerySet(PupilBoundQuerySet):
    """For the office, and for each parent their own. Colleagues see the meeting once it is arranged."""

    staff_see = staticmethod(nothing)
    family_sees = staticmethod(asked_me)

    def open(self):
        """Neither taken back nor arranged: with a time still to choose, or one that the worker has still to arrange."""
        return self.filter(withdrawn_at__isnull=True, arranged_at__isnull=True)

    def choosable(self):
        """Those of the open ones for which a time was chosen, or is free."""
        free = OfferedTime.objects.free().filter(batch=OuterRef("batch"))
        return self.open().filter(Q(chosen__isnull=False) | Exists(free))


@tracked
class TimeOffer(PupilBound):
    """A parent may choose one time of the batch for a meeting; the meeting is then arranged in the name of the office."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="offers")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    batch = models.UUIDField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=timezone.now)
    chosen = models.ForeignKey(OfferedTime, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    chosen_at = models.DateTimeField(null=True, blank=True)
    arranged_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TimeOfferQuerySet.as_manager()

    class Meta:
        ordering = ["offered_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "membership"],
                condition=Q(withdrawn_at__isnull=True, arranged_at__isnull=True),
                name="times_offered_once_a_review_and_person",
            ),
            models.UniqueConstraint(
                fields=["chosen"],
                condition=Q(withdrawn_at__isnull=True, chosen__isnull=False),
                name="time_chosen_once",
            ),
            models.CheckConstraint(
                condition=Q(chosen__isnull=True, chosen_at__isnull=True)
                | Q(chosen__isnull=False, chosen_at__isnull=False),
                name="time_chosen_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id} {self.membership_id}"
