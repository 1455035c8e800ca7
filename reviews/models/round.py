"""A round of reviews: those of a year, a form or the whole register, held in one stretch of days."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models.imports import OfficeQuerySet
from senco.accounts.models import Membership, School
from senco.core.models import UuidModel


class ReviewRound(UuidModel):
    """`about` says in words whom it takes in. How far it is, its reviews say."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    about = models.CharField(max_length=200, blank=True)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts", "-at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="round_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reviews:round", args=[self.pk])
