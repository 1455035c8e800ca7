"""Teaching groups: who teaches whom, with dates. Most staff access is derived from these rows."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF
from senco.core.history import tracked
from senco.core.models import UuidModel

from .base import PupilBound, PupilBoundQuerySet, everything
from .pupil import Pupil


class TeachingGroupQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """Groups of the school, for its staff: a group by itself says nothing about a pupil. For a parent those their child is in."""
        if membership.role in STAFF:
            return self.filter(school_id=membership.school_id)
        return self.filter(pk__in=GroupPupil.objects.visible_to(membership).values("group"))


class TeachingGroup(UuidModel):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(_("name"), max_length=60)
    subject = models.CharField(_("subject"), max_length=60, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = TeachingGroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["school", "name"], name="group_name_once_a_school")]

    def __str__(self) -> str:
        return self.name


class GroupTeacherQuerySet(TeachingGroupQuerySet):
    def visible_to(self, membership):
        """For staff every assignment of the school; for a parent those of the groups their child is in."""
        if membership.role in STAFF:
            return self.filter(school_id=membership.school_id)
        return self.filter(group__in=GroupPupil.objects.visible_to(membership).values("group"))

    def current(self):
        return self.filter(ends__isnull=True)

    def live(self):
        """Assignments in force at this very second, by the database's clock."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=Now()), starts__lte=Now())


@tracked
class GroupTeacher(UuidModel):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(TeachingGroup, on_delete=models.CASCADE, related_name="teachers")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="teaching")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = GroupTeacherQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "membership"], condition=Q(ends__isnull=True), name="teacher_in_group_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.group_id}"


class GroupPupilQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)

    def current(self):
        return self.filter(ends__isnull=True)

    def live(self):
        """Places in force at this very second, by the database's clock."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=Now()), starts__lte=Now())


@tracked
class GroupPupil(PupilBound):
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="groups")
    group = models.ForeignKey(TeachingGroup, on_delete=models.CASCADE, related_name="pupils")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = GroupPupilQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "pupil"], condition=Q(ends__isnull=True), name="pupil_in_group_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id} {self.group_id}"
