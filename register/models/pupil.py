"""The pupil and the facts that come with them from the school's MIS."""

import datetime

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from register.choices import LANGUAGE_NAMES, Characteristic, Sex
from senco.accounts.models import Membership, School
from senco.core.history import tracked
from senco.core.models import UuidModel

from .base import PupilBound, PupilBoundQuerySet, everything
from .register_columns import RegisterColumns


class PupilQuerySet(RegisterColumns, PupilBoundQuerySet):
    pupil_path = "pk"
    family_sees = staticmethod(everything)
    agency_sees = staticmethod(everything)

    def on_roll(self, on: datetime.date | None = None):
        """Pupils registered at the school on a day (default: no leaving date, or one still to come)."""
        on = on or datetime.date.today()
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gt=on))

    def named_like(self, words: str):
        """Pupils whose names contain every word, whatever its case or accents; a UPN or admission number finds its pupil."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(search_name__unaccent__icontains=word)
                | Q(upn__iexact=word)
                | Q(admission_number__iexact=word)
            )
        return found


@tracked
class Pupil(UuidModel):
    """A registered child. `year_group`: 0 is Reception, negative numbers are nursery years, 1 to 14 are years."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="pupils")
    upn = models.CharField(_("UPN"), max_length=13, blank=True)
    former_upn = models.CharField(_("former UPN"), max_length=13, blank=True)
    admission_number = models.CharField(_("admission number"), max_length=20, blank=True)
    uln = models.CharField(_("ULN"), max_length=10, blank=True)
    legal_surname = models.CharField(_("legal surname"), max_length=100)
    legal_forename = models.CharField(_("legal forename"), max_length=100)
    middle_names = models.CharField(_("middle names"), max_length=200, blank=True)
    preferred_surname = models.CharField(_("preferred surname"), max_length=100, blank=True)
    preferred_forename = models.CharField(_("preferred forename"), max_length=100, blank=True)
    search_name = models.GeneratedField(
        expression=models.functions.Concat(
            "preferred_forename", models.Value(" "), "legal_forename", models.Value(" "),
            "preferred_surname", models.Value(" "), "legal_surname",
        ),
        output_field=models.CharField(max_length=404),
        db_persist=True,
    )  # fmt: skip
    date_of_birth = models.DateField(_("date of birth"))
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices, blank=True)
    year_group = models.SmallIntegerField(_("year group"), null=True, blank=True)
    form = models.CharField(_("form"), max_length=20, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=4, blank=True)
    first_language = models.CharField(_("first language"), max_length=3, blank=True)
    attendance_percent = models.DecimalField(
        _("attendance"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    attendance_as_of = models.DateField(_("attendance as of"), null=True, blank=True)
    joined_on = models.DateField(_("joined"), null=True, blank=True)
    left_on = models.DateField(_("left"), null=True, blank=True)
    key_adult = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    origin_run = models.UUIDField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = PupilQuerySet.as_manager()

    class Meta:
        ordering = ["legal_surname", "legal_forename", "id"]
        indexes = [
            models.Index(fields=["school", "legal_surname", "legal_forename"]),
            models.Index(fields=["school", "year_group", "form"]),
        ]
        constraints = [
            models.UniqueConstraint(Upper("upn"), "school", condition=~Q(upn=""), name="upn_once_a_school"),
            models.UniqueConstraint(
                fields=["school", "admission_number"],
                condition=~Q(admission_number=""),
                name="admission_number_once_a_school",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=models.F("joined_on")),
                name="pupil_left_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("register:pupil", args=[self.pk])

    @property
    def language(self) -> str:
        """The first language by name; one without a name here says that it is a code of the census."""
        code = self.first_language
        return str(LANGUAGE_NAMES.get(code) or (_("census code %(code)s") % {"code": code} if code else ""))

    @property
    def forename(self) -> str:
        return self.preferred_forename or self.legal_forename

    @property
    def surname(self) -> str:
        return self.preferred_surname or self.legal_surname

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}"

    @property
    def legal_name(self) -> str:
        return f"{self.legal_forename} {self.legal_surname}"

    @property
    def list_name(self) -> str:
        """As registers write it: surname first."""
        return f"{self.surname}, {self.forename}"

    @property
    def year(self) -> str:
        """The year group as a school says it."""
        if self.year_group is None:
            return gettext("Not recorded")
        if self.year_group < 0:
            return gettext("Nursery")
        return (
            gettext("Reception")
            if self.year_group == 0
            else gettext("Year %(year)s") % {"year": self.year_group}
        )


class CharacteristicQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)

    def current(self):
        return self.filter(ends__isnull=True)


@tracked
class PupilCharacteristic(PupilBound):
    """A dated fact such as free school meals. Separate from SEN: none is inferred from another."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="characteristics")
    kind = models.CharField(max_length=8, choices=Characteristic.choices)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = CharacteristicQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "kind"], condition=Q(ends__isnull=True), name="characteristic_open_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
