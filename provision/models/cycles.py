"""The next cycle for many pupils in one go: what was asked for, and what became of it for each pupil."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.imports import OfficeQuerySet
from senco.accounts.models import Membership, School
from senco.core.history import tracked
from senco.core.models import UuidModel

from .plan import Plan


class CycleRun(UuidModel):
    """One press of the button. Whether the work is done is what its items say."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    starts = models.DateField(_("starts"))
    review_on = models.DateField(_("review date"))
    asked_for = models.CharField(max_length=300, blank=True)  # the filters, in words
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return str(self.at)


class ForOffice(PupilBoundQuerySet):
    """Nobody below the office: a run names pupils of the whole school."""

    staff_see = staticmethod(lambda _membership: Q(pk__in=[]))


@tracked
class CycleItem(PupilBound):
    """One pupil of a run: the plan it goes on from, and the one that was begun or why none was."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Begun")
        REFUSED = "refused", _("Not begun")
        UNDONE = "undone", _("Taken back")
        KEPT = "kept", _("Kept: work on it has begun")

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    run = models.ForeignKey(CycleRun, on_delete=models.CASCADE, related_name="items")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    made = models.ForeignKey(Plan, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    why = models.CharField(max_length=300, blank=True)
    failure: Exception | None = None  # what nobody expected while this one was begun; not kept

    objects = ForOffice.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["run", "plan"], name="plan_once_a_run")]

    def __str__(self) -> str:
        return self.get_state_display()
