"""What was released to governors: figures only, checked before release, never computed from pupils when they are read."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from senco.accounts.models import Membership, School
from senco.accounts.roles import WHOLE_SCHOOL, Role
from senco.core.models import UuidModel


class FigureReleaseQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """Everything of the school for the office, also what is about to be released; for governors what has arrived; for
        everybody else nothing: a figure is released to governors, not to the school."""
        own_school = self.filter(school_id=membership.school_id)
        if membership.role in WHOLE_SCHOOL:
            return own_school
        if membership.role != Role.GOVERNOR:
            return self.none()
        return own_school.standing().filter(released_at__lte=Now())

    def standing(self):
        """Released, or about to be."""
        return self.filter(withdrawn_at__isnull=True)


class FigureRelease(UuidModel):
    """A fixed set of tables as of one day, with small cells hidden so that none can be worked out from the rest.

    `released_at` is when governors can first read it. Until then it can be taken back; afterwards nobody can change it.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="figure_releases")
    as_of = models.DateField()
    tables = models.JSONField()
    threshold = models.PositiveSmallIntegerField()
    released_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = FigureReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "as_of"], condition=Q(withdrawn_at__isnull=True), name="one_release_a_day"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__lt=models.F("released_at")),
                name="release_taken_back_before_it_arrived",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_of}"

    def get_absolute_url(self) -> str:
        return reverse("governance:release", args=[self.pk])
