"""Files about a pupil: what is known of each, and its bytes in a table of their own, so that no list ever loads them."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import FileAudience, FileKind, FileRemoval, FileScan
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .pupil import Pupil

UNDO_TIME = datetime.timedelta(
    hours=1
)  # the database deletes no content of a file that was removed later than that


def seen_by_staff(membership) -> Q:
    """What is marked for staff; and what one added oneself, so that one can take it away and put it back."""
    return Q(for_staff=True, removed_at__isnull=True) | Q(uploaded_by_id=membership.pk)


def seen_by_family(membership) -> Q:
    """What was shared, for all parents or for this one by name; and what one brought oneself."""
    for_them = Q(named_parents=[]) | Q(named_parents__contains=[membership.pk])
    shared = for_them & Q(for_family=True, removed_at__isnull=True) & ~Q(scan=FileScan.WAITING)
    return shared | Q(uploaded_by_id=membership.pk, removed_at__isnull=True)


def seen_by_agency(_membership) -> Q:
    return Q(for_agency=True, removed_at__isnull=True) & ~Q(scan=FileScan.WAITING)


class PupilFileQuerySet(PupilBoundQuerySet):
    staff_see = staticmethod(seen_by_staff)
    family_sees = staticmethod(seen_by_family)
    agency_sees = staticmethod(seen_by_agency)

    def kept(self):
        """Not removed."""
        return self.filter(removed_at__isnull=True)

    def removed(self):
        return self.filter(removed_at__isnull=False)

    def readable(self):
        """Those whose content may be handed out: neither removed nor waiting for the virus scanner."""
        return self.kept().exclude(scan=FileScan.WAITING)

    def changeable_by(self, membership):
        """Of what this person sees, what they may describe or remove: one's own, or everything for those who say who may see it."""
        return self if membership.may("register.share_files") else self.filter(uploaded_by_id=membership.pk)

    def for_list(self):
        """Newest first, with the people a list names."""
        return self.select_related("uploaded_by", "removed_by").order_by("-uploaded_at", "-pk")


@tracked
class PupilFile(PupilBound):
    """What is known of a file. `name` and `content_type` are ours, made from the content (senco.documents.uploads)."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(max_length=10, choices=FileKind.choices)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    caption = models.CharField(_("what it is"), max_length=500, blank=True)
    alt_text = models.CharField(_("what the picture shows"), max_length=250, blank=True)
    taken_on = models.DateField(_("from which day"), null=True, blank=True)
    for_staff = models.BooleanField(FileAudience.STAFF.label, default=True)
    for_family = models.BooleanField(FileAudience.FAMILY.label, default=False)
    for_agency = models.BooleanField(FileAudience.AGENCY.label, default=False)
    named_parents = ArrayField(
        models.UUIDField(), default=list, blank=True
    )  # memberships; where any are named, nobody else of the family reads it
    scan = models.CharField(max_length=8, choices=FileScan.choices)
    scanned_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_why = models.CharField(_("why"), max_length=10, choices=FileRemoval.choices, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PupilFileQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        indexes = [models.Index(fields=["pupil", "-uploaded_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_why="", removed_by__isnull=True)
                | Q(removed_at__isnull=False) & ~Q(removed_why=""),
                name="file_removed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(named_parents=[]) | Q(for_family=True), name="file_for_parents_who_are_named"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(removed_at__isnull=False, erased_at__gte=F("removed_at")),
                name="file_erased_after_removal",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("register:file", args=[self.pk])

    @property
    def title(self) -> str:
        """What people called it, or else its name."""
        return self.caption or self.name

    @property
    def is_picture(self) -> bool:
        return self.kind == FileKind.PICTURE

    @property
    def is_readable(self) -> bool:
        return self.removed_at is None and self.scan != FileScan.WAITING

    @property
    def can_be_restored(self) -> bool:
        """Whether what somebody removed can still be put back."""
        removed_by_somebody = self.removed_at is not None and self.removed_why != FileRemoval.VIRUS
        return removed_by_somebody and self.erased_at is None and timezone.now() < self.removed_at + UNDO_TIME

    @property
    def audience(self) -> list[str]:
        """Who reads it besides the office, in words."""
        return [each.label for each in FileAudience if getattr(self, f"for_{each.value}")]


class FileContentQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """The content of files that this person sees and that may be handed out."""
        return self.filter(file__in=PupilFile.objects.visible_to(membership).readable())


class PupilFileContent(PupilBound):
    """The bytes. Written once, never changed, deleted some time after the file was removed; the history holds no copy of them."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    file = models.OneToOneField(PupilFile, on_delete=models.CASCADE, related_name="stored")
    content = models.BinaryField()
    thumbnail = models.BinaryField(blank=True, default=b"")  # of pictures, as JPEG

    objects = FileContentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"content of {self.file_id}"
