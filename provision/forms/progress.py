"""Values as people type them, of one pupil and of a whole group; scales; a file of values."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from provision.actions.progress import FACTS, OF_SCALE
from provision.forms.sealing import seal, unseal
from provision.impact_choices import Moment, ScaleKind
from provision.models import Measurement, Scale
from provision.progress import read_value, written
from provision.queries.progress.files import ReadRow
from senco.core.forms import BaseForm, DateInput, VersionedModelForm

SALT = "progress.rows"
HINTS = {
    ScaleKind.STANDARD: _("A whole number; 100 is the average of the age."),
    ScaleKind.AGE: _("Years and months like 7:04, or the number of months."),
    ScaleKind.EXPECTED: _("−2 far less than expected, 0 as expected, +2 far more."),
    ScaleKind.GOAL: _("−2 where things stood, 0 the goal is reached, +2 far beyond it."),
    ScaleKind.PERCENT: _("In per cent."),
}


class ValueField(forms.CharField):
    """A value of one scale, cleaned to a Decimal; small steps are chosen from their words."""

    def __init__(self, *, scale: Scale, **kwargs):
        super().__init__(max_length=60, **kwargs)
        self.scale = scale
        if scale.kind == ScaleKind.STEPS:
            steps = [(str(number), f"{number}. {step}") for number, step in enumerate(scale.steps, start=1)]
            self.widget = forms.Select(choices=[("", "—"), *steps])
        else:
            self.help_text = self.help_text or HINTS.get(scale.kind, "")

    def clean(self, value):
        words = super().clean(value)
        if not words:
            return None
        try:
            found = read_value(self.scale.kind, words, self.scale.steps)
        except ValueError:
            raise forms.ValidationError(
                _now("“%(value)s” is no value of this scale.") % {"value": words}, code="invalid"
            ) from None
        if fault := self.scale.fault_of(found):
            raise forms.ValidationError(fault, code="limits")
        return found

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else written(self.scale.kind, value)


class MeasureForm(VersionedModelForm):
    """One value of one pupil; `instance.scale` is chosen beforehand."""

    submit_label = _("Save the value")

    class Meta:
        model = Measurement
        fields = ("goal", "weight", "value", "taken_on", "target", "source")
        widgets = {"taken_on": DateInput}
        labels = {"taken_on": _("Measured on")}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        row = self.instance
        which = f"new:{row.scale_id}" if row._state.adding else row.pk
        self.draft_key, self.cancel_url = f"measure:{row.pupil_id}:{which}", cancel_url
        self.fields["value"] = ValueField(scale=row.scale, label=_("Value"))
        self.fields["target"] = ValueField(scale=row.scale, label=_("What we aim for"), required=False)
        if row.scale.kind != ScaleKind.GOAL:
            del self.fields["goal"], self.fields["weight"]
        else:
            self.fields["goal"].required = True
            self.fields["weight"].help_text = _(
                "1 where all goals matter alike; up to 5 for one that matters more."
            )


class GroupMeasuresForm(BaseForm):
    """A value for each pupil of a group at one moment. `rows` maps each place to what is saved; an emptied box takes the value back.
    `goals` are what was set at the start, by the key of the place.

    Goals of goal attainment are one for each pupil here; more of them are added on the pupil's own page.
    """

    submit_label = _("Save the values")

    taken_on = forms.DateField(label=_("Measured on"), widget=DateInput)
    source = forms.CharField(label=_("Test, or who says so"), max_length=200, required=False)

    def __init__(self, *args, scale: Scale, moment: Moment, rows: dict, goals: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.scale, self.moment, self.rows, self.goals = scale, moment, list(rows.items()), goals
        saved = [row for _place, row in self.rows if row]
        self.initial.setdefault("taken_on", saved[0].taken_on if saved else timezone.localdate())
        self.initial.setdefault("source", saved[0].source if saved else "")
        for number, (place, row) in enumerate(self.rows):
            self.add_place(number, place, row)
        provision = self.rows[0][0].provision_id if self.rows else ""
        self.draft_key = f"measures:{provision}:{scale.pk}:{moment}"

    def add_place(self, number: int, place, row: Measurement | None) -> None:
        name, new = place.pupil.name, {"required": False}
        self.fields[f"version_{number}"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=row.version if row else 0
        )
        if self.scale.kind == ScaleKind.GOAL:
            self.fields[f"goal_{number}"] = forms.CharField(
                label=_now("Goal of %s") % name,
                max_length=300,
                **new,
                initial=row.goal if row else self.goals.get(place.pk, ""),
            )
        self.fields[f"value_{number}"] = ValueField(
            scale=self.scale, label=_now("Value of %s") % name, initial=row.value if row else None, **new
        )
        self.fields[f"value_{number}"].help_text = ""
        if self.moment == Moment.ENTRY:
            self.fields[f"target_{number}"] = ValueField(
                scale=self.scale, label=_now("Aim for %s") % name, initial=row.target if row else None, **new
            )
            self.fields[f"target_{number}"].help_text = ""

    @property
    def hint(self):
        return HINTS.get(self.scale.kind, "")

    @property
    def pupils(self) -> list[tuple]:
        """(place, its fields by name) in the order of the places."""
        names = ("version", "goal", "value", "target")
        return [
            (place, {name: self[f"{name}_{number}"] for name in names if f"{name}_{number}" in self.fields})
            for number, (place, _row) in enumerate(self.rows)
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("taken_on") and cleaned["taken_on"] > timezone.localdate():
            self.add_error(
                "taken_on", _("This day is in the future. Enter the day on which it was measured.")
            )
        for number, (_place, row) in enumerate(self.rows):
            if cleaned.get(f"version_{number}") != (row.version if row else 0):
                self.add_error(None, _("A colleague saved values of this group while you were writing. Yours stand below; save again to put them in place of theirs."))  # fmt: skip
                self.show_newest()
                break
        for number in range(len(self.rows) if self.scale.kind == ScaleKind.GOAL else 0):
            if cleaned.get(f"value_{number}") is not None and not cleaned.get(f"goal_{number}"):
                self.add_error(f"goal_{number}", _("Say what the goal is."))
        return cleaned

    def show_newest(self) -> None:
        """What was typed stays; saved again, it is written over what the colleague saved."""
        self.data = self.data.copy()
        for number, (_place, row) in enumerate(self.rows):
            self.data[self.add_prefix(f"version_{number}")] = str(row.version if row else 0)

    def sorted_out(self) -> dict[str, list[Measurement]]:
        """What is new, changed and removed, as `keep_measures` takes it."""
        new, changed, removed = [], [], []
        for number, (place, row) in enumerate(self.rows):
            value = self.cleaned_data[f"value_{number}"]
            if value is None:
                removed += [row] if row else []
                continue
            record = row or Measurement(pupil=place.pupil, place=place, scale=self.scale, moment=self.moment)
            before = facts_of(record)
            record.value, record.taken_on = value, self.cleaned_data["taken_on"]
            record.source, record.goal = (
                self.cleaned_data["source"],
                self.cleaned_data.get(f"goal_{number}", ""),
            )
            record.target = self.cleaned_data.get(f"target_{number}", record.target)
            if not row:
                new.append(record)
            elif facts_of(record) != before:  # whose value stands as it was, its writer stands too
                changed.append(record)
        return {"new": new, "changed": changed, "removed": removed}


def facts_of(record: Measurement) -> tuple:
    return tuple(getattr(record, name) for name in FACTS)


class StepsField(forms.CharField):
    """One step a line, cleaned to a list."""

    widget = forms.Textarea({"rows": 7})

    def clean(self, value):
        lines = super().clean(value).splitlines()
        steps = [" ".join(line.split()) for line in lines if line.strip()]
        if any(len(step) > 200 for step in steps):
            raise forms.ValidationError(_("A step has at most 200 characters."))
        return steps

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value


class ScaleForm(VersionedModelForm):
    submit_label = _("Save the scale")
    steps = StepsField(
        label=_("Steps, one a line"), required=False, max_length=8000, help_text=_("For small steps only; the lowest first.")
    )  # fmt: skip

    class Meta:
        model = Scale
        fields = OF_SCALE
        help_texts = {
            "lowest": _("For a scale of your own only."),
            "highest": _("For a scale of your own only."),
            "more_is_better": _("Take the tick away where a falling value is the good news."),
            "framework": _("Scales of one framework stand together in lists."),
        }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        which = "new" if self.instance._state.adding else self.instance.pk
        self.draft_key, self.cancel_url = f"scale:{which}", cancel_url

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind == ScaleKind.STEPS and len(cleaned.get("steps") or []) < 2:
            self.add_error("steps", _("Write two steps at least."))
        if kind and kind != ScaleKind.STEPS:
            cleaned["steps"] = []
        return cleaned


# A file of values -------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class KeptRow:
    """A value out of a preview, as the button below it sends it back."""

    pupil: str
    scale: str
    value: str
    taken_on: str
    source: str


def sealed(rows: list[ReadRow], membership) -> str:
    """The new rows of a preview."""
    kept = [
        [str(row.record.pupil_id), str(row.record.scale_id), str(row.record.value), row.record.taken_on.isoformat(), row.record.source]
        for row in rows
        if row.record and not row.again
    ]  # fmt: skip
    return seal(kept, membership, salt=SALT)


def unsealed(text: str, membership) -> list[KeptRow]:
    return [KeptRow(*row) for row in unseal(text, membership, salt=SALT)]
