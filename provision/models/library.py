"""The school's library of interventions: what it provides, for whom, and what each needs."""

import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provision.map_choices import AdultRole, Evidence, Tier
from register.choices import BroadArea
from senco.accounts.roles import STAFF, Role
from senco.core.history import tracked

from .school import OfSchoolQuerySet, SchoolRow


class InterventionQuerySet(OfSchoolQuerySet):
    def visible_to(self, membership):
        """The school's, for its staff; for a parent those their child has. A policy of the database says the same."""
        if membership.role in STAFF:
            return self.filter(school_id=membership.school_id)
        if membership.role != Role.PARENT:
            return self.none()
        from .provided import Provision  # points here

        return self.filter(pk__in=Provision.objects.visible_to(membership).values("intervention"))

    def offered(self):
        """Without those the school no longer begins."""
        return self.filter(retired_at__isnull=True)


@tracked
class Intervention(SchoolRow):
    """`minutes`, `sessions_a_week`, `weeks` and `group_size` are what a new group starts from; each group says its own.

    `shipped` is the code of the entry of the starter library it was taken from. Families read `plain`, and `name` where that is empty.
    """

    name = models.CharField(_("name"), max_length=100)
    plain = models.CharField(_("in plain words, for the family"), max_length=300, blank=True)
    area = models.CharField(_("area of need"), max_length=2, choices=BroadArea.choices)
    tier = models.CharField(_("tier"), max_length=1, choices=Tier.choices)
    description = models.TextField(_("what it is"), max_length=2000, blank=True)
    entry_criteria = models.TextField(_("who it is for"), max_length=1000, blank=True)
    exit_criteria = models.TextField(_("when it has done its work"), max_length=1000, blank=True)
    measures = models.CharField(_("how progress is measured"), max_length=500, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes a session"), validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    sessions_a_week = models.DecimalField(
        _("sessions a week"),
        max_digits=4,
        decimal_places=2,
        validators=[MinValueValidator(0.25), MaxValueValidator(50)],
    )
    weeks = models.PositiveSmallIntegerField(
        _("weeks"), validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    group_size = models.PositiveSmallIntegerField(
        _("pupils in a group"), validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    adult_role = models.CharField(_("run by"), max_length=10, choices=AdultRole.choices)
    external = models.BooleanField(_("comes from outside the school"), default=False)
    evidence = models.CharField(
        _("how well it is known to work"), max_length=8, choices=Evidence.choices, default=Evidence.NONE
    )
    evidence_source = models.CharField(_("who found out"), max_length=300, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first school year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last school year"), null=True, blank=True)
    shipped = models.CharField(max_length=50, blank=True, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = InterventionQuerySet.as_manager()

    class Meta:
        ordering = ["area", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "name"],
                condition=Q(retired_at__isnull=True),
                name="intervention_name_once_a_school",
            ),
            models.CheckConstraint(
                condition=Q(first_year__isnull=True)
                | Q(last_year__isnull=True)
                | Q(last_year__gte=models.F("first_year")),
                name="intervention_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("provision:intervention", args=[self.pk])

    @property
    def family_name(self) -> str:
        return self.plain or self.name


@tracked
class Resource(SchoolRow):
    """A kit, book, licence or fee of an intervention. It costs `pence` once and lasts `life_months`; `shared`: one serves every group."""

    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="resources")
    name = models.CharField(_("name"), max_length=120)
    pence = models.PositiveIntegerField(_("cost in pence"))
    life_months = models.PositiveSmallIntegerField(
        _("lasts, in months"), default=12, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    bought_on = models.DateField(_("bought on"), null=True, blank=True)
    shared = models.BooleanField(_("one serves every group"), default=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(life_months__gte=1), name="resource_lasts_a_month_at_least")
        ]

    def __str__(self) -> str:
        return self.name

    def serves(self, day: datetime.date) -> bool:
        """Whether it is still within its life: the day it was bought and `life_months` from there; for ever where no day is known."""
        if self.bought_on is None:
            return True
        months = (day.year - self.bought_on.year) * 12 + day.month - self.bought_on.month
        return self.bought_on <= day and months - (day.day < self.bought_on.day) < self.life_months
