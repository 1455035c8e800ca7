"""A colleague asks the SENCO for advice about a pupil or a class; the two write in a thread."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.history import tracked
from senco.core.models import UuidModel

from .groups import GroupTeacher, TeachingGroup
from .pupil import Pupil


class AdviceThreadQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """The whole office; and the person who asked, as long as they work with the pupil or teach the class it is about."""
        own_school = self.filter(school_id=membership.school_id)
        if membership.sees_whole_school:
            return own_school
        taught = GroupTeacher.objects.live().filter(membership_id=membership.pk).values("group")
        reachable = Q(group__in=taught) | Q(pupil__in=Pupil.objects.visible_to(membership))
        return own_school.filter(reachable, asked_by_id=membership.pk)


@tracked
class AdviceThread(UuidModel):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    pupil = models.ForeignKey(
        Pupil, on_delete=models.CASCADE, null=True, blank=True, related_name="advice_threads"
    )
    group = models.ForeignKey(
        TeachingGroup, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    subject = models.CharField(_("about"), max_length=120)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = AdviceThreadQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pupil__isnull=True) ^ Q(group__isnull=True), name="advice_about_pupil_or_class"
            )
        ]

    def __str__(self) -> str:
        return self.subject


class AdviceMessageQuerySet(models.QuerySet):
    def visible_to(self, membership):
        return self.filter(thread__in=AdviceThread.objects.visible_to(membership))


@tracked
class AdviceMessage(UuidModel):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    thread = models.ForeignKey(AdviceThread, on_delete=models.CASCADE, related_name="messages")
    text = models.TextField(_("message"), max_length=5000)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = AdviceMessageQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]
