"""What somebody was told about when and where a meeting is, and what they answered."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from reviews.choices import InvitationAnswer, Manner
from senco.accounts.models import Membership
from senco.core.history import tracked

from .review import Review


def asked_me(membership) -> Q:
    return Q(membership_id=membership.pk, withdrawn_at__isnull=True)


class MeetingInvitationQuerySet(PupilBoundQuerySet):
    """Each reads their own: one parent does not learn whether or when the other is asked."""

    family_sees = staticmethod(asked_me)
    agency_sees = staticmethod(asked_me)

    def standing(self):
        """Without those that another one replaced, or that were called off."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class MeetingInvitation(PupilBound):
    """It never changes but for its answer: where day, time or place change, another one follows it. `number` counts them."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="meeting_invitations")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="invitations")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    day = models.DateField()
    at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField()
    manner = models.CharField(max_length=6, choices=Manner.choices)
    place = models.CharField(max_length=200, blank=True)
    interpreter = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("your answer"), max_length=6, choices=InvitationAnswer.choices, blank=True)
    words = models.TextField(_("anything we should know"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["day", "at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "membership"],
                condition=Q(withdrawn_at__isnull=True),
                name="asked_once_a_review_and_person",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="invitation_answered_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.membership_id}"
