"""What everybody who teaches a pupil must know to keep them safe, and what to do."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from provision.choices import AlertKind
from register.models import Pupil, PupilBoundQuerySet
from senco.core.history import tracked

from .base import PlanRow


class PupilAlertQuerySet(PupilBoundQuerySet):
    """For staff alone: families are told in person what the school watches for, and professionals through the plan."""

    def in_force(self, on: datetime.date):
        """Those that hold on a day: from `starts` up to, not including, `ends`."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=on), starts__lte=on)


@tracked
class PupilAlert(PlanRow):
    """`source` says where it comes from ("healthcare plan of 3 March"). `for_cover` shows it to whoever opens a cover link."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(_("kind"), max_length=8, choices=AlertKind.choices)
    text = models.CharField(_("what everyone must know"), max_length=200)
    what_to_do = models.CharField(_("what to do"), max_length=400, blank=True)
    source = models.CharField(_("where this comes from"), max_length=200)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)
    for_cover = models.BooleanField(_("also for cover teachers"), default=True)

    objects = PupilAlertQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("starts")),
                name="alert_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.text

    def holds(self, on: datetime.date) -> bool:
        return self.starts <= on and (self.ends is None or self.ends > on)
