"""What every live row of a plan shares: who saved it last, a version for two people at once, and a removal that can be undone."""

from django.db import models
from django.utils import timezone

from register.models import PupilBound, PupilBoundQuerySet
from senco.accounts.models import Membership


class PlanRowQuerySet(PupilBoundQuerySet):
    """Staff read the plans of the pupils they work with. Families and professionals read versions, never these rows."""

    def kept(self):
        """Without those that were removed."""
        return self.filter(removed_at__isnull=True)


class PlanRow(PupilBound):
    """A row that staff write. `version` counts its saves."""

    saved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = PupilBoundQuerySet.as_manager()

    class Meta:
        abstract = True


class ListedRow(PlanRow):
    """A row in a list of the plan: it has a place in it, and may be removed and brought back."""

    position = models.PositiveSmallIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlanRowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "id"]


class NamesAnAdult:
    """For a row with an `adult` who works at the school, or `adult_words` for somebody without an account."""

    @property
    def who(self) -> str:
        """The named adult as everybody reads them."""
        return self.adult.name if self.adult else self.adult_words
