"""A concern and everything that is done about it. Each step is a row; nothing is deleted; the state is derived."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_SEEN, ConcernState, Decision, ParentTold, Seen, SeenWhere, Since
from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF
from senco.core.history import tracked
from senco.core.models import UuidModel

from .base import PupilBound, PupilBoundQuerySet
from .pupil import Pupil

STATE_AFTER = {  # kind of step → state it leaves the concern in; other kinds of step change nothing
    "raised": ConcernState.NEW,
    "reopened": ConcernState.NEW,
    "views_asked": ConcernState.GATHERING,
    "resumed": ConcernState.GATHERING,
    "undone": ConcernState.NEW,
    "decided": ConcernState.DECIDED,
    "told": ConcernState.CLOSED,
    "untold": ConcernState.DECIDED,
    "closed": ConcernState.CLOSED,
    "withdrawn": ConcernState.WITHDRAWN,
}


def raised_by(membership) -> Q:
    return Q(raised_by_id=membership.pk)


class KeptByRaiserQuerySet(PupilBoundQuerySet):
    """What belongs to a concern. Staff keep sight of what they raised as long as they work here.

    Groups change in September; an answer to a concern of July still finds its reader. The pupil's record does not open by it.
    Families need a live grant for all of it: a court order ends what they read, their own concerns included.
    """

    def visible_to(self, membership):
        if membership.sees_whole_school or membership.role not in STAFF:
            return super().visible_to(membership)
        works_here = Membership.objects.live().filter(pk=membership.pk)
        return self.filter(self.staff_see(membership), Exists(works_here))


class ConcernQuerySet(KeptByRaiserQuerySet):
    """Outside the office a concern is seen by whoever raised it; a colleague asked for a view reads their ViewRequest alone."""

    staff_see = staticmethod(raised_by)
    family_sees = staticmethod(raised_by)

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
    where = models.CharField(
        _("where"), max_length=10, choices=SeenWhere.choices, default=SeenWhere.CLASS, blank=True
    )  # empty, as is `seen_on`, where a parent raised it: they are not asked
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
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


class ConcernStepQuerySet(KeptByRaiserQuerySet):
    """Outside the office only that steps were taken, for the state: which ones they were is read from the messages.

    The database gives other roles the columns of that alone (not the decision, its date, its author or its addressee).
    """

    staff_see = staticmethod(of_visible_concern)
    family_sees = staticmethod(of_visible_concern)


@tracked
class ConcernStep(PupilBound):
    """One step taken on a concern. It holds no free text: notes and messages have rows and readers of their own.

    `to` is the colleague it was assigned to, or who was asked or not asked any more. "Told" means that whoever raised the
    concern was told; a message to the parents alone leaves it to be told.
    """

    class Kind(models.TextChoices):
        RAISED = "raised", _("Raised")
        ASSIGNED = "assigned", _("Assigned")
        VIEWS_ASKED = "views_asked", _("Asked for a view")
        UNASKED = "unasked", _("View not needed any more")
        REMINDED = "reminded", _("Teachers reminded")
        OBSERVED = "observed", _("Observation recorded")
        DECIDED = "decided", _("Decided")
        UNDONE = "undone", _("Decision undone")
        RESUMED = "resumed", _("Decision undone, views are awaited again")
        TOLD = "told", _("Told")
        PARENTS_TOLD = "parents_told", _("Parents told")
        UNTOLD = "untold", _("Messages kept back")
        KEPT_BACK = "kept_back", _("A further message kept back")
        CLOSED = "closed", _("Closed without telling")
        REOPENED = "reopened", _("Reopened")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        WATCHED_ON = "watched_on", _("Watched on")
        WATCH_ENDED = "watch_ended", _("Not watched any more")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    decision = models.CharField(max_length=15, choices=Decision.choices, blank=True)
    monitor_until = models.DateField(null=True, blank=True)
    to = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
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
                condition=Q(Q(decision="monitor") | Q(kind="watched_on")) ^ Q(monitor_until__isnull=True),
                name="monitor_has_a_date",
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
