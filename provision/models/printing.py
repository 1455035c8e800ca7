"""Profiles or plans of many pupils as one file, drawn in the background: for whoever asked, and for a day."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import PaperSize, PrintKind
from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF
from senco.core.models import UuidModel


class PrintJobQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """One's own: a file is kept for whoever asked for it and for nobody else, the office included."""
        if membership.role not in STAFF:
            return self.none()
        return self.filter(school_id=membership.school_id, membership_id=membership.pk)

    def kept(self):
        """Not past their day, by the database's clock."""
        return self.filter(expires_at__gt=Now())


class PrintJob(UuidModel):
    """The row is the note that work is due (see actions/prints.py). `pupil_ids` are keys without a foreign key: the file outlives none
    of its readers' rights, because every download asks anew whether all of them may still be opened. `plan_ids` are the plans of a file of
    plans, in the order in which they are printed."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("Being drawn")
        DONE = "done", _("Ready")
        CANCELLED = "cancelled", _("Cancelled")
        FAILED = "failed", _("Not drawn")

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    size = models.CharField(_("paper"), max_length=2, choices=PaperSize.choices)
    kind = models.CharField(max_length=8, choices=PrintKind.choices, default=PrintKind.PROFILES)
    large = models.BooleanField(_("large type"), default=False)
    pupil_ids = ArrayField(models.UUIDField())
    plan_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    done = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)  # when it last got any further
    expires_at = models.DateTimeField()
    content = models.BinaryField(null=True)

    objects = PrintJobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="done", content__isnull=False)
                | (~Q(state="done") & Q(content__isnull=True)),
                name="print_has_content_when_done",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_of_plans(self) -> bool:
        return self.kind != PrintKind.PROFILES

    @property
    def total(self) -> int:
        """How many profiles or plans are drawn."""
        return len(self.plan_ids) if self.is_of_plans else len(self.pupil_ids)

    @property
    def is_going_on(self) -> bool:
        return self.state in (self.State.WAITING, self.State.WORKING)
