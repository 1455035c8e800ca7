"""A support plan: one cycle of assess, plan, do, review; the steps taken with it; its sections."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import STATE_AFTER, Editor, PlanState, SectionKind, StepKind
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PlanRow


class PlanQuerySet(PupilBoundQuerySet):
    def with_state(self):
        """Annotates `state`, derived from the last step that was not taken back, and `state_since`."""
        steps = PlanStep.objects.filter(plan=OuterRef("pk"), kind__in=STATE_AFTER, withdrawn_at__isnull=True)
        last = steps.order_by("-at", "-id")
        cases = [models.When(last_step=kind, then=models.Value(state)) for kind, state in STATE_AFTER.items()]
        return self.annotate(
            last_step=Subquery(last.values("kind")[:1]), state_since=Subquery(last.values("at")[:1])
        ).annotate(
            state=models.Case(*cases, default=models.Value(PlanState.DRAFT), output_field=models.CharField())
        )

    def in_state(self, *states):
        return self.with_state().filter(state__in=states)

    def later_than(self, *, pupil, plan_type, number):
        """A pupil's later cycles of one kind that were not archived; each may refer to a query around (OuterRef)."""
        later = self.filter(pupil=pupil, plan_type=plan_type, number__gt=number)
        return later.with_state().exclude(state=PlanState.ARCHIVED)


@tracked
class Plan(PlanRow):
    """`plan_type` is a code of the school's framework; `number` counts this pupil's plans of that type, each a cycle of its own."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="plans")
    plan_type = models.CharField(_("kind of plan"), max_length=30)
    title = models.CharField(_("title"), max_length=120)
    number = models.PositiveSmallIntegerField(_("cycle"), default=1)
    starts = models.DateField(_("starts"))
    review_on = models.DateField(_("review date"))
    lead = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("plan lead"),
    )
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="following"
    )
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-starts", "-number", "id"]
        indexes = [models.Index(fields=["school", "review_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "plan_type", "number"], name="plan_number_once_a_pupil_and_type"
            ),
            models.CheckConstraint(
                condition=Q(review_on__gt=models.F("starts")), name="plan_is_reviewed_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="plan_numbers_from_one"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("provision:plan", args=[self.pk])


@tracked
class PlanStep(PupilBound):
    """One step taken with a plan. Rows are added; the only change is that the last one is taken back."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.get_kind_display()


@tracked
class PlanSection(PlanRow):
    """A section as the template had it when the plan began; who may write it, and whether the family reads it, included."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=SectionKind.choices)
    title = models.CharField(_("title"), max_length=120)
    prompt = models.CharField(_("prompt"), max_length=500, blank=True)
    required = models.BooleanField(_("required"), default=False)
    editors = ArrayField(models.CharField(max_length=10, choices=Editor.choices), default=list, blank=True)
    shared = models.BooleanField(_("shared with the family"), default=True)
    text = models.TextField(_("text"), max_length=10000, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="section_code_once_a_plan"),
        ]

    def __str__(self) -> str:
        return self.title
