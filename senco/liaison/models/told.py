"""What parents tell the school of their own accord, with the papers they bring."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from senco.accounts.models import Membership
from senco.core.history import tracked

LONGEST = 4000  # letters


def told_to_staff(_membership) -> Q:
    return Q(for_staff=True)


def told_by(membership) -> Q:
    return Q(by_id=membership.pk)


class FamilyNoteQuerySet(PupilBoundQuerySet):
    """A parent reads their own, and nobody else's."""

    staff_see = staticmethod(told_to_staff)
    family_sees = staticmethod(told_by)

    def unread(self):
        """The SEN office has not said yet that it read them."""
        return self.filter(read_at__isnull=True)


@tracked
class FamilyNote(PupilBound):
    """`for_staff`: everybody who works with the pupil reads it; without it the SEN office alone. `files`: keys of PupilFile rows."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="family_notes")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("what you would like us to know"), max_length=LONGEST, blank=True)
    for_staff = models.BooleanField(_("everybody who works with the pupil reads it"), default=True)
    files = ArrayField(models.UUIDField(), default=list, blank=True)
    told_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = FamilyNoteQuerySet.as_manager()

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [models.Index(fields=["pupil", "-told_at"])]
        constraints = [
            models.CheckConstraint(condition=~Q(text="", files=[]), name="note_says_something"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="note_read_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id}, {self.told_at:%d %b %Y}"
