"""The register's filters. They live in the address, so that a view can be bookmarked, saved, sent and printed."""

import datetime

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, DecimalField, F, Func, Q, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, NullIf
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_NEED, ON_REGISTER, BroadArea, Characteristic, NeedType, SenProvision
from register.frameworks import Framework, framework_of, stage_called
from register.frameworks.shape import BELOW_STATUTORY, STATUTORY
from register.models import Pupil
from register.queries.sen_register import choices_for, pupils_for
from senco.core.forms import DateInput

LOOK_AGAIN_WITHIN = datetime.timedelta(days=7)
NAME_ORDER = ("shown_surname", "shown_forename", "pk")
FORM = NullIf("shown_form", Value(""))
# The number in a form's name, as natural() of queries/sen_register.py has it; twenty digits are no integer.
FORM_NUMBER = Cast(
    NullIf(
        Func(F("shown_form"), Value("[^0-9]"), Value(""), Value("g"), function="regexp_replace"), Value("")
    ),
    DecimalField(max_digits=20, decimal_places=0),
)
LISTED_SINCE = Case(When(provision__in=ON_REGISTER, then="status_since"))
NEEDS = Case(When(~Q(need_codes__len=0), then="need_codes"))
ORDERS = {  # an empty cell is null, so that it can come last
    "name": (),
    "year": (F("shown_year"), FORM_NUMBER, FORM),
    "form": (FORM_NUMBER, FORM),
    "status": (F("provision"), F("stage")),
    "since": (LISTED_SINCE,),
    "need": (NEEDS,),
    "adult": (KeyTextTransform("last_name", "shown_adult"), KeyTextTransform("first_name", "shown_adult")),
    "concern": (F("last_concern_on"),),
}
GONE = {
    "year": _("On that day no pupil is in the year you chose (%(value)s)."),
    "form_group": _("On that day there is no form “%(value)s”. It may have another name by now."),
    "adult": _("On that day nobody here has the key adult you chose."),
}
OTHER_STATUSES = [
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
    """Which pupils, in which order, as of which day. Without a status: those on the register on that day.

    Where one answer is wrong (a form that is gone, a day to come) nobody is found, and `problems` says why: a filter that
    silently fell away would widen what is printed, exported or changed.
    """

    name = django_filters.CharFilter(method="by_name", label=_("Name or number"), max_length=100)
    status = django_filters.ChoiceFilter(method="keep", label=_("Status"), empty_label=_("On the register"))
    year = django_filters.ChoiceFilter(field_name="shown_year", label=_("Year"), empty_label=_("All"))
    form_group = django_filters.ChoiceFilter(field_name="shown_form", label=_("Form"), empty_label=_("All"))
    need = django_filters.ChoiceFilter(
        method="by_need", label=_("Type of need"), choices=NeedType.choices, empty_label=_("All")
    )
    area = django_filters.ChoiceFilter(
        method="by_area", label=_("Broad area"), choices=BroadArea.choices, empty_label=_("All")
    )
    adult = django_filters.ChoiceFilter(
        field_name="shown_adult_id", label=_("Key adult"), empty_label=_("All")
    )
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
        asked = day_in(data.get("on"))
        self.day = min(asked or localdate(), localdate())
        if asked:
            data = data.copy()
            data["on"] = asked.isoformat()  # however it was written, the box reads this
        super().__init__(data, queryset=pupils_for(membership, self.day))
        choices = choices_for(membership, self.day)
        self.anybody = choices.anybody
        self.filters["status"].extra["choices"] = statuses_of(framework_of(membership.school))
        self.filters["year"].extra["choices"] = choices.years
        self.filters["form_group"].extra["choices"] = choices.forms
        self.filters["adult"].extra["choices"] = choices.adults
        for name, words in GONE.items():
            self.form.fields[name].error_messages["invalid_choice"] = words
        self.form.fields["on"].validators.append(not_in_the_future)

    def filter_queryset(self, queryset):
        if self.form.errors:
            return queryset.none()
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
                "adult": listed & Q(shown_adult_id__isnull=True, was_recorded=True),
            }[due]
        )

    @property
    def is_past(self) -> bool:
        return self.day < localdate()

    @property
    def problems(self) -> list[str]:
        """Why nobody is found, in words; empty where every answer can be followed."""
        return [str(problem) for found in self.form.errors.values() for problem in found]

    @property
    def active(self) -> bool:
        """Whether anything narrows the list beyond "on the register today"."""
        return any(value for name, value in self.data.items() if name in self.filters and name != "sort")

    @property
    def narrowed_further(self) -> bool:
        """Whether a filter of the folded-away part is set, which then stays open."""
        return any(self.data.get(name) for name in ("form_group", "area", "adult", "fact", "on"))


def statuses_of(framework: Framework) -> list:
    """The levels on the register by their stages: one stage gives the level its name, several can be chosen one by one as well."""
    found = []
    levels = {
        "K": (BELOW_STATUTORY, _("All below a statutory plan or statement")),
        "E": (STATUTORY, _("All with a statutory plan or statement")),
    }
    for level, (provisions, all_of_them) in levels.items():
        stages = [stage for stage in framework.ladder if stage.provision in provisions]
        several = len(stages) > 1
        found += [(level, all_of_them if several else stages[0].name)]
        found += [(stage.code, stage.name) for stage in stages if several]
    return found + OTHER_STATUSES


def day_in(text) -> datetime.date | None:
    """The day that is meant, in any way its field reads; None where none or a wrong one was given."""
    try:
        return forms.DateField(required=False).clean(text or "")
    except ValidationError:
        return None


def not_in_the_future(day: datetime.date) -> None:
    if day > localdate():
        raise ValidationError(_("Choose today or an earlier day."))


def with_status(pupils, status: str):
    """Narrow to one status: a level, or one stage. People without a recorded status count as having none."""
    none = Q(provision__isnull=True) | Q(provision=SenProvision.NONE)
    wanted = {
        "K": Q(provision=SenProvision.SUPPORT),
        "E": Q(provision__in=[SenProvision.EHC_PLAN, SenProvision.STATEMENT]),
        "N": none,
        "watched": none & Q(watched_until__isnull=False),
        "all": Q(),
    }
    if stage_called(status):
        return pupils.filter(stage=status)
    return pupils.filter(wanted.get(status, Q(provision__in=ON_REGISTER)))


def in_order(pupils, sort: str):
    """Sorted by one column, then by name; an unknown column means by name. Empty cells come last either way."""
    column = sort.removeprefix("-")
    keys = ORDERS.get(column, ()) or [F(name) for name in NAME_ORDER[:2]]
    if sort.startswith("-"):
        first = [key.desc(nulls_last=True) for key in keys]
    else:
        first = [key.asc(nulls_last=True) for key in keys]
    return pupils.order_by(*first, *NAME_ORDER)
