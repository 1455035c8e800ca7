"""The one-page profile: words written with the pupil, versions that were published, and who among the staff has read them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet, PupilFile
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PlanRow

LONGEST = 500  # characters of one part: four of them and the facts fit on A5,
MOST_LINES = 8  # as long as they stand in no more lines


class ProfileWords(models.Model):
    """What the pupil says of themselves, and with whom it was written. Facts of the register are never copied in here.

    `photo` is one of the pupil's own files: each reader sees it as far as they may open that file, and nobody once it is removed.
    """

    photo = models.ForeignKey(
        PupilFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    admire = models.TextField(_("what people like and admire about me"), max_length=LONGEST, blank=True)
    matters = models.TextField(_("what matters to me"), max_length=LONGEST, blank=True)
    helps = models.TextField(_("how to help me"), max_length=LONGEST, blank=True)
    hinders = models.TextField(_("what does not help me"), max_length=LONGEST, blank=True)
    written_with = models.CharField(_("written with"), max_length=200, blank=True)
    written_on = models.DateField(_("written on"), null=True, blank=True)
    agreed_on = models.DateField(_("agreed with the pupil on"), null=True, blank=True)

    class Meta:
        abstract = True


PARTS = ("admire", "matters", "helps", "hinders")
WORDS = (*PARTS, "written_with", "written_on")
SHOWN = ("photo_id", *WORDS)  # what the pupil agrees with


@tracked
class Profile(ProfileWords, PlanRow):
    """As staff write it: one a pupil. Families and professionals read versions, never this row."""

    pupil = models.OneToOneField(Pupil, on_delete=models.CASCADE, related_name="profile")

    def __str__(self) -> str:
        return str(self.pupil_id)

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, part).strip() for part in PARTS)


def published(_membership) -> Q:
    return Q(withdrawn_at__isnull=True)


class ProfileVersionQuerySet(PupilBoundQuerySet):
    """Families, and professionals whom the pupil is shared with, read the version that stands; staff every one there was."""

    family_sees = staticmethod(published)
    agency_sees = staticmethod(published)

    def standing(self):
        """The version that everybody reads now: at most one a pupil."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class ProfileVersion(ProfileWords, PupilBound):
    """The words as they were published. They never change; a newer version, or taking the profile down, withdraws this one."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="profile_versions")
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="versions")
    title = models.CharField(max_length=40)  # what the school calls it: families cannot read its settings
    number = models.PositiveSmallIntegerField()
    saved_version = (
        models.PositiveIntegerField()
    )  # of the profile when it was published: what came after is not out yet
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ProfileVersionQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="profile_version_number_once"),
            models.UniqueConstraint(
                fields=["profile"], condition=Q(withdrawn_at__isnull=True), name="one_profile_version_stands"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id}, {self.number}"


def own_reading(membership) -> Q:
    return Q(membership_id=membership.pk)


class ReadingQuerySet(PupilBoundQuerySet):
    """Staff see what they have read themselves, the office what everybody has."""

    staff_see = staticmethod(own_reading)


@tracked
class ProfileReading(PupilBound):
    """A colleague says: I have read this version."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="readings")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "membership"], name="profile_version_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.version_id}"
