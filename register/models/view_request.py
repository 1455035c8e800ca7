"""What a colleague is asked about a pupil, and answers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import Seen
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .concern import Concern


class ViewRequestQuerySet(PupilBoundQuerySet):
    @staticmethod
    def staff_see(membership):
        return Q(asked_id=membership.pk)

    def open(self):
        return self.filter(answered_at__isnull=True, cancelled_at__isnull=True)

    def answerable(self):
        return self.filter(cancelled_at__isnull=True, settled_at__isnull=True)


@tracked
class ViewRequest(PupilBound):
    """A teacher of the pupil is asked for a short view; the answer is in the same row and seen by them and the office.

    `seen` repeats the concern's chips, for the concern itself is not theirs to read. From `settled_at` on, the moment of the
    decision, the answer stands as it is.
    """

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="view_requests")
    asked = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="view_requests")
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    seen = ArrayField(models.CharField(max_length=15, choices=Seen.choices), default=list)
    same_concern = models.CharField(
        max_length=7,
        blank=True,
        choices=[("yes", _("Yes, I see it too")), ("partly", _("Sometimes")), ("no", _("No"))],
    )
    answer = models.TextField(_("your view"), max_length=3000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ViewRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["concern", "asked"], name="view_asked_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(same_concern=""), name="view_answered_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_id}"

    @property
    def takes_answers(self) -> bool:
        return self.cancelled_at is None and self.settled_at is None
