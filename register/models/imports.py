"""An import from the MIS: the file's record, its lines with what each would change, and the column mapping kept per source."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel

from .pupil import Pupil


class OfficeQuerySet(models.QuerySet):
    """Imports name every pupil of the school: only roles that see the whole school may look."""

    def visible_to(self, membership):
        if not membership.sees_whole_school:
            return self.none()
        return self.filter(school_id=membership.school_id)


class ImportRun(UuidModel):
    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Uploaded")
        READING = "reading", _("Reading the file")
        MAPPING = "mapping", _("Columns to confirm")
        READY = "ready", _("Ready to apply")
        APPLYING = "applying", _("Applying")
        APPLIED = "applied", _("Applied")
        REFUSED = "refused", _("Refused")
        DISCARDED = "discarded", _("Discarded")
        UNDONE = "undone", _("Undone")

    class Kind(models.TextChoices):
        PUPILS = "pupils", _("Pupils")
        CTF = "ctf", _("Common Transfer File")
        CONTACTS = "contacts", _("Contacts")
        STAFF = "staff", _("Staff")
        GROUPS = "groups", _("Teaching groups")

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="imports")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=64)  # SHA-256 of the bytes as uploaded
    file_size = models.PositiveBigIntegerField()
    content = models.BinaryField(
        null=True, blank=True
    )  # removed once the run is applied, refused or discarded
    kind = models.CharField(max_length=10, choices=Kind.choices, blank=True)
    source = models.CharField(max_length=40, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    options = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    refusal = models.TextField(blank=True)
    row_count = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict, blank=True)  # lines by kind, as shown in the preview
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return self.file_name


class ImportLine(UuidModel):
    """What one row of the file would do. `before` and `after` hold field values as JSON; `before` is what undo puts back."""

    class Kind(models.TextChoices):
        NEW = "new", _("New")
        CHANGED = "changed", _("Changed")
        UNCHANGED = "unchanged", _("Unchanged")
        LEAVER = "leaver", _("Not in the file")
        PARKED = "parked", _("Parked")
        WARNING = "warning", _("Warning")
        DECISION = "decision", _("To decide")

    class Decision(models.TextChoices):
        KEEP_OURS = "ours", _("Keep ours")
        TAKE_THEIRS = "theirs", _("Take the file's")
        SAME_PERSON = "same", _("Same pupil")
        NEW_PERSON = "new", _("A new pupil")

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="lines")
    pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    row_number = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    label = models.CharField(max_length=250, blank=True)
    field = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    what_to_do = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    decision = models.CharField(max_length=6, choices=Decision.choices, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["row_number", "id"]
        indexes = [models.Index(fields=["run", "kind"])]

    def __str__(self) -> str:
        return f"{self.row_number} {self.kind}"

    @property
    def about_order(self) -> bool:
        """Whether the line asks about a court order that the file does not show (`field` holds the contact's key after this)."""
        return self.field.startswith("court_order:")

    @property
    def about_resemblance(self) -> bool:
        """Whether the line asks about somebody who may be a contact with a court order under another spelling."""
        return self.field.startswith("resembles:")


class ColumnMapping(UuidModel):
    """Which column of a source's file holds which of our fields, remembered for the next file of that source."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=ImportRun.Kind.choices)
    source = models.CharField(max_length=40)
    columns = models.JSONField(default=dict)  # column heading → field name, "" for "do not import"
    saved_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "source"]
        constraints = [
            models.UniqueConstraint(fields=["school", "kind", "source"], name="mapping_once_a_source")
        ]

    def __str__(self) -> str:
        return self.source
