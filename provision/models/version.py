"""A plan as it was frozen for its readers, and what they said to it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import Answer, Audience, Speaker, StepKind
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from senco.accounts.models import Membership
from senco.core.history import tracked

from .plan import Plan, PlanStep


def for_families(_membership) -> Q:
    return Q(audience=Audience.FAMILY, withdrawn_at__isnull=True, visible_from__lte=Now())


class PlanVersionQuerySet(PupilBoundQuerySet):
    """Families, and professionals whom the pupil is shared with, read what was frozen for the family, from its moment on."""

    family_sees = staticmethod(for_families)
    agency_sees = staticmethod(for_families)

    def standing(self):
        """Without those that were taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def newest_of_each(self, audience):
        """Of each plan the newest standing version for that reader."""
        return self.standing().filter(audience=audience).order_by("plan_id", "-number").distinct("plan_id")


@tracked
class PlanVersion(PupilBound):
    """`content` is a PlanPaper (provision/letters) as JSON. It never changes; `withdrawn_at` takes it out of sight.

    What is for the family is seen from `visible_from` on: a minute after its step, in which the step can be undone.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="plan_versions")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    step = models.ForeignKey(PlanStep, on_delete=models.CASCADE, related_name="versions")
    audience = models.CharField(max_length=6, choices=Audience.choices)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=StepKind.choices)  # of the step that froze it
    title = models.CharField(max_length=120)
    content = models.JSONField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    visible_from = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "audience", "number"], name="version_number_once_a_plan_and_audience"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.number}"


def said_by(membership) -> Q:
    return Q(by_id=membership.pk)


class PlanResponseQuerySet(PupilBoundQuerySet):
    """Each parent's words are their own: another parent, or a professional, does not read them."""

    family_sees = staticmethod(said_by)
    agency_sees = staticmethod(said_by)


@tracked
class PlanResponse(PupilBound):
    """What somebody said to a plan. `by` wrote it down; `speaker_name` is whose words they are, where that is not `by`."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="responses")
    version = models.ForeignKey(
        PlanVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="responses"
    )
    speaker = models.CharField(_("who"), max_length=12, choices=Speaker.choices)
    speaker_name = models.CharField(_("name"), max_length=120, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    words = models.TextField(_("in their own words"), max_length=5000, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = PlanResponseQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.get_answer_display()


def of_what_i_said(membership) -> Q:
    return Q(response__by_id=membership.pk)


class ResponseReadQuerySet(PupilBoundQuerySet):
    """Whoever answered may know that it was read, and by whom."""

    family_sees = staticmethod(of_what_i_said)
    agency_sees = staticmethod(of_what_i_said)


@tracked
class ResponseRead(PupilBound):
    """Somebody at the school has read what was said. Rows are only added."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    response = models.ForeignKey(PlanResponse, on_delete=models.CASCADE, related_name="reads")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ResponseReadQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["response", "by"], name="response_read_once_a_reader")]

    def __str__(self) -> str:
        return f"{self.by_id} {self.at}"
