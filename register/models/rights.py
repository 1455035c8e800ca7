"""Who decides about a pupil's support: the parents, until the school confirms that the young person does."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .pupil import Pupil


class RightsPassedQuerySet(PupilBoundQuerySet):
    """Staff know that a young person decides. The note is the office's: it may say what they told about their parents."""

    def standing(self):
        """Not taken back."""
        return self.filter(taken_back_at__isnull=True)


@tracked
class RightsPassed(PupilBound):
    """From `passed_on` the young person decides, and each parent reads what the young person agreed to (`Contact.portal`)."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="rights_passed")
    passed_on = models.DateField(_("since which day"))
    note = models.TextField(_("what the young person told you"), blank=True)
    confirmed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RightsPassedQuerySet.as_manager()

    class Meta:
        ordering = ["-confirmed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(taken_back_at__isnull=True), name="rights_passed_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="rights_taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id}, {self.passed_on}"
