"""What a school makes its own: templates of plans, entries of the banks, which rules of the plan check it wants."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age
from provision.choices import BankName
from register.choices import BroadArea, NeedType
from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF
from senco.core.models import UuidModel


class OfSchoolQuerySet(models.QuerySet):
    """What belongs to the school and to no pupil: staff read it, families and professionals need none of it."""

    def visible_to(self, membership):
        if membership.role not in STAFF:
            return self.none()
        return self.filter(school_id=membership.school_id)


class SchoolRow(UuidModel):
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    saved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = OfSchoolQuerySet.as_manager()

    class Meta:
        abstract = True


class PlanTemplate(SchoolRow):
    """A school's own sections for a kind of plan (a list of SectionShape as JSON). Without one, the shipped sections hold.

    `name` is that of a kind of the school's own; a shipped kind keeps its name. Where `retired_at` is set, the shipped sections hold
    again, or a kind of its own is no longer begun. `before` holds the sections before the last change; none: the shipped ones held.
    """

    plan_type = models.CharField(max_length=30)
    name = models.CharField(_("name"), max_length=60, blank=True)
    sections = models.JSONField(default=list)
    before = models.JSONField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "plan_type"], name="template_once_a_school_and_type")
        ]

    def __str__(self) -> str:
        return self.name or self.plan_type


class BankEntry(SchoolRow):
    """An entry of the school's own. It is retired, not deleted: plans name it."""

    text = models.CharField(_("text"), max_length=500)
    plain = models.CharField(_("in plain words, for the family"), max_length=500, blank=True)
    area = models.CharField(_("area of need"), max_length=2, choices=BroadArea.choices)
    needs = ArrayField(
        models.CharField(max_length=4, choices=NeedType.choices),
        default=list,
        blank=True,
        verbose_name=_("types of need"),
    )
    ages = ArrayField(
        models.CharField(max_length=4, choices=Age.choices),
        default=list,
        blank=True,
        verbose_name=_("ages"),
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["area", "text"]

    def __str__(self) -> str:
        return self.text


class SchoolStrategy(BankEntry):
    why = models.CharField(_("why it helps"), max_length=300, blank=True)
    ordinary = models.BooleanField(_("good practice for a whole class"), default=False)


class SchoolStem(BankEntry):
    measure = models.CharField(_("how one would know"), max_length=500, blank=True)
    baseline = models.CharField(_("what to write down first"), max_length=500, blank=True)


class HiddenEntry(SchoolRow):
    """A shipped entry that the school does not want offered; `hidden` is taken back rather than the row. Plans keep what they hold."""

    bank = models.CharField(max_length=10, choices=BankName.choices)
    code = models.CharField(max_length=50)
    hidden = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "bank", "code"], name="entry_hidden_once_a_school")
        ]

    def __str__(self) -> str:
        return self.code


class PlanSettings(SchoolRow):
    """One row a school; without it nothing is switched off and the profile is called a one-page profile.

    `tier_names` are what the school calls the four tiers of provision, in order; an empty one keeps the name of the vocabulary.
    """

    rules_off = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    profile_word = models.CharField(_("what the one-page profile is called"), max_length=40, blank=True)
    tier_names = ArrayField(models.CharField(max_length=40, blank=True), default=list, blank=True)
    registers_offline = models.BooleanField(
        _("registers may wait on a device while there is no network"), default=True
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="plan_settings_once_a_school")]

    def __str__(self) -> str:
        return str(self.school_id)
