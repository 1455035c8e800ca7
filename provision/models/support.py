"""What is done for the pupil: strategies, adjustments, resources and ICT; provision with who, how often and how long."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from provision.choices import ItemKind
from register.choices import BroadArea
from register.models import Pupil
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import ListedRow, NamesAnAdult
from .library import Intervention
from .outcome import Outcome
from .plan import Plan


@tracked
class PlanItem(ListedRow):
    """`bank` is the entry it was taken from, so that classes can tell which strategies their pupils share."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    text = models.CharField(_("what to do"), max_length=500)
    plain = models.CharField(_("in plain words, for the family"), max_length=500, blank=True)
    area = models.CharField(_("area of need"), max_length=2, choices=BroadArea.choices, blank=True)
    bank = models.CharField(max_length=60, blank=True)

    class Meta(ListedRow.Meta):
        indexes = [models.Index(fields=["school", "bank"])]

    def __str__(self) -> str:
        return self.text


@tracked
class PlannedProvision(NamesAnAdult, ListedRow):
    """Minutes are those of one session; a group of one is one-to-one. `weeks` counts teaching weeks."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="provision")
    outcome = models.ForeignKey(
        Outcome,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="provision",
        verbose_name=_("outcome it serves"),
    )
    intervention = models.ForeignKey(
        Intervention,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="planned",
        verbose_name=_("intervention of the library"),
    )
    what = models.CharField(_("what"), max_length=200)
    plain = models.CharField(_("in plain words, for the family"), max_length=300, blank=True)
    adult = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who")
    )
    adult_words = models.CharField(_("or somebody without an account"), max_length=100, blank=True)
    sessions_a_week = models.DecimalField(
        _("times a week"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0.25), MaxValueValidator(50)],
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes a time"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    weeks = models.PositiveSmallIntegerField(
        _("weeks"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    group_size = models.PositiveSmallIntegerField(
        _("pupils in the group"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)

    class Meta(ListedRow.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=models.F("starts")),
                name="planned_provision_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(group_size__isnull=True) | Q(group_size__gte=1), name="planned_group_from_one"
            ),
        ]

    def __str__(self) -> str:
        return self.what
