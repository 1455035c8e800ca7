"""What was decided on a concern, in the words sent to the people it concerns."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound
from .concern import Concern, ConcernStep, KeptByRaiserQuerySet

ARRIVED = Q(sent_at__lte=Now(), withdrawn_at__isnull=True)


def to_whoever_raised_it(membership) -> Q:
    """By a sub-select: a join would hide from parents what they are told about a concern they may not see."""
    raised = Concern.objects.filter(raised_by_id=membership.pk)
    return Q(audience=ConcernNotice.Audience.RAISER, concern__in=raised)


class ConcernNoticeQuerySet(KeptByRaiserQuerySet):
    """Nobody outside the office sees a notice before `sent_at`: until then it can be kept back."""

    @staticmethod
    def staff_see(membership):
        return ARRIVED & to_whoever_raised_it(membership)

    @staticmethod
    def family_sees(membership):
        return ARRIVED & (Q(audience=ConcernNotice.Audience.PARENTS) | to_whoever_raised_it(membership))

    def standing(self):
        """Sent, or about to be."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class ConcernNotice(PupilBound):
    """What was decided, in the words sent to the person who raised it or to the parents.

    `sent_at` lies up to a minute ahead when it is written: until then the notice can be kept back (`withdrawn_at`).
    """

    class Audience(models.TextChoices):
        RAISER = "raiser", _("The person who raised it")
        PARENTS = "parents", _("Parents")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="notices")
    step = models.ForeignKey(ConcernStep, on_delete=models.CASCADE, related_name="notices")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    text = models.TextField(max_length=5000)
    sent_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConcernNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "id"]

    def __str__(self) -> str:
        return self.get_audience_display()
