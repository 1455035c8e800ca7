"""Watching a pupil below SEN Support."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .concern import Concern
from .pupil import Pupil


class MonitoringQuerySet(PupilBoundQuerySet):
    def current(self):
        return self.filter(ended_at__isnull=True)


@tracked
class Monitoring(PupilBound):
    """A pupil is being watched, below SEN Support: listed, but not on the register. `label` is the school's own word."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="monitoring")
    concern = models.ForeignKey(
        Concern, on_delete=models.SET_NULL, null=True, blank=True, related_name="monitoring"
    )
    label = models.CharField(_("label"), max_length=40, blank=True)
    starts = models.DateField()
    review_on = models.DateField(_("look again on"))
    ended_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        ordering = ["review_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(ended_at__isnull=True), name="monitored_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=models.F("starts")), name="monitoring_review_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.label
