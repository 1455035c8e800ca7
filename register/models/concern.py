"""A concern and everything that is done about it. Each step is a row; nothing is deleted; the state is derived."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_SEEN, ConcernState, Decision, ParentTold, Seen, SeenWhere, Since
from senco.accounts.models import Membership, School
from senco.core.history import tracked
from senco.core.models import UuidModel

from .base import PupilBound, PupilBoundQuerySet
from .pupil import Pupil

STATE_AFTER = {  # kind of step → state it leaves the concern in; other kinds of step change nothing
    "raised": ConcernState.NEW,
    "reopened": ConcernState.NEW,
    "views_asked": ConcernState.GATHERING,
    "decided": ConcernState.DECIDED,
    "told": ConcernState.CLOSED,
    "untold": ConcernState.DECIDED,
    "withdrawn": ConcernState.WITHDRAWN,
}


def raised_by(membership) -> Q:
    return Q(raised_by_id=membership.pk)


class ConcernQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(raised_by)

    @staticmethod
    def staff_see(membership):
        """What one raised oneself and what one was asked about; the whole picture is the SENCO's."""
        asked = ViewRequest.objects.filter(concern=OuterRef("pk"), asked_id=membership.pk)
        return raised_by(membership) | Q(Exists(asked))

    def in_state(self, *states):
        return self.with_state().filter(state__in=states)

    def with_state(self):
        """Annotates `state`, derived from the last step that moved the concern on."""
        steps = ConcernStep.objects.filter(concern=OuterRef("pk"), kind__in=STATE_AFTER).order_by(
            "-at", "-id"
        )
        last = models.Subquery(steps.values("kind")[:1])
        cases = [models.When(last_step=kind, then=models.Value(state)) for kind, state in STATE_AFTER.items()]
        return self.annotate(last_step=last).annotate(
            state=models.Case(*cases, default=models.Value(ConcernState.NEW), output_field=models.CharField())
        )


@tracked
class Concern(PupilBound):
    """What somebody who knows the pupil saw. A concern is not SEN status."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="concerns")
    reference = models.CharField(max_length=12)  # "2026-118", counted per school and calendar year
    raised_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="concerns_raised")
    raised_at = models.DateTimeField(default=timezone.now)
    seen = ArrayField(
        models.CharField(max_length=15, choices=Seen.choices), verbose_name=_("what did you see?")
    )
    what_happened = models.TextField(_("what happened?"), max_length=5000)
    where = models.CharField(_("where"), max_length=10, choices=SeenWhere.choices, default=SeenWhere.CLASS)
    seen_on = models.DateField(_("seen on"))
    since = models.CharField(_("since when"), max_length=10, choices=Since.choices, default=Since.TODAY)
    tried = models.TextField(_("what was tried already"), max_length=5000, blank=True)
    parent_told = models.CharField(
        _("has the parent been told?"), max_length=10, choices=ParentTold.choices, default=ParentTold.NOT_YET
    )
    parent_view = models.TextField(_("parent's view"), max_length=5000, blank=True)
    urgent = models.BooleanField(_("needs an answer this week"), default=False)
    assigned_to = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-id"]
        indexes = [models.Index(fields=["school", "raised_at"])]
        constraints = [
            models.UniqueConstraint(fields=["school", "reference"], name="concern_reference_once_a_school")
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("register:concern", args=[self.pk])

    @property
    def areas(self) -> list[str]:
        """Codes of the broad areas that the chips belong to, in the order of the four areas."""
        found = {AREA_OF_SEEN[Seen(chip)] for chip in self.seen}
        return [area for area in dict.fromkeys(AREA_OF_SEEN.values()) if area in found]


class ReferenceCounter(UuidModel):
    """The last concern number given in a school and calendar year. It says nothing about a pupil."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "year"], name="counter_once_a_year")]

    def __str__(self) -> str:
        return f"{self.year}-{self.last_number}"


def of_visible_concern(membership) -> Q:
    return Q(concern__in=Concern.objects.visible_to(membership))


def office_only(_membership) -> Q:
    return Q(pk__in=[])


class ConcernStepQuerySet(PupilBoundQuerySet):
    staff_see = staticmethod(of_visible_concern)
    family_sees = staticmethod(of_visible_concern)


@tracked
class ConcernStep(PupilBound):
    """One step taken on a concern. It holds no free text: notes and messages have rows and readers of their own."""

    class Kind(models.TextChoices):
        RAISED = "raised", _("Raised")
        ASSIGNED = "assigned", _("Assigned")
        VIEWS_ASKED = "views_asked", _("Teachers asked for their view")
        REMINDED = "reminded", _("Teachers reminded")
        OBSERVED = "observed", _("Observation recorded")
        DECIDED = "decided", _("Decided")
        TOLD = "told", _("Told")
        UNTOLD = "untold", _("Messages kept back")
        REOPENED = "reopened", _("Reopened")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    decision = models.CharField(max_length=15, choices=Decision.choices, blank=True)
    monitor_until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ConcernStepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="decided") ^ Q(decision=""), name="decision_exactly_when_decided"
            ),
            models.CheckConstraint(
                condition=Q(decision="monitor") ^ Q(monitor_until__isnull=True), name="monitor_has_a_date"
            ),
        ]

    def __str__(self) -> str:
        return self.get_decision_display() or self.get_kind_display()


class OfficeNoteQuerySet(PupilBoundQuerySet):
    staff_see = staticmethod(office_only)


@tracked
class ConcernNote(PupilBound):
    """The office's own words: an observation, or why something was decided. Never shown outside the office."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="notes")
    step = models.ForeignKey(ConcernStep, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(max_length=10000)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = OfficeNoteQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class ViewRequestQuerySet(PupilBoundQuerySet):
    @staticmethod
    def staff_see(membership):
        return Q(asked_id=membership.pk)

    def open(self):
        return self.filter(answered_at__isnull=True, cancelled_at__isnull=True)


@tracked
class ViewRequest(PupilBound):
    """A teacher of the pupil is asked for a short view; the answer is in the same row and seen by them and the office."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="view_requests")
    asked = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="view_requests")
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    same_concern = models.CharField(
        max_length=7,
        blank=True,
        choices=[("yes", _("Yes, I see it too")), ("partly", _("Sometimes")), ("no", _("No"))],
    )
    answer = models.TextField(_("your view"), max_length=3000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = ViewRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["concern", "asked"], name="view_asked_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(same_concern=""), name="view_answered_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_id}"


ARRIVED = Q(sent_at__lte=Now(), withdrawn_at__isnull=True)


def to_whoever_raised_it(membership) -> Q:
    """By a sub-select: a join would hide from parents what they are told about a concern they may not see."""
    raised = Concern.objects.filter(raised_by_id=membership.pk)
    return Q(audience=ConcernNotice.Audience.RAISER, concern__in=raised)


class ConcernNoticeQuerySet(PupilBoundQuerySet):
    """Nobody outside the office sees a notice before `sent_at`: until then it can be kept back."""

    @staticmethod
    def staff_see(membership):
        return ARRIVED & to_whoever_raised_it(membership)

    @staticmethod
    def family_sees(membership):
        return ARRIVED & (Q(audience=ConcernNotice.Audience.PARENTS) | to_whoever_raised_it(membership))

    def standing(self):
        """Sent, or about to be."""
        return self.filter(withdrawn_at__isnull=True)


@tracked
class ConcernNotice(PupilBound):
    """What was decided, in the words sent to the person who raised it or to the parents.

    `sent_at` lies up to a minute ahead when it is written: until then the notice can be kept back (`withdrawn_at`).
    """

    class Audience(models.TextChoices):
        RAISER = "raiser", _("The person who raised it")
        PARENTS = "parents", _("Parents")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="notices")
    step = models.ForeignKey(ConcernStep, on_delete=models.CASCADE, related_name="notices")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    text = models.TextField(max_length=5000)
    sent_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConcernNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "id"]

    def __str__(self) -> str:
        return self.get_audience_display()


class MonitoringQuerySet(PupilBoundQuerySet):
    def current(self):
        return self.filter(ended_at__isnull=True)


@tracked
class Monitoring(PupilBound):
    """A pupil is being watched, below SEN Support: listed, but not on the register. `label` is the school's own word."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="monitoring")
    concern = models.ForeignKey(
        Concern, on_delete=models.SET_NULL, null=True, blank=True, related_name="monitoring"
    )
    label = models.CharField(_("label"), max_length=40, blank=True)
    starts = models.DateField()
    review_on = models.DateField(_("look again on"))
    ended_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        ordering = ["review_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(ended_at__isnull=True), name="monitored_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=models.F("starts")), name="monitoring_review_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.label
