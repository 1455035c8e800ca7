"""Addresses under which somebody's calendar can be read without signing in."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.models import HeldByToken, UuidModel


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """One's own, in the role it was made in."""
        return self.filter(membership_id=membership.pk)

    def open(self):
        return self.filter(ended_at__isnull=True)


class CalendarFeed(HeldByToken, UuidModel):
    """Only the hash of the token is kept: who reads the table cannot use the addresses. A person has one at a time in each role."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    with_names = models.BooleanField(_("with the names of pupils"), default=False)
    only_mine = models.BooleanField(_("only what is mine to do"), default=True)
    made_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=Q(ended_at__isnull=True), name="one_feed_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership_id}, {self.made_at:%d %b %Y}"
