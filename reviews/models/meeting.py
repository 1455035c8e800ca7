"""What a meeting leaves behind, row by row: who was asked and came, how outcomes stand, what was said, what was agreed."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import Speaker
from provision.models import Outcome
from provision.models.base import ListedRow, PlanRow, PlanRowQuerySet
from register.models import Contact, Pupil, PupilBound
from reviews.choices import Guest, Judgement, NextStep, Presence
from senco.accounts.models import Membership
from senco.core.history import tracked

from .contribution import Contribution
from .review import Review


@tracked
class Person(ListedRow):
    """Somebody who is asked to a meeting. `name` says who it is as it was known then; `contact` and `membership` where we know them."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="people")
    kind = models.CharField(_("as what"), max_length=12, choices=Guest.choices)
    name = models.CharField(_("name"), max_length=120)
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    presence = models.CharField(_("here?"), max_length=6, choices=Presence.choices, blank=True)

    class Meta(ListedRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["review", "contact"],
                condition=Q(removed_at__isnull=True, contact__isnull=False),
                name="contact_asked_once_a_review",
            ),
            models.UniqueConstraint(
                fields=["review", "membership"],
                condition=Q(removed_at__isnull=True, membership__isnull=False),
                name="member_asked_once_a_review",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OutcomeJudgedQuerySet(PlanRowQuerySet):
    def looked_at(self, review):
        """Those of the plan's outcomes that stand: one may have been removed since, or the review be given another plan."""
        return self.filter(review=review, outcome__plan=review.plan_id, outcome__removed_at__isnull=True)


@tracked
class OutcomeJudged(PlanRow):
    """How an outcome of the plan stands at this review, against what was expected, and what becomes of it."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="judged")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="judged")
    judgement = models.SmallIntegerField(
        _("against what was expected"), choices=Judgement.choices, null=True, blank=True
    )
    next_step = models.CharField(_("what next"), max_length=6, choices=NextStep.choices, blank=True)
    words = models.TextField(_("in words"), max_length=2000, blank=True)

    objects = OutcomeJudgedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "outcome"], name="outcome_judged_once_a_review"),
            models.CheckConstraint(
                condition=Q(judgement__isnull=True) | Q(judgement__range=(-2, 2)), name="judgement_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome_id} {self.judgement}"


@tracked
class Spoken(ListedRow):
    """What somebody said, word for word. `disagrees`: they do not agree, and the record says so as they put it.

    `contribution`: where it was taken from, if it was given before the meeting.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="spoken")
    speaker = models.CharField(_("who"), max_length=12, choices=Speaker.choices)
    name = models.CharField(_("name"), max_length=120, blank=True)
    words = models.TextField(_("in their own words"), max_length=5000)
    disagrees = models.BooleanField(_("they do not agree"), default=False)
    shared = models.BooleanField(_("stands in the record that the family reads"), default=True)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.SET_NULL, null=True, blank=True, related_name="spoken"
    )

    class Meta(ListedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.words[:60]


class AgreedActionQuerySet(PlanRowQuerySet):
    def to_do(self):
        """Agreed, and nobody has said that it is done."""
        return self.kept().filter(done_at__isnull=True)

    def of(self, membership):
        """Those of one person."""
        return self.filter(who_id=membership.pk)

    def for_list(self):
        """The most urgent first, with everybody a list names."""
        named = self.select_related("pupil", "who", "done_by", "review")
        return named.order_by(F("by_when").asc(nulls_last=True), "saved_at", "pk")


@tracked
class AgreedAction(ListedRow):
    """What was agreed: `who` does it (or `who_words`, for somebody without an account) by `by_when`."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField(_("what is to be done"), max_length=300)
    who = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who"),
    )  # fmt: skip
    who_words = models.CharField(_("or somebody else"), max_length=100, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    shared = models.BooleanField(_("stands in the record that the family reads"), default=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AgreedActionQuerySet.as_manager()

    class Meta(ListedRow.Meta):
        indexes = [
            models.Index(
                fields=["who", "by_when"],
                condition=Q(done_at__isnull=True, removed_at__isnull=True),
                name="action_to_do",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="action_done_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def whose(self) -> str:
        """Whoever does it, as everybody reads them."""
        return self.who.name if self.who else self.who_words

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not done."""
        return self.done_at is None and self.by_when is not None and self.by_when < timezone.localdate()


@tracked
class ActionReminder(PupilBound):
    """Whoever does it was reminded that it is due on `day`: once for each day by which it was to be done."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    action = models.ForeignKey(AgreedAction, on_delete=models.CASCADE, related_name="reminders")
    day = models.DateField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["action", "day"], name="reminded_once_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} {self.day}"
