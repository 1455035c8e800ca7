"""A report of a pupil's needs and of what was provided, as it was kept on one day."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import nothing
from senco.accounts.models import Membership
from senco.core.history import tracked
from senco.documents.contents import Document, document_from_json


class NeedsReportQuerySet(PupilBoundQuerySet):
    """For the office alone: it is assembled from what the office may read."""

    staff_see = staticmethod(nothing)

    def standing(self):
        """Without those that were taken back."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class NeedsReport(PupilBound):
    """`content` is a Document (senco.documents) as JSON. It never changes; one that was kept by mistake is taken back, with a reason.

    `stage` is the code of the stage at which the pupil stood.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="needs_reports")
    title = models.CharField(max_length=150)
    stage = models.CharField(max_length=20, blank=True)
    content = models.JSONField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(_("why it is taken back"), max_length=300, blank=True)

    objects = NeedsReportQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) ^ ~Q(withdrawn_why=""),
                name="needs_report_taken_back_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("provision:kept_report", args=[self.pk])

    @property
    def document(self) -> Document:
        return document_from_json(self.content)
