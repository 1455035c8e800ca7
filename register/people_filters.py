"""The filters of the list of people. They live in the address."""

import datetime

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import Standing
from register.queries.people import contacts, on_the_register, people
from senco.accounts.models import Invitation
from senco.accounts.roles import STAFF, Role

RUNS_OUT_WITHIN = datetime.timedelta(days=7)
KINDS = {
    "staff": (_("Staff"), tuple(STAFF)),
    "parents": (_("Parents and carers"), (Role.PARENT,)),
    "professionals": (_("Professionals"), (Role.PROFESSIONAL,)),
    "governors": (_("Governors"), (Role.GOVERNOR,)),
    "everybody": (_("Everybody"), tuple(Role)),
}


def every_word(found, words: str, *fields: str):
    """Records in which each word stands in one of the fields."""
    for word in words.split():
        matching = Q()
        for name in fields:
            matching |= Q(**{f"{name}__icontains": word})
        found = found.filter(matching)
    return found


class PeopleFilter(django_filters.FilterSet):
    """Memberships of one kind ("staff", "parents", …) by name and standing. Ended ones show only when asked for."""

    q = django_filters.CharFilter(method="by_words", label=_("Name, email or organisation"))
    standing = django_filters.ChoiceFilter(
        method="by_standing", label=_("Status"), choices=Standing.choices, empty_label=_("All but ended")
    )

    due = django_filters.ChoiceFilter(
        method="by_due",
        label=_("Invitation"),
        choices=[("soon", _("Runs out within a week"))],
        empty_label=_("Any"),
    )

    def __init__(self, data, *, kind: str, membership):
        self.membership = membership
        found = people(membership).filter(role__in=KINDS[kind][1])
        super().__init__(data, queryset=found)

    @property
    def qs(self):
        found = super().qs
        return found if self.form.cleaned_data.get("standing") else found.exclude(standing=Standing.ENDED)

    def by_words(self, found, _name, words):
        return every_word(found, words, "first_name", "last_name", "email", "organisation", "job")

    def by_due(self, found, _name, _value):
        return found.filter(Exists(running_out(self.membership).filter(membership=OuterRef("pk"))))

    def by_standing(self, found, _name, standing):
        return found.filter(standing=standing)


def running_out(membership):
    """Open invitations that will not be open for long."""
    soon = timezone.now() + RUNS_OUT_WITHIN
    return Invitation.objects.visible_to(membership).open().filter(expires_at__lte=soon)


class ContactFilter(django_filters.FilterSet):
    """People at home who are not invited yet: at first those of pupils on the SEN register."""

    q = django_filters.CharFilter(method="by_words", label=_("Name of contact or pupil"))
    whose = django_filters.ChoiceFilter(
        method="by_pupil",
        label=_("Contacts of"),
        choices=[("all", _("All pupils"))],
        empty_label=_("Pupils on the SEN register"),
    )
    responsible = django_filters.BooleanFilter(
        field_name="parental_responsibility",
        label=_("With parental responsibility"),
        widget=forms.CheckboxInput,
        method="by_responsibility",
    )

    def __init__(self, data, *, membership):
        super().__init__(data, queryset=contacts(membership))

    @property
    def qs(self):
        found = super().qs
        return found if self.form.cleaned_data.get("whose") else found.filter(on_the_register())

    def by_words(self, found, _name, words):
        return every_word(found, words, "forename", "surname", "email", "pupil__search_name")

    def by_pupil(self, found, _name, _value):
        return found

    def by_responsibility(self, found, _name, wanted):
        return found.filter(parental_responsibility=True) if wanted else found
