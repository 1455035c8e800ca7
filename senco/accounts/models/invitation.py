"""An e-mailed, expiring offer to take up a membership."""

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone

from senco.core.models import HeldByToken, UuidModel

from .membership import Membership
from .school import School


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Neither accepted nor revoked nor expired, by the database's clock."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=Now())

    def visible_to(self, membership):
        if not membership.sees_whole_school:
            return self.none()
        return self.filter(school_id=membership.school_id)


class Invitation(HeldByToken, UuidModel):
    """Only the hash of the token is kept: who reads the table cannot use the links."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="invitations")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return f"{self.email}, {self.created_at:%d %b %Y}"

    @property
    def is_open(self) -> bool:
        """By this machine's clock, for the page; the action asks the database's."""
        return self.accepted_at is None and self.revoked_at is None and self.expires_at > timezone.now()
