"""The school and its year."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from senco.core.models import UuidModel


class Nation(models.TextChoices):
    ENGLAND = "ENG", _("England")
    WALES = "WLS", _("Wales")
    NORTHERN_IRELAND = "NIR", _("Northern Ireland")
    SCOTLAND = "SCT", _("Scotland")


class Phase(models.TextChoices):
    NURSERY = "nursery", _("Nursery")
    PRIMARY = "primary", _("Primary")
    SECONDARY = "secondary", _("Secondary")
    ALL_THROUGH = "all_through", _("All-through")
    SPECIAL = "special", _("Special")


class SchoolQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """One's own school, whatever the role."""
        return self.filter(pk=membership.school_id)


class School(UuidModel):
    """A school. `laestab` is LA (3 digits) and establishment (4 digits) without a slash; `urn` has six digits."""

    name = models.CharField(_("name"), max_length=200)
    urn = models.CharField(_("URN"), max_length=6, unique=True, validators=[RegexValidator(r"^\d{6}$")])
    laestab = models.CharField(
        _("LAESTAB"), max_length=7, unique=True, validators=[RegexValidator(r"^\d{7}$")]
    )
    nation = models.CharField(_("nation"), max_length=3, choices=Nation.choices, default=Nation.ENGLAND)
    framework = models.CharField(
        max_length=40, blank=True
    )  # a code of a floor above; blank: the nation's own
    phase = models.CharField(_("phase"), max_length=12, choices=Phase.choices)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    senco_name = models.CharField(_("SENCO's name"), max_length=100, blank=True)
    safeguarding_name = models.CharField(_("safeguarding lead"), max_length=100, blank=True)
    safeguarding_phone = models.CharField(_("safeguarding telephone"), max_length=30, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PeriodQuerySet(models.QuerySet):
    def visible_to(self, membership):
        return self.filter(school_id=membership.school_id)


class Period(UuidModel):
    """First and last day, both included."""

    name = models.CharField(_("name"), max_length=60)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="%(class)s_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Term(Period):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="terms")


class Closure(Period):
    """A holiday or a day on which the school is closed to pupils inside a term."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="closures")
