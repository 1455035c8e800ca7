"""Setting up a group on one page, and changing one from a day on."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.map_choices import Weekday, Weeks
from provision.models import Allocation, Intervention, Outcome, Provision, ProvisionTime
from provision.new_group import NewGroup, WeekTime
from provision.queries.groups.finding import adults_to_choose, outcomes_of, pupils_to_choose, subjects_at
from senco.accounts.models import Membership
from senco.core.forms import BaseForm, Chips, DateInput, Suggesting, TimeInput, VersionedModelForm

FIRST, LAST = datetime.time(7), datetime.time(19)


TIME = ("weekday", "at", "minutes", "weeks", "misses")  # what a time of the week says


def lesson_field(subjects: list[str], label: str) -> forms.CharField:
    """Free words, with the school's subjects offered while one types."""
    return forms.CharField(label=label, max_length=40, required=False, widget=Suggesting(subjects))


class AdultField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, adult) -> str:
        return adult.name


class GroupForm(BaseForm):
    """A row for each day of the week: where a time is given the group meets. Names, size and minutes come from the library."""

    submit_label = _("Set up the group")
    draft_key = "group:new"

    intervention = forms.ModelChoiceField(
        label=_("What"),
        queryset=Intervention.objects.none(),
        empty_label=_("Choose from the library"),
        error_messages={"required": _("Choose what the group gets.")},
    )
    name = forms.CharField(
        label=_("Name of the group"),
        max_length=100,
        required=False,
        help_text=_("Left empty it is called as the intervention is."),
    )
    starts = forms.DateField(label=_("First day"), widget=DateInput)
    ends = forms.DateField(label=_("Last day"), widget=DateInput)
    place = forms.CharField(label=_("Where"), max_length=60, required=False)
    agreed_size = forms.IntegerField(
        label=_("Pupils it is meant for"),
        min_value=1,
        max_value=60,
        required=False,
        help_text=_("Its cost is shared by so many. Left empty: as many as are ticked."),
    )
    adults = AdultField(
        label=_("Who runs it"), queryset=Membership.objects.none(), required=False, widget=Chips
    )
    adult_words = forms.CharField(label=_("or somebody without an account"), max_length=100, required=False)
    pupils = forms.ModelMultipleChoiceField(
        label=_("Pupils"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    required = forms.BooleanField(
        label=_("A plan in law says that these pupils must have it"), required=False
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.membership, self.subjects = membership, subjects_at(membership)
        self.fields["intervention"].queryset = Intervention.objects.visible_to(membership).offered()
        self.fields["adults"].queryset = adults_to_choose(membership)
        self.fields["pupils"].queryset = pupils_to_choose(membership)
        for day in Weekday:
            self.add_day(day)

    def add_day(self, day: Weekday) -> None:
        told = {"day": day.label}
        self.fields[f"at_{day}"] = forms.TimeField(
            label=_("%(day)s at") % told, required=False, widget=TimeInput
        )
        self.fields[f"minutes_{day}"] = forms.IntegerField(
            label=_("%(day)s, minutes") % told, min_value=1, max_value=600, required=False
        )
        self.fields[f"weeks_{day}"] = forms.ChoiceField(
            label=_("%(day)s, weeks") % told, choices=Weeks.choices, required=False
        )
        self.fields[f"misses_{day}"] = lesson_field(self.subjects, _("%(day)s, lesson missed") % told)

    @property
    def days(self) -> list[tuple]:
        """(name of the day, its fields) for the page."""
        names = ("at", "minutes", "weeks", "misses")
        return [(day.label, [self[f"{name}_{day}"] for name in names]) for day in Weekday]

    @property
    def years(self) -> list[tuple[str, list]]:
        """(year, its tick boxes): the pupils of the school by year group."""
        found: dict[str, list] = {}
        pupils = {str(pupil.pk): pupil for pupil in self.fields["pupils"].queryset}
        for box in self["pupils"]:
            pupil = pupils[str(box.data["value"])]
            found.setdefault(pupil.year, []).append((pupil, box))
        return list(found.items())

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It cannot end before it begins. Check both dates."))
        for day in Weekday:
            self.check_day(day, cleaned)
        return cleaned

    def check_day(self, day: Weekday, cleaned: dict) -> None:
        at, minutes = cleaned.get(f"at_{day}"), cleaned.get(f"minutes_{day}")
        if at and not FIRST <= at <= LAST:
            self.add_error(f"at_{day}", _("Enter a time between 7:00 and 19:00."))
        if minutes and not at and f"at_{day}" not in self.errors:
            self.add_error(f"at_{day}", _("Enter the time, or empty the minutes."))

    def group(self) -> NewGroup:
        said = self.cleaned_data
        kind, pupils = said["intervention"], tuple(said["pupils"])
        times = tuple(
            WeekTime(
                int(day),
                said[f"at_{day}"],
                said[f"minutes_{day}"] or kind.minutes,
                said[f"weeks_{day}"],
                said[f"misses_{day}"],
            )
            for day in Weekday
            if said[f"at_{day}"]
        )
        return NewGroup(
            intervention=kind,
            name=said["name"] or kind.name,
            starts=said["starts"],
            ends=said["ends"],
            agreed_size=said["agreed_size"] or len(pupils) or kind.group_size,
            place=said["place"],
            times=times,
            adults=tuple(said["adults"]),
            adult_words=said["adult_words"],
            pupils=pupils,
            required=frozenset(pupil.pk for pupil in pupils) if said["required"] else frozenset(),
            outcomes=outcomes_of(pupils, self.membership, kind.area),
        )


class GroupFactsForm(VersionedModelForm):
    submit_label = _("Save the group")

    class Meta:
        model = Provision
        fields = ("name", "place", "agreed_size", "ends")
        widgets = {"ends": DateInput}
        help_texts = {"agreed_size": _("Its cost is shared by so many.")}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key, self.cancel_url = f"group:{self.instance.pk}", cancel_url

    def clean_ends(self):
        ends = self.cleaned_data["ends"]
        if ends < self.instance.starts:
            raise forms.ValidationError(_("It cannot end before it begins. Check both dates."))
        return ends


class FromDayForm(BaseForm):
    """Something that holds from a day on, within the days of its group."""

    cancel_url = ""
    starts = forms.DateField(label=_("From"), widget=DateInput)

    def __init__(self, *args, group: Provision, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.group, self.cancel_url = group, group.get_absolute_url()
        today = timezone.localdate()
        self.initial.setdefault("starts", min(max(today, group.starts), group.ends))
        self.set_up(membership)

    def set_up(self, membership) -> None:
        """What the choices need of the school."""

    def clean_starts(self):
        starts = self.cleaned_data["starts"]
        if not self.group.starts <= starts <= self.group.ends:
            raise forms.ValidationError(_("Choose a day on which the group lasts."))
        return starts


class TimeForm(FromDayForm):
    submit_label = _("Save the time")

    weekday = forms.TypedChoiceField(label=_("Day"), choices=Weekday.choices, coerce=int)
    at = forms.TimeField(label=_("Time"), widget=TimeInput)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600)
    weeks = forms.ChoiceField(label=_("Weeks"), choices=Weeks.choices, required=False)

    def set_up(self, membership) -> None:
        self.initial.setdefault("minutes", self.group.intervention.minutes)
        self.fields["misses"] = lesson_field(subjects_at(membership), _("Lesson that the pupils miss"))

    def clean_at(self):
        at = self.cleaned_data["at"]
        if not FIRST <= at <= LAST:
            raise forms.ValidationError(_("Enter a time between 7:00 and 19:00."))
        return at

    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in TIME}

    @staticmethod
    def initial_of(row: ProvisionTime) -> dict:
        return {name: getattr(row, name) for name in TIME}


class AdultForm(FromDayForm):
    submit_label = _("Add the adult")

    membership = forms.ModelChoiceField(
        label=_("Adult"), queryset=Membership.objects.none(), required=False, empty_label=_("Choose")
    )
    adult_words = forms.CharField(label=_("or somebody without an account"), max_length=100, required=False)

    def set_up(self, membership) -> None:
        self.fields["membership"].queryset = adults_to_choose(membership)
        self.fields["membership"].label_from_instance = lambda adult: adult.name

    def clean(self):
        cleaned = super().clean()
        if (
            not cleaned.get("membership")
            and not cleaned.get("adult_words")
            and "membership" not in self.errors
        ):
            self.add_error("membership", _("Choose an adult, or write a name."))
        return cleaned


class PlacesForm(FromDayForm):
    submit_label = _("Add the pupils")

    pupils = forms.ModelMultipleChoiceField(
        label=_("Pupils"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one pupil.")},
    )
    required = forms.BooleanField(
        label=_("A plan in law says that these pupils must have it"), required=False
    )

    def set_up(self, membership) -> None:
        there = self.group.places.kept().filter(ends__isnull=True).values("pupil")
        self.fields["pupils"].queryset = pupils_to_choose(membership).exclude(pk__in=there)

    years = GroupForm.years


class PlaceForm(VersionedModelForm):
    """One pupil's dates, the outcome that the place serves, and whether a plan in law asks for it."""

    submit_label = _("Save the place")

    class Meta:
        model = Allocation
        fields = ("starts", "ends", "outcome", "required")
        widgets = {"starts": DateInput, "ends": DateInput}
        help_texts = {"ends": _("The last day. Left empty it lasts as long as the group.")}

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"place:{self.instance.pk}"
        self.cancel_url = self.instance.provision.get_absolute_url()
        outcomes = Outcome.objects.visible_to(membership).kept().filter(pupil=self.instance.pupil_id)
        self.fields["outcome"].queryset = outcomes.order_by("-plan__starts", "position", "pk")
        self.fields["outcome"].empty_label = _("None")

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        group = self.instance.provision
        if starts and not group.starts <= starts <= group.ends:
            self.add_error("starts", _("Choose a day on which the group lasts."))
        if starts and ends and ends < starts:
            self.add_error("ends", _("It cannot end before it begins. Check both dates."))
        return cleaned


class EndForm(BaseForm):
    """The last day on which a time, an adult or a place holds."""

    submit_label = _("End it")

    last = forms.DateField(label=_("Last day"), widget=DateInput)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.cancel_url = row.provision.get_absolute_url()
        self.initial.setdefault("last", min(max(timezone.localdate(), row.starts), row.provision.ends))
