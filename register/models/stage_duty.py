"""What a stage of the ladder asks to be done for a pupil, by when and by whom; and whether a record fulfils it."""

from django.db import models
from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register import evidence
from register.frameworks import stage_called
from register.frameworks.shape import Duty
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .status import SenStatus


class StageDutyQuerySet(PupilBoundQuerySet):
    """Staff see the duties that are theirs, as long as they work with the pupil; families and agencies see none."""

    @staticmethod
    def staff_see(membership):
        return Q(owner_id=membership.pk)

    def in_force(self):
        """Duties of the stage that a pupil is at. Those of a stage that was left, or entered by mistake, ask for nothing."""
        return self.filter(status__ends__isnull=True, status__stage=F("stage"))

    def with_state(self):
        """Annotates `met_on`: the day of the record that fulfils it, offered evidence before a written record; null while open.

        One statement for all duties, whatever their number: each kind of evidence is one sub-select (register.evidence). What
        the reader may not see counts for nothing here, in both locks.
        """
        outer = {
            "pupil": OuterRef("pupil_id"),
            "since": OuterRef("opens_on"),
            "status": OuterRef("status_id"),
            "stage": OuterRef("stage"),
        }
        found = [
            When(evidence=kind.code, then=self.nth_day(kind.found(**outer))) for kind in evidence.offered()
        ]
        nothing = Value(None, output_field=DateField())
        derived = Case(*found, default=nothing, output_field=DateField())
        return self.annotate(found_on=derived).annotate(met_on=Coalesce("found_on", "done_on"))

    @staticmethod
    def nth_day(rows):
        """The day of the record that counts: the first, second or third from the duty's beginning on."""
        days = rows.order_by("met_on").values("met_on")
        return Case(
            *(When(nth=n, then=Subquery(days[n - 1 : n])) for n in range(1, MOST_IN_A_ROW + 1)),
            output_field=DateField(),
        )

    def open(self):
        """Neither met nor waived."""
        return self.filter(met_on__isnull=True, waived_on__isnull=True)


MOST_IN_A_ROW = 3


@tracked
class StageDuty(PupilBound):
    """One thing that the stage of a period asks for. Whether it is met is derived from the record that fulfils it.

    `stage` is the one that asked: while its period stands at another one the duty is not in force, and it is again when that
    change is taken back. `done_on` is a written record, for what no other record shows.
    """

    status = models.ForeignKey(SenStatus, on_delete=models.CASCADE, related_name="duties")
    stage = models.CharField(max_length=20)
    code = models.CharField(max_length=40)
    evidence = models.CharField(max_length=30)
    occurrence = models.CharField(max_length=12, blank=True)
    nth = models.PositiveSmallIntegerField(default=1)
    opens_on = models.DateField()
    due_on = models.DateField(_("due"))
    owner = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name=_("whose"),
    )
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_note = models.TextField(_("what was done"), max_length=2000, blank=True)
    waived_on = models.DateField(null=True, blank=True)
    waived_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waived_reason = models.TextField(_("why it is not needed"), max_length=2000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = StageDutyQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "code", "id"]
        indexes = [models.Index(fields=["school", "due_on"]), models.Index(fields=["owner", "due_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["status", "stage", "code", "occurrence"], name="duty_once_an_occurrence"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True, done_note="")
                | (Q(done_on__isnull=False, done_by__isnull=False) & ~Q(done_note="")),
                name="duty_done_by_whom_and_how",
            ),
            models.CheckConstraint(
                condition=Q(waived_on__isnull=True, waived_by__isnull=True, waived_reason="")
                | (Q(waived_on__isnull=False, waived_by__isnull=False) & ~Q(waived_reason="")),
                name="duty_waived_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(waived_on__isnull=True), name="duty_done_or_waived"
            ),
            models.CheckConstraint(condition=Q(nth__gte=1, nth__lte=MOST_IN_A_ROW), name="duty_nth_in_a_row"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def asked(self) -> Duty | None:
        """What the framework says of it; None where it says so no longer."""
        return duty_of(self.stage, self.code)

    @property
    def title(self) -> str:
        return duty_words(self.stage, self.code)

    @property
    def source(self) -> str:
        return str(self.asked.source) if self.asked else ""


def duty_of(stage: str, code: str) -> Duty | None:
    known = stage_called(stage)
    return known.duty(code) if known else None


def duty_words(stage: str, code: str) -> str:
    """The duty's title; its code where no framework has it (any more)."""
    asked = duty_of(stage, code)
    return str(asked.title) if asked else code
