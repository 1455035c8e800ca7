"""What the school's own MIS said of a pupil's SEN, so that differences can be put right before a census is sent from there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.choices import SenProvision
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet, nothing
from .pupil import Pupil


class SenInMisQuerySet(PupilBoundQuerySet):
    staff_see = staticmethod(nothing)


@tracked
class SenInMis(PupilBound):
    """One import's word about one pupil, kept where it says something else than the imports before. The last one counts,
    for status and needs each; an import that is undone takes its word with it."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="in_mis")
    provision = models.CharField(_("SEN status"), max_length=1, choices=SenProvision.choices, blank=True)
    needs = models.JSONField(_("types of need"), null=True, blank=True)  # codes by rank; None: not spoken of
    said_on = models.DateField(_("said on"))
    source = models.CharField(_("source"), max_length=40, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = SenInMisQuerySet.as_manager()

    class Meta:
        ordering = ["said_on", "id"]
        constraints = [models.UniqueConstraint(fields=["pupil", "origin_run"], name="in_mis_once_a_run")]

    def __str__(self) -> str:
        return self.get_provision_display()
