"""What a pupil attained, as the school's own system or the last school reported it."""

from django.db import models

from register.choices import ATTAINED_IN
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet, everything
from .pupil import Pupil


class AttainmentQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)

    def newest_first(self):
        return self.order_by("-year", "-stage", "subject", "component", "method", "pk")


@tracked
class Attainment(PupilBound):
    """One result of one stage (the CTF's StageAssessment), in the codes of the Common Basic Data Set.

    `stage` is "KS2", "EYF", …; `year` the year it was taken in; `qualifier` says what kind of figure `result` is
    (a scaled score, a level, …). Results are shown as they came: none is computed here, none changes SEN status.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="attainment")
    stage = models.CharField(max_length=10)
    subject = models.CharField(max_length=60)
    component = models.CharField(max_length=60, blank=True)
    method = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField()
    qualifier = models.CharField(max_length=10, blank=True)
    result = models.CharField(max_length=40)
    result_status = models.CharField(max_length=10, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = AttainmentQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "stage", "subject", "component", "method", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "stage", "subject", "component", "method", "year", "qualifier"],
                name="attained_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.what}"

    @property
    def what(self) -> str:
        """The subject in words where its code is one that schools know by heart; else the code as it came."""
        return str(ATTAINED_IN.get(self.subject, self.subject))

    @property
    def codes(self) -> str:
        """What tells two results of one subject apart, as it came."""
        return ", ".join(filter(None, (self.component, self.method, self.qualifier)))
