"""A result of the pupil's, with its day and who measured it."""

from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.forms.in_place import InPlace
from provision.models import Score
from senco.core.forms import DateInput, VersionedModelForm

LOWEST, HIGHEST = 40, 180


class ScoreForm(InPlace, VersionedModelForm):
    submit_label = _("Save the score")
    layout = Layout("test", Row("result", "standardised"), Row("taken_on", "source"))

    class Meta:
        model = Score
        fields = ["test", "result", "standardised", "taken_on", "source"]
        widgets = {"taken_on": DateInput}
        help_texts = {
            "result": _("As it stands on the report: a score, a grade, an age."),
            "standardised": _("100 is the average of the age group."),
        }

    standardised = forms.IntegerField(
        label=_("Standardised score"), min_value=LOWEST, max_value=HIGHEST, required=False,
        error_messages={
            "min_value": _("Standardised scores lie between %(low)d and %(high)d.") % {"low": LOWEST, "high": HIGHEST},
            "max_value": _("Standardised scores lie between %(low)d and %(high)d.") % {"low": LOWEST, "high": HIGHEST},
        },
    )  # fmt: skip

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan

    def clean_taken_on(self):
        day = self.cleaned_data["taken_on"]
        if day > localdate():
            raise ValidationError(_("The day lies in the future. Give the day on which it was measured."))
        if day < self.plan.pupil.date_of_birth:
            raise ValidationError(_("The pupil was not born then. Check the year."))
        return day

    def clean(self):
        cleaned = super().clean()
        same = {name: cleaned.get(name) for name in ("test", "result", "taken_on")}
        mine = Score.objects.filter(pupil_id=self.plan.pupil_id).kept()
        if self.instance._state.adding and not self.errors and mine.filter(**same).exists():
            self.add_error("test", _("This result is on record already."))
        return cleaned
