"""What was released to governors: figures only, checked before release, never computed from pupils when they are read."""

from django.db import models
from django.utils import timezone

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel


class FigureReleaseQuerySet(models.QuerySet):
    def visible_to(self, membership):
        return self.filter(school_id=membership.school_id)


class FigureRelease(UuidModel):
    """A fixed set of tables as of one day, with small cells hidden so that none can be worked out from the rest."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="figure_releases")
    as_of = models.DateField()
    tables = models.JSONField()
    threshold = models.PositiveSmallIntegerField()
    released_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)

    objects = FigureReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [models.UniqueConstraint(fields=["school", "as_of"], name="one_release_a_day")]

    def __str__(self) -> str:
        return f"{self.as_of}"
