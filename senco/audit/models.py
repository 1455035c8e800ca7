"""Who read what. Who changed what is kept by the history triggers (pghistory) beside each table."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel


class ReadEventQuerySet(models.QuerySet):
    def visible_to(self, membership):
        if not membership.sees_whole_school:
            return self.none()
        return self.filter(school_id=membership.school_id)


class ReadEvent(UuidModel):
    """One page, list or export that showed pupils, or one refused attempt. Append-only: no role may change or delete it.

    `pupil_ids` holds keys without a foreign key: the event outlives the record, and this floor knows no pupil.
    """

    class Kind(models.TextChoices):
        OPENED = "opened", _("opened a record")
        LISTED = "listed", _("saw a list")
        EXPORTED = "exported", _("exported")
        DENIED = "denied", _("was refused")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    what = models.CharField(max_length=100)  # the page's name or the route's pattern, never a pupil's name
    pupil_ids = ArrayField(models.UUIDField(), default=list)

    objects = ReadEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["school", "-at"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.what}"
