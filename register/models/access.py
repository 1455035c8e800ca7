"""PupilAccess: who may open which pupil's record, from when to when, and why. Written by register.actions.access alone."""

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from register.choices import AccessSource, PortalLevel
from senco.accounts.models import Membership, School
from senco.accounts.roles import WHOLE_SCHOOL
from senco.core.history import tracked
from senco.core.models import UuidModel

from .pupil import Pupil


class PupilAccessQuerySet(models.QuerySet):
    def live(self):
        """Grants in force at this very second, by the database's clock, of memberships that are in force too."""
        return self.filter(
            Q(ends__isnull=True) | Q(ends__gt=Now()),
            Q(membership__ends__isnull=True) | Q(membership__ends__gt=Now()),
            starts__lte=Now(),
            membership__starts__lte=Now(),
        )

    def to_write(self):
        """Those that let a parent write to the school about the child as well; of everybody else the role alone says so."""
        return self.filter(level=PortalLevel.COMMENT)

    def visible_to(self, membership):
        """Every grant of the school for the office, one's own for others."""
        if membership.role in WHOLE_SCHOOL:
            return self.filter(school_id=membership.school_id)
        return self.filter(membership_id=membership.pk)


@tracked
class PupilAccess(UserObjectPermissionBase, UuidModel):
    """guardian's direct-foreign-key permission model, with a membership, dates, a source and a reason.

    guardian's own `has_perm` ignores `ends`; register.backends answers instead, from `visible_to`.
    """

    id = UuidModel._meta.get_field("id").clone()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, related_name="+")
    content_object = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="access")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="access")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=10, choices=AccessSource.choices)
    level = models.CharField(max_length=8, choices=PortalLevel.choices, default=PortalLevel.COMMENT)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PupilAccessQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["membership", "content_object", "ends"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("starts")),
                name="access_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(level__in=[PortalLevel.VIEW, PortalLevel.COMMENT]), name="access_opens_something"
            ),
            models.UniqueConstraint(
                fields=["membership", "content_object", "source"],
                condition=Q(ends__isnull=True),
                name="access_open_once_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.content_object_id} {self.source}"
