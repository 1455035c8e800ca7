"""The record of a meeting as its readers have it, word for word."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from provision.choices import Audience
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from senco.accounts.models import Membership
from senco.core.history import tracked
from senco.documents.contents import Document, document_from_json

from .review import Review, ReviewStep


def for_families(_membership) -> Q:
    return Q(audience=Audience.FAMILY, withdrawn_at__isnull=True, visible_from__lte=Now())


def for_agencies(membership) -> Q:
    return for_families(membership) & Q(for_agency=True)


class ReviewRecordQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(for_families)
    agency_sees = staticmethod(for_agencies)

    def standing(self):
        """Without those that were taken back."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class ReviewRecord(PupilBound):
    """`content` is a Document (senco.documents) as JSON. It never changes; `withdrawn_at` takes it out of sight.

    What is for the family is seen from `visible_from` on, once the sign-off cannot be undone; by professionals whom the pupil is shared
    with only where `for_agency` is set.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="review_records")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="records")
    step = models.ForeignKey(ReviewStep, on_delete=models.CASCADE, related_name="records")
    audience = models.CharField(max_length=6, choices=Audience.choices)
    for_agency = models.BooleanField(default=False)
    title = models.CharField(max_length=150)
    held_on = models.DateField()
    content = models.JSONField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    visible_from = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "audience"],
                condition=Q(withdrawn_at__isnull=True),
                name="record_stands_once_a_review_and_audience",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reviews:record", args=[self.pk])

    @property
    def document(self) -> Document:
        return document_from_json(self.content)
