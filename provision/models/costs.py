"""What provision costs and what pays for it. Read by the SENCO and the head alone: from a rate somebody's pay can be guessed."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from provision.cost_choices import BudgetKind, RateCardName, SizeRule
from provision.map_choices import AdultRole
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import nothing
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.history import tracked

from .provided import ProvidedRow
from .school import SchoolRow

SEES_MONEY = (Role.SENCO, Role.HEAD)


def sees_money(membership) -> bool:
    return membership.role in SEES_MONEY


class MoneyQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """The school's, for its SENCO and head. A policy of the database says the same."""
        if not sees_money(membership):
            return self.none()
        live = Membership.objects.live().filter(pk=membership.pk)
        return self.filter(models.Exists(live), school_id=membership.school_id)

    def kept(self):
        """Without those entered by mistake."""
        return self.filter(removed_at__isnull=True)


@tracked
class StaffRate(ProvidedRow):
    """What an hour of one kind of adult costs, with on-costs, from a day on until the next row of the same card and kind.

    Rates are by kind of adult and never by person. `paid_weeks`: the adult is paid for so many weeks a year but works with pupils in
    the taught weeks only, so that an hour with pupils costs `pence` × paid weeks / taught weeks. Empty: `pence` already is that cost.
    """

    card = models.CharField(_("rate card"), max_length=9, choices=RateCardName.choices)
    adult_role = models.CharField(_("kind of adult"), max_length=10, choices=AdultRole.choices)
    pence = models.PositiveIntegerField(_("pence an hour"), validators=[MaxValueValidator(1_000_00)])
    paid_weeks = models.DecimalField(
        _("weeks paid a year"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(30), MaxValueValidator(53)],
    )
    valid_from = models.DateField(_("from"))

    objects = MoneyQuerySet.as_manager()

    class Meta:
        ordering = ["card", "adult_role", "-valid_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "card", "adult_role", "valid_from"],
                condition=Q(removed_at__isnull=True),
                name="one_rate_a_day_and_kind",
                violation_error_message=_(
                    "This card already has a rate for this kind of adult from that day."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_adult_role_display()} {self.valid_from}"


@tracked
class CostSettings(SchoolRow):
    """One row a school; without it the defaults hold. `first_month` of the financial year: April for an authority's schools,
    September for academies. `expectation_pence` is what a school is expected to spend on a pupil itself (£6,000 in England)."""

    first_month = models.PositiveSmallIntegerField(
        _("the financial year begins in"), choices=[(4, _("April")), (9, _("September"))], default=4
    )
    card = models.CharField(
        _("costs are worked out with"),
        max_length=9,
        choices=RateCardName.choices,
        default=RateCardName.SCHOOL,
    )
    size_rule = models.CharField(
        _("a group's cost is shared by"), max_length=10, choices=SizeRule.choices, default=SizeRule.AGREED
    )
    taught_weeks = models.PositiveSmallIntegerField(
        _("taught weeks a year"), default=38, validators=[MinValueValidator(30), MaxValueValidator(52)]
    )
    expectation_pence = models.PositiveIntegerField(_("expected of the school for a pupil"), default=6_000_00)

    objects = MoneyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="cost_settings_once_a_school")]

    def __str__(self) -> str:
        return str(self.school_id)


@tracked
class Budget(ProvidedRow):
    """Money for special needs in a financial year, from one source."""

    kind = models.CharField(_("what it is"), max_length=8, choices=BudgetKind.choices)
    label = models.CharField(_("in the school's words"), max_length=100, blank=True)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"))
    pence = models.PositiveBigIntegerField(_("pence"))

    objects = MoneyQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "kind", "label", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="budget_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.label or self.get_kind_display()


class TopUpQuerySet(PupilBoundQuerySet):
    staff_see = staticmethod(nothing)

    def visible_to(self, membership):
        """The school's, for its SENCO and head."""
        return super().visible_to(membership) if sees_money(membership) else self.none()

    def kept(self):
        return self.filter(removed_at__isnull=True)


@tracked
class TopUp(PupilBound, ProvidedRow):
    """High-needs money that the authority pays for one pupil: `pence` a year, from the first day to the last."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    pence = models.PositiveIntegerField(_("pence a year"), validators=[MaxValueValidator(200_000_00)])
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("who pays, and their reference"), max_length=120, blank=True)

    objects = TopUpQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="top_up_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id} {self.starts}"
