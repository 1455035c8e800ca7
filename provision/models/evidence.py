"""What an assessment rests on: scores with their date and source, and earlier concerns that were pulled in."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Concern, Pupil, PupilBound
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import ListedRow, PlanRowQuerySet
from .plan import Plan


@tracked
class Score(ListedRow):
    """A result of the pupil's, shown in every later plan too. Standardised scores have 100 as their mean and 15 as deviation."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="scores")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="scores")  # it was entered in
    test = models.CharField(_("test or subject"), max_length=120)
    result = models.CharField(_("result"), max_length=40)
    standardised = models.PositiveSmallIntegerField(_("standardised score"), null=True, blank=True)
    taken_on = models.DateField(_("date"))
    source = models.CharField(_("who measured it"), max_length=120)

    class Meta(ListedRow.Meta):
        ordering = ["-taken_on", "test", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standardised__isnull=True) | models.Q(standardised__range=(40, 180)),
                name="standardised_score_in_range",
            )
        ]

    def __str__(self) -> str:
        return f"{self.test}: {self.result}"


@tracked
class PulledConcern(PupilBound):
    """A concern quoted in a plan: the words as they were raised, by whom and when. The concern itself stays where it is."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="concerns")
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=5000)
    raised_on = models.DateField()
    raised_by_name = models.CharField(max_length=200)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlanRowQuerySet.as_manager()

    class Meta:
        ordering = ["raised_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "concern"],
                condition=models.Q(removed_at__isnull=True),
                name="concern_pulled_in_once_a_plan",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
