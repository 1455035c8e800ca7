"""Calls that parents ask for."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import nothing
from senco.accounts.models import Membership
from senco.core.history import tracked

from .log import LoggedContact


def asked_by(membership) -> Q:
    return Q(asked_by_id=membership.pk)


class CallRequestQuerySet(PupilBoundQuerySet):
    """The office's to answer. A parent reads their own, and nobody else's."""

    staff_see = staticmethod(nothing)
    family_sees = staticmethod(asked_by)

    def open(self):
        """Neither answered nor taken back."""
        return self.filter(answered_at__isnull=True, withdrawn_at__isnull=True)


@tracked
class CallRequest(PupilBound):
    """A parent would like to be rung. `entry` is the call in the log that answered it; none where none was needed any more."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(_("what you would like to talk about"), max_length=300, blank=True)
    phone = models.CharField(_("telephone number"), max_length=30)
    when = models.CharField(_("a good time to ring you"), max_length=120, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entry = models.ForeignKey(
        LoggedContact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = CallRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "asked_by"],
                condition=Q(answered_at__isnull=True, withdrawn_at__isnull=True),
                name="one_call_asked_for_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, entry__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="call_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id}, {self.asked_at:%d %b %Y}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None
