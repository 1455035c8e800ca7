"""The register of one session: a row for each pupil, on one screen of a phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.actions.sessions import Account, PupilsPart
from provision.map_choices import Mark, NotRun, SessionState
from provision.models import AdultAbsence
from provision.queries.groups.finding import adults_to_choose
from senco.core.forms import BaseForm, BaseModelForm, ChipRadio, Chips, DateInput, TimeInput

HAPPENED = [(SessionState.RAN, _("It ran")), (SessionState.NOT_RUN, _("It did not run"))]


class SessionForm(BaseForm):
    """`version` is that of the record its writer saw. Everybody is present until said otherwise."""

    submit_label = _("Save the register")

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    state = forms.ChoiceField(label=_("What happened"), choices=HAPPENED, widget=ChipRadio)
    reason = forms.ChoiceField(
        label=_("Why it did not run"), choices=[("", _("It ran")), *NotRun.choices], required=False
    )
    minutes = forms.IntegerField(label=_("Minutes it lasted"), min_value=1, max_value=600, required=False)
    note = forms.CharField(
        label=_("Note for colleagues"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args, sitting, marks: dict, targets: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.sitting = sitting
        saved = sitting.saved
        self.initial |= {
            "version": saved.version if saved else 0,
            "state": saved.state if sitting.is_taken else SessionState.RAN,
            "reason": saved.reason if saved else "",
            "minutes": (saved.minutes if saved else None) or sitting.minutes,
            "note": saved.note if saved else "",
        } | self.initial
        for number, place in enumerate(sitting.places):
            self.add_pupil(number, place, marks.get(place.pupil_id), targets.get(place.outcome_id, ()))
        self.draft_key = "session:" + ":".join(str(part) for part in sitting.key)

    def add_pupil(self, number: int, place, mark, targets) -> None:
        name = {"name": place.pupil.name}
        self.fields[f"mark_{number}"] = forms.ChoiceField(
            label=place.pupil.name, choices=Mark.choices, widget=ChipRadio, initial=mark.mark if mark else Mark.PRESENT,
        )  # fmt: skip
        self.fields[f"minutes_{number}"] = forms.IntegerField(
            label=_("Minutes that %(name)s had, if shortened") % name, min_value=0, max_value=600, required=False,
            initial=mark.minutes if mark and mark.mark == Mark.SHORTENED else None,
        )  # fmt: skip
        self.fields[f"note_{number}"] = forms.CharField(
            label=_("Note about %(name)s") % name,
            max_length=500,
            required=False,
            initial=mark.note if mark else "",
        )
        if targets:
            self.fields[f"progress_{number}"] = forms.MultipleChoiceField(
                label=_("Progress of %(name)s today") % name, required=False, widget=Chips,
                choices=[(str(target.pk), target.text) for target in targets],
                initial=[str(key) for key in mark.progress] if mark else [],
            )  # fmt: skip

    @property
    def pupils(self) -> list[dict]:
        """The fields of each pupil, in the order of the places."""
        names = ("mark", "minutes", "note", "progress")
        return [
            {name: self[f"{name}_{number}"] for name in names if f"{name}_{number}" in self.fields}
            for number, _place in enumerate(self.sitting.places)
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") == SessionState.NOT_RUN and not cleaned.get("reason"):
            self.add_error("reason", _("Say why it did not run."))
        if cleaned.get("state") == SessionState.RAN:
            for number, _place in enumerate(self.sitting.places):
                self.check_minutes(number, cleaned)
        return cleaned

    def check_minutes(self, number: int, cleaned: dict) -> None:
        if cleaned.get(f"mark_{number}") != Mark.SHORTENED or f"minutes_{number}" in self.errors:
            return
        had, lasted = cleaned.get(f"minutes_{number}"), cleaned.get("minutes") or self.sitting.minutes
        if had is None or had > lasted:
            self.add_error(f"minutes_{number}", _("Enter how many of the minutes the pupil had."))

    def account(self) -> Account:
        said = self.cleaned_data
        return Account(
            state=said["state"],
            reason=said["reason"],
            minutes=said["minutes"] or self.sitting.minutes,
            note=said["note"],
            parts=tuple(
                PupilsPart(
                    pupil=place.pupil,
                    mark=said[f"mark_{number}"],
                    minutes=said[f"minutes_{number}"],
                    note=said[f"note_{number}"],
                    progress=tuple(said.get(f"progress_{number}", ())),
                )
                for number, place in enumerate(self.sitting.places)
            ),
        )

    def show_newest(self, version: int) -> None:
        """Somebody else saved in between: what was typed stays, and is written over theirs where it is saved again."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
        self.add_error(None, _("Somebody else recorded this session while you were writing. What they said stands above; save again to put yours in its place."))  # fmt: skip


class ExtraForm(BaseForm):
    """A session that stands in no timetable and makes up for missed ones."""

    submit_label = _("Open its register")

    day = forms.DateField(label=_("Day"), widget=DateInput)
    at = forms.TimeField(label=_("Time"), widget=TimeInput)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600)


class AbsenceForm(BaseModelForm):
    submit_label = _("Mark as away")
    draft_key = "absence:new"

    class Meta:
        model = AdultAbsence
        fields = ("membership", "starts", "ends", "from_time", "until_time")
        widgets = {"starts": DateInput, "ends": DateInput, "from_time": TimeInput, "until_time": TimeInput}
        help_texts = {
            "from_time": _("Only where a part of the day is missed."),
            "membership": _("Why they are away is not recorded."),
        }

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = adults_to_choose(membership)
        self.fields["membership"].label_from_instance = lambda adult: adult.name

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It cannot end before it begins. Check both dates."))
        since, until = cleaned.get("from_time"), cleaned.get("until_time")
        if since and until and until <= since:
            self.add_error("until_time", _("It cannot end before it begins. Check both times."))
        return cleaned


class CoverForm(forms.Form):
    """Sent by a button of the list: no page of its own. `free` are the colleagues who can be chosen."""

    adult = forms.TypedChoiceField()

    def __init__(self, *args, free, **kwargs):
        super().__init__(*args, **kwargs)
        by_key = {str(adult.pk): adult for adult in free}
        self.fields["adult"].choices = [(key, adult.name) for key, adult in by_key.items()]
        self.fields["adult"].coerce = by_key.__getitem__
