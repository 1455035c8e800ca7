"""A review, or another meeting about one pupil, and the steps taken with it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.models import Plan
from provision.models.base import PlanRow
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import of_pupils_on_roll
from reviews.choices import STATE_AFTER, Decision, Manner, ReviewKind, ReviewState, StepKind
from reviews.workflow import OPEN
from senco.accounts.models import Membership
from senco.core.history import tracked

from .round import ReviewRound


class ReviewQuerySet(PupilBoundQuerySet):
    """Staff read the reviews of the pupils they work with. Families and professionals read records, never these rows."""

    def with_state(self):
        """Annotates `state`, derived from the last step that was not taken back, and `state_since`."""
        last = ReviewStep.objects.filter(review=OuterRef("pk"), withdrawn_at__isnull=True).order_by(
            "-at", "-id"
        )
        cases = [models.When(last_step=kind, then=models.Value(state)) for kind, state in STATE_AFTER.items()]
        return self.annotate(
            last_step=Subquery(last.values("kind")[:1]), state_since=Subquery(last.values("at")[:1])
        ).annotate(
            state=models.Case(
                *cases, default=models.Value(ReviewState.WAITING), output_field=models.CharField()
            )
        )

    def of_pupils_here(self):
        """Of pupils who have not left."""
        return self.filter(of_pupils_on_roll())

    def open(self):
        """Those whose record is not signed off, and that are not left out."""
        return self.with_state().filter(state__in=OPEN)


@tracked
class Review(PlanRow):
    """`plan` is the cycle that is looked at, where there is one. `summary` is read by everybody who reads the record; `staff_note`
    by staff alone. What was said and agreed in rows of its own stands in models/meeting.py.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(_("what it is"), max_length=8, choices=ReviewKind.choices)
    title = models.CharField(_("what it is about"), max_length=120, blank=True)
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("plan")
    )
    round = models.ForeignKey(
        ReviewRound,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("round"),
    )
    lead = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who holds it"),
    )  # fmt: skip
    day = models.DateField(_("day"), null=True, blank=True)
    at = models.TimeField(_("time"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("how long, in minutes"), default=20, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    manner = models.CharField(_("how"), max_length=6, choices=Manner.choices, default=Manner.IN_PERSON)
    place = models.CharField(_("room, telephone number or link"), max_length=200, blank=True)
    interpreter = models.CharField(_("interpreter: which language"), max_length=60, blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    summary = models.TextField(_("what we talked about"), max_length=10000, blank=True)
    staff_note = models.TextField(_("note for staff"), max_length=10000, blank=True)
    decision = models.CharField(_("what was decided"), max_length=8, choices=Decision.choices, blank=True)
    decision_words = models.CharField(_("in words"), max_length=500, blank=True)
    next_on = models.DateField(_("when we look again"), null=True, blank=True)
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at", "-id"]
        indexes = [models.Index(fields=["school", "day"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(at__isnull=True) | Q(day__isnull=False), name="review_time_is_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True)
                | Q(held_on__isnull=True)
                | Q(next_on__gt=models.F("held_on")),
                name="review_is_followed_by_a_later_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return reverse("reviews:review", args=[self.pk])


@tracked
class ReviewStep(PupilBound):
    """One step taken with a review. Rows are added; the only change is that the last one is taken back."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.get_kind_display()
