"""What colleagues have read of a class digest, and links that open a class for a cover teacher."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import ChangeKind
from register.models import Pupil, PupilBound, TeachingGroup
from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF
from senco.core.history import tracked
from senco.core.models import HeldByToken, UuidModel

from .profile import ReadingQuerySet

LONGEST_COVER = datetime.timedelta(days=3)


@tracked
class DigestReading(PupilBound):
    """A colleague says: I have read this change. `source` is the row that changed, `state` what it said then.

    Profiles are not among them: that one was read is a ProfileReading, wherever it was read.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=ChangeKind.choices)
    source = models.UUIDField()
    state = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "kind", "source", "state"], name="change_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.kind} {self.source}"


class CoverLinkQuerySet(models.QuerySet):
    """The office sees those of its school, a teacher the ones they made."""

    def visible_to(self, membership):
        if membership.role not in STAFF:
            return self.none()
        mine = Q() if membership.sees_whole_school else Q(made_by_id=membership.pk)
        return self.filter(mine, school_id=membership.school_id)

    def open(self):
        """Neither revoked nor expired, by the database's clock."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=Now())


class CoverLink(HeldByToken, UuidModel):
    """Only the hash of the token is kept: who reads the table cannot use the links. `for_whom` is a note of the maker's."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(TeachingGroup, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    for_whom = models.CharField(_("for whom"), max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = CoverLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at"))
                & Q(expires_at__lte=models.F("created_at") + LONGEST_COVER),
                name="cover_link_lasts_three_days_at_most",
            )
        ]

    def __str__(self) -> str:
        return self.for_whom

    @property
    def is_open(self) -> bool:
        """By this machine's clock, for the page; whoever opens it is judged by the database's."""
        return self.revoked_at is None and self.expires_at > timezone.now()


class CoverOpeningQuerySet(models.QuerySet):
    def visible_to(self, membership):
        return self.filter(link__in=CoverLink.objects.visible_to(membership))


class CoverOpening(UuidModel):
    """A cover link was opened. Written by the database function that answers (provision's migration 0007), and by nobody else."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    link = models.ForeignKey(CoverLink, on_delete=models.CASCADE, related_name="openings")
    at = models.DateTimeField()
    pupil_ids = ArrayField(
        models.UUIDField(), default=list
    )  # whom it showed; without a foreign key, as in ReadEvent

    objects = CoverOpeningQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"{self.link_id} {self.at:%d %b %Y}"
