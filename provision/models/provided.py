"""What is provided: a group or one pupil, its times, its adults, and each pupil's place with dates of its own.

A change holds from a day on: the row that stood ends the day before and a new one begins, so that what was planned for a past week
can always be said. What was entered by mistake is removed, not ended.
"""

import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.map_choices import Weekday, Weeks
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import everything
from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF, Role
from senco.core.history import tracked
from senco.core.models import UuidModel

from .base import NamesAnAdult
from .library import Intervention
from .outcome import Outcome
from .support import PlannedProvision


class DateRange(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


class KeptQuerySet(models.QuerySet):
    def kept(self):
        """Without those entered by mistake."""
        return self.filter(removed_at__isnull=True)

    def within(self, first: datetime.date, last: datetime.date):
        """Those that hold on at least one day of the period, both days included."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gte=first), starts__lte=last)

    def on(self, day: datetime.date):
        return self.within(day, day)


class ProvisionQuerySet(KeptQuerySet):
    def visible_to(self, membership):
        """The school's for its office; for staff those they run and those of pupils they may open; for parents their child's."""
        if membership.sees_whole_school:
            live = Membership.objects.live().filter(pk=membership.pk)
            return self.filter(models.Exists(live), school_id=membership.school_id)
        if membership.role not in STAFF and membership.role != Role.PARENT:
            return self.none()
        seen = Q(pk__in=Allocation.objects.visible_to(membership).kept().values("provision"))
        if membership.role in STAFF:
            live = Membership.objects.live().filter(pk=membership.pk)
            mine = ProvisionAdult.objects.kept().filter(models.Exists(live), membership_id=membership.pk)
            seen |= Q(pk__in=mine.values("provision"))
        return self.filter(seen)


class OfStaffQuerySet(KeptQuerySet):
    """Times and adults name no pupil: everybody who works at the school may read them, and nobody else."""

    def visible_to(self, membership):
        if membership.role not in STAFF:
            return self.none()
        live = Membership.objects.live().filter(pk=membership.pk)
        return self.filter(models.Exists(live), school_id=membership.school_id)


class ProvisionTimeQuerySet(OfStaffQuerySet):
    def visible_to(self, membership):
        """For parents those of what their child has."""
        if membership.role != Role.PARENT:
            return super().visible_to(membership)
        return self.filter(provision__in=Provision.objects.visible_to(membership).order_by().values("pk"))


class ProvidedRow(UuidModel):
    """`version` counts its saves."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    saved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def ends_after_start(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name=name)


@tracked
class Provision(ProvidedRow):
    """A group, or one pupil, that gets an intervention from the first day to the last. Its name may hold a pupil's: families never read it.

    `agreed_size` is the size it is costed at, however many come.
    """

    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="provisions")
    name = models.CharField(_("name of the group"), max_length=100)
    place = models.CharField(_("where"), max_length=60, blank=True)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    agreed_size = models.PositiveSmallIntegerField(
        _("pupils it is meant for"), validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    copied_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="copies"
    )

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "starts", "id"]
        indexes = [models.Index(fields=["school", "starts", "ends"])]
        constraints = [ends_after_start("provision_ends_after_start")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("provision:group", args=[self.pk])


@tracked
class ProvisionTime(ProvidedRow):
    """When it takes place, week by week, from a day on until a day."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday.choices)
    weeks = models.CharField(_("weeks"), max_length=1, choices=Weeks.choices, blank=True)
    at = models.TimeField(_("time"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    misses = models.CharField(_("lesson the pupils miss"), max_length=40, blank=True)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    objects = ProvisionTimeQuerySet.as_manager()

    class Meta:
        ordering = ["weekday", "at", "id"]
        constraints = [ends_after_start("provision_time_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.at:%H:%M}"


@tracked
class ProvisionAdult(NamesAnAdult, ProvidedRow):
    """Who runs it. `adult_words` names somebody without an account."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="adults")
    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("adult")
    )
    adult_words = models.CharField(_("or somebody without an account"), max_length=100, blank=True)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    objects = OfStaffQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["membership", "provision"])]
        constraints = [
            ends_after_start("provision_adult_ends_after_start"),
            models.CheckConstraint(
                condition=Q(membership__isnull=False) | ~Q(adult_words=""), name="provision_adult_is_somebody"
            ),
        ]

    @property
    def adult(self) -> Membership | None:
        return self.membership

    def __str__(self) -> str:
        return self.who


class AllocationQuerySet(PupilBoundQuerySet, KeptQuerySet):
    family_sees = staticmethod(everything)


@tracked
class Allocation(PupilBound, ProvidedRow):
    """One pupil's place in a provision, with dates of its own. `required`: a plan in law says the pupil must have it.

    `carries_cost`: the whole cost of the group is this pupil's."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="support_places")
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="places")
    outcome = models.ForeignKey(
        Outcome,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("outcome it serves"),
    )
    planned = models.ForeignKey(
        PlannedProvision,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("line of the plan"),
    )
    required = models.BooleanField(_("required by law"), default=False)
    carries_cost = models.BooleanField(_("the group was set up for this pupil alone"), default=False)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["school", "provision"])]
        constraints = [
            ends_after_start("allocation_ends_after_start"),
            ExclusionConstraint(
                name="pupil_has_one_place_in_a_provision",
                expressions=[
                    ("provision", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (
                        DateRange("starts", "ends", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(removed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id} {self.provision_id}"
