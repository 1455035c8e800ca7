"""What somebody is asked before a meeting, and what they answered."""

from dataclasses import replace

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.models.base import PlanRow
from register.models import Contact, Pupil, PupilBoundQuerySet, PupilFile
from reviews.choices import Level, Voice
from reviews.questions import Answer, Question, answers_from_json, general_questions, questions_from_json
from senco.accounts.models import Membership
from senco.core.history import tracked

from .invitation import asked_me
from .review import Review


def not_private(membership) -> Q:
    return Q(private=False) | asked_me(membership)


class ContributionQuerySet(PupilBoundQuerySet):
    """What is private is for the office and the adult who sat with the pupil. Families and professionals each read their own."""

    staff_see = staticmethod(not_private)
    family_sees = staticmethod(asked_me)
    agency_sees = staticmethod(asked_me)

    def standing(self):
        """Without those that are not asked for any more."""
        return self.filter(withdrawn_at__isnull=True)

    def given(self):
        return self.standing().filter(answered_at__isnull=False)

    def waiting(self):
        """Asked for, not given yet, and the meeting's record still open."""
        return self.standing().filter(answered_at__isnull=True, closed_at__isnull=True)


@tracked
class Contribution(PlanRow):
    """`membership` is who answers (of the pupil's: the adult who sits with them); without one it is given on paper alone.

    `about_plan` are the questions about the plan as it stood then (reviews.questions), `answers` what was said to them and to the general
    ones, with each question as it was read. What a pupil says may be `private`. `closed_at`: when the record of the meeting was signed off,
    or the pupil left out; nothing can be given any more.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="contributions")
    kind = models.CharField(max_length=8, choices=Voice.choices)
    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    subject = models.CharField(max_length=60, blank=True)
    level = models.CharField(_("how"), max_length=8, choices=Level.choices, blank=True)
    private = models.BooleanField(_("for the SEN office alone"), default=False)
    about_plan = models.JSONField(default=list)
    due_on = models.DateField(_("by when"))
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=list)
    file = models.ForeignKey(PupilFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    on_paper = models.BooleanField(default=False)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "subject", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "membership", "contact", "name", "subject"],
                condition=Q(withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="view_asked_once_a_review",
            ),
            models.CheckConstraint(
                condition=Q(answers=[], file__isnull=True) | Q(answered_at__isnull=False), name="view_given_at_a_moment"
            ),
            models.CheckConstraint(condition=Q(private=False) | Q(kind=Voice.PUPIL), name="pupil_speaks_in_private"),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["membership", "due_on"],
                condition=Q(withdrawn_at__isnull=True, answered_at__isnull=True, closed_at__isnull=True),
                name="view_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.who

    def get_absolute_url(self) -> str:
        return reverse("reviews:contribution", args=[self.pk])

    @property
    def who(self) -> str:
        """Whose views they are, as everybody reads it: "Mr Okoro, Maths"."""
        return ", ".join(filter(None, (self.name, self.subject)))

    @property
    def is_given(self) -> bool:
        return self.answered_at is not None

    @property
    def is_late(self) -> bool:
        return not self.is_given and self.closed_at is None and self.due_on < timezone.localdate()

    def questions(self, level: str = "") -> list[Question]:
        """Every question, those about the plan first; a pupil's as `level` asks them, how they are before what helped.

        What helped is asked in choices alone, unless the pupil is asked in words.
        """
        level = level or self.level
        about = questions_from_json(self.about_plan)
        if level in (Level.PICTURES, Level.SENTENCES):
            about = [replace(each, with_words=False) for each in about]
        general = general_questions(self.kind, level)
        return [*general, *about] if self.kind == Voice.PUPIL else [*about, *general]

    @property
    def given_answers(self) -> list[Answer]:
        return answers_from_json(self.answers)
