"""The register's filters. They live in the address, so that a view can be bookmarked, saved, sent and printed."""

import datetime

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_NEED, ON_REGISTER, BroadArea, Characteristic, NeedType, SenProvision
from register.models import Pupil
from register.queries.sen_register import choices_for, pupils_for
from senco.core.forms import DateInput

LOOK_AGAIN_WITHIN = datetime.timedelta(days=7)
NAME_ORDER = ("shown_surname", "shown_forename", "pk")
ORDERS = {
    "name": (),
    "year": ("year_group", "form"),
    "form": ("form",),
    "status": ("provision",),
    "since": ("status_since",),
    "need": ("need_codes",),
    "adult": ("key_adult__last_name", "key_adult__first_name"),
    "concern": ("last_concern_on",),
}
STATUSES = [
    ("K", SenProvision.SUPPORT.label),
    ("E", SenProvision.EHC_PLAN.label),
    ("watched", _("Watched, not on the register")),
    ("N", SenProvision.NONE.label),
    ("all", _("All pupils")),
]
TO_DO = [
    ("look_again", _("Look again within a week")),
    ("tell_parent", _("Tell the parent")),
    ("need", _("Record the need")),
    ("adult", _("Choose a key adult")),
]


class RegisterFilter(django_filters.FilterSet):
    """Which pupils, in which order, as of which day. Without a status: those on the register on that day."""

    name = django_filters.CharFilter(method="by_name", label=_("Name or number"))
    status = django_filters.ChoiceFilter(
        method="keep", label=_("Status"), choices=STATUSES, empty_label=_("On the register")
    )
    year = django_filters.ChoiceFilter(field_name="year_group", label=_("Year"), empty_label=_("All"))
    form_group = django_filters.ChoiceFilter(field_name="form", label=_("Form"), empty_label=_("All"))
    need = django_filters.ChoiceFilter(
        method="by_need", label=_("Type of need"), choices=NeedType.choices, empty_label=_("All")
    )
    area = django_filters.ChoiceFilter(
        method="by_area", label=_("Broad area"), choices=BroadArea.choices, empty_label=_("All")
    )
    adult = django_filters.ChoiceFilter(field_name="key_adult_id", label=_("Key adult"), empty_label=_("All"))
    due = django_filters.ChoiceFilter(method="by_due", label=_("To do"), choices=TO_DO, empty_label=_("All"))
    fact = django_filters.ChoiceFilter(
        method="by_fact", label=_("Characteristic"), choices=Characteristic.choices, empty_label=_("All")
    )
    on = django_filters.DateFilter(method="keep", label=_("As of"), widget=DateInput)
    sort = django_filters.CharFilter(method="keep", widget=forms.HiddenInput)

    class Meta:
        model = Pupil
        fields: list[str] = []

    def __init__(self, data, *, membership):
        self.day = day_of(data.get("on"))
        super().__init__(data, queryset=pupils_for(membership, self.day))
        choices = choices_for(membership, self.day)
        self.anybody = choices.anybody
        self.filters["year"].extra["choices"] = choices.years
        self.filters["form_group"].extra["choices"] = choices.forms
        self.filters["adult"].extra["choices"] = choices.adults
        self.form.fields["on"].validators.append(not_in_the_future)

    def filter_queryset(self, queryset):
        chosen = self.form.cleaned_data
        found = super().filter_queryset(queryset)
        return in_order(with_status(found, chosen.get("status") or ""), chosen.get("sort") or "")

    def keep(self, queryset, _name, _value):
        """Status, day and order are taken up by the list as a whole."""
        return queryset

    def by_name(self, queryset, _name, words):
        return queryset.named_like(words)

    def by_need(self, queryset, _name, code):
        return queryset.filter(need_codes__contains=[code])

    def by_area(self, queryset, _name, area):
        return queryset.filter(
            need_codes__overlap=[need.value for need, of in AREA_OF_NEED.items() if of == area]
        )

    def by_fact(self, queryset, _name, code):
        return queryset.filter(facts__contains=[code])

    def by_due(self, queryset, _name, due):
        listed = Q(provision__in=ON_REGISTER)
        return queryset.filter(
            {
                "look_again": Q(watched_until__lte=self.day + LOOK_AGAIN_WITHIN),
                "tell_parent": Q(parent_to_tell=True),
                "need": listed & Q(need_codes__len=0),
                "adult": listed & Q(key_adult__isnull=True),
            }[due]
        )

    @property
    def active(self) -> bool:
        """Whether anything narrows the list beyond "on the register today"."""
        return any(value for name, value in self.data.items() if name in self.filters and name != "sort")

    @property
    def narrowed_further(self) -> bool:
        """Whether a filter of the folded-away part is set, which then stays open."""
        return any(self.data.get(name) for name in ("form_group", "area", "adult", "fact", "on"))


def day_of(text) -> datetime.date:
    """The day a list is asked for; today where none, a wrong one or a future one was given."""
    try:
        day = parse_date(text or "") or localdate()
    except ValueError:
        return localdate()
    return min(day, localdate())


def not_in_the_future(day: datetime.date) -> None:
    if day > localdate():
        raise ValidationError(_("Choose today or an earlier day. The list below is today's."))


def with_status(pupils, status: str):
    """Narrow to one status. People without a recorded status count as having none."""
    none = Q(provision__isnull=True) | Q(provision=SenProvision.NONE)
    wanted = {
        "K": Q(provision=SenProvision.SUPPORT),
        "E": Q(provision__in=[SenProvision.EHC_PLAN, SenProvision.STATEMENT]),
        "N": none,
        "watched": none & Q(watched_until__isnull=False),
        "all": Q(),
    }
    return pupils.filter(wanted.get(status, Q(provision__in=ON_REGISTER)))


def in_order(pupils, sort: str):
    """Sorted by one column, then by name; an unknown column means by name. Empty cells come last either way."""
    column = sort.removeprefix("-")
    names = ORDERS.get(column, ()) or NAME_ORDER[:2]
    if sort.startswith("-"):
        first = [F(name).desc(nulls_last=True) for name in names]
    else:
        first = [F(name).asc(nulls_last=True) for name in names]
    return pupils.order_by(*first, *NAME_ORDER)
