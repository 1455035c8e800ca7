"""Filters of the triage queue. They live in the address, so that a view can be bookmarked and sent."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_SEEN, BroadArea, ConcernState
from register.models import Concern, Pupil
from register.queries.triage import UNFINISHED, deciders, queue
from register.workflow import OPEN_STATES
from senco.accounts.models import Membership

STATES = [("open", _("To decide")), *ConcernState.choices, ("all", _("All"))]
ME, NOBODY = "me", "nobody"


class ConcernFilter(django_filters.FilterSet):
    """Without a state: what is unfinished. Urgent ones first, then the oldest; finished ones the newest first."""

    state = django_filters.ChoiceFilter(
        method="keep", label=_("State"), choices=STATES, empty_label=_("Unfinished")
    )
    urgent = django_filters.BooleanFilter(
        method="by_urgent", label=_("Urgent only"), widget=forms.CheckboxInput
    )
    area = django_filters.ChoiceFilter(
        method="by_area", label=_("Area"), choices=BroadArea.choices, empty_label=_("All")
    )
    year = django_filters.ChoiceFilter(field_name="pupil__year_group", label=_("Year"), empty_label=_("All"))
    assigned = django_filters.ChoiceFilter(method="by_assigned", label=_("With"), empty_label=_("Anybody"))

    class Meta:
        model = Concern
        fields: list[str] = []

    def __init__(self, data, *, membership, years):
        self.membership = membership
        super().__init__(data, queryset=queue(membership))
        self.filters["year"].extra["choices"] = named_years(years)
        self.filters["assigned"].extra["choices"] = people_of(membership)

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return in_order(found, self.form.cleaned_data.get("state") or "")

    def keep(self, queryset, _name, _value):
        """The state is taken up with the order, by the list as a whole."""
        return queryset

    def by_urgent(self, queryset, _name, ticked):
        return queryset.filter(urgent=True) if ticked else queryset

    def by_area(self, queryset, _name, area):
        return queryset.filter(seen__overlap=[chip.value for chip, of in AREA_OF_SEEN.items() if of == area])

    def by_assigned(self, queryset, _name, who):
        if who == NOBODY:
            return queryset.filter(assigned_to__isnull=True)
        return queryset.filter(assigned_to=self.membership.pk if who == ME else who)


def in_order(concerns, state: str):
    """Narrowed to one state, in the order in which they should be looked at."""
    wanted = {"": UNFINISHED, "open": OPEN_STATES, "all": ConcernState.values}.get(state, [state])
    waiting = set(wanted) <= set(UNFINISHED)
    return concerns.filter(state__in=wanted).order_by(
        *(("-urgent", "raised_at", "pk") if waiting else ("-raised_at", "pk"))
    )


def named_years(years) -> list[tuple[int, str]]:
    """Year groups as a school says them, the youngest first."""
    return [
        (year, Pupil(year_group=year).year) for year in sorted(year for year in years if year is not None)
    ]


def people_of(membership) -> list[tuple[str, str]]:
    """Oneself, nobody, and the colleagues a concern can be with."""
    others: list[Membership] = [person for person in deciders(membership) if person.pk != membership.pk]
    return [(ME, _("Me")), (NOBODY, _("Nobody yet")), *((str(person.pk), person.name) for person in others)]
