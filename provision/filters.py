"""The filters of the list of plans. They live in the address, so that a list can be bookmarked, sent and exported."""

import django_filters
from django import forms
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.choices import PlanState
from provision.deadlines import REVIEW_SOON
from provision.models import Plan
from provision.queries.plans import choices_for, newest, plans_for, pupils_without
from provision.workflow import OPEN_STATES
from register.models import Pupil

STATES = [
    ("open", _("Open: not yet reviewed")),
    *PlanState.choices,
    ("all", _("All, history included")),
]
DUE = [
    ("overdue", _("Review overdue")),
    ("soon", _("Review within 4 weeks")),
    ("none", _("On the register without a plan")),
]
NAME = ("shown_surname", "shown_forename", "pk")
ORDERS = {  # a missing cell is null, so that it can come last
    "name": (),
    "year": (F("pupil__year_group"), F("pupil__form")),
    "form": (F("pupil__form"),),
    "kind": (F("plan_type"),),
    "state": (F("state"),),
    "lead": (F("lead__last_name"), F("lead__first_name")),
    "starts": (F("starts"),),
    "review": (F("review_on"),),
}


class PlanFilter(django_filters.FilterSet):
    """Which plans, in which order. Without a state: those that are still open. A wrong answer finds nothing and says so."""

    name = django_filters.CharFilter(method="by_name", label=_("Name or number"), max_length=100)
    state = django_filters.ChoiceFilter(
        method="by_state", label=_("State"), choices=STATES[1:], empty_label=STATES[0][1]
    )
    kind = django_filters.ChoiceFilter(field_name="plan_type", label=_("Kind of plan"), empty_label=_("All"))
    year = django_filters.ChoiceFilter(field_name="pupil__year_group", label=_("Year"), empty_label=_("All"))
    form_group = django_filters.ChoiceFilter(field_name="pupil__form", label=_("Form"), empty_label=_("All"))
    lead = django_filters.ChoiceFilter(field_name="lead_id", label=_("Plan lead"), empty_label=_("All"))
    due = django_filters.ChoiceFilter(method="by_due", label=_("To do"), choices=DUE, empty_label=_("All"))
    sort = django_filters.CharFilter(method="keep", widget=forms.HiddenInput)

    class Meta:
        model = Plan
        fields: list[str] = []

    def __init__(self, data, *, membership):
        super().__init__(data, queryset=plans_for(membership))
        self.membership = membership
        choices = choices_for(membership)
        for name in ("kind", "year", "form_group", "lead"):
            self.filters[name].extra["choices"] = choices[name]

    def filter_queryset(self, queryset):
        if self.form.errors:
            return queryset.none()
        chosen = self.form.cleaned_data
        found = super().filter_queryset(queryset)
        found = found if chosen.get("state") else self.usual(found)
        return in_order(found, chosen.get("sort") or "")

    def usual(self, found):
        """Plans that somebody works by."""
        return found.filter(state__in=OPEN_STATES, on_roll=True)

    def keep(self, queryset, _name, _value):
        """The order is taken up by the list as a whole."""
        return queryset

    def by_name(self, queryset, _name, words):
        return queryset.filter(pupil__in=Pupil.objects.visible_to(self.membership).named_like(words))

    def by_state(self, queryset, _name, state):
        return queryset if state == "all" else queryset.filter(state=state)

    def by_due(self, queryset, _name, due):
        """Only a plan in force has a review to come; pupils without a plan are a list of their own."""
        today = localdate()
        asked = {"overdue": Q(review_on__lt=today), "soon": Q(review_on__range=(today, today + REVIEW_SOON))}
        return queryset.filter(asked.get(due, Q(pk__in=[])), state=PlanState.IN_FORCE)

    @property
    def lists_pupils(self) -> bool:
        """Whether the rows are pupils who have no plan."""
        return not self.form.errors and self.form.cleaned_data.get("due") == "none"

    @property
    def pupils(self):
        """Pupils on the register without an open plan, narrowed by name, year and form."""
        chosen = self.form.cleaned_data
        found = pupils_without(self.membership)
        if chosen.get("name"):
            found = found.named_like(chosen["name"])
        if chosen.get("year"):
            found = found.filter(year_group=chosen["year"])
        if chosen.get("form_group"):
            found = found.filter(form=chosen["form_group"])
        return found

    @property
    def problems(self) -> list[str]:
        """Why nothing is found, in words; empty where every answer can be followed."""
        return [str(problem) for found in self.form.errors.values() for problem in found]

    @property
    def active(self) -> bool:
        """Whether anything narrows the list beyond "open"."""
        return any(value for name, value in self.data.items() if name in self.filters and name != "sort")

    @property
    def narrowed_further(self) -> bool:
        """Whether a filter of the folded-away part is set, which then stays open."""
        return bool(self.data.get("form_group") or self.data.get("lead"))

    @property
    def words(self) -> str:
        """What was chosen, as a sentence part for the record of what was done with the list."""
        fields = ((name, field) for name, field in self.form.fields.items() if name != "sort")
        chosen = ((field, self.form.cleaned_data.get(name)) for name, field in fields)
        return ", ".join(f"{field.label}: {said(field, value)}" for field, value in chosen if value)


class CycleFilter(PlanFilter):
    """The same for the next cycle of many: the newest plan of each kind of each pupil, whatever its state."""

    state = None
    due = None

    def usual(self, found):
        return newest(found)


def said(field, value) -> str:
    return str(dict(getattr(field, "choices", ())).get(value, value))


def in_order(plans, sort: str):
    """Sorted by one column, then by name; without one by review date. Empty cells come last either way."""
    keys = ORDERS.get(sort.removeprefix("-"))
    if keys is None:
        keys = (F("review_on"),)
    first = list(keys) or [F(name) for name in NAME[:2]]
    turned = (
        key.desc(nulls_last=True) if sort.startswith("-") else key.asc(nulls_last=True) for key in first
    )
    return plans.order_by(*turned, *NAME)
