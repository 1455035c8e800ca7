"""A note of what was seen, with its day."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.models import Seen, Target
from senco.core.forms import BaseForm, DateInput


class SeenForm(BaseForm):
    """`target` is left out where the outcome has none."""

    submit_label = _("Add the note")

    on = forms.DateField(label=_("On"), widget=DateInput, initial=localdate)
    target = forms.ModelChoiceField(
        queryset=Target.objects.none(),
        label=_("About"),
        required=False,
        empty_label=_("The outcome as a whole"),
    )
    text = forms.CharField(
        label=_("What was seen"),
        help_text=_("What the pupil did, where, and with how much help."),
        widget=forms.Textarea({"rows": 3}),
        max_length=Seen._meta.get_field("text").max_length,
        error_messages={"required": _("Write what you saw. For no more than a tick, use “Seen today”.")},
    )

    def __init__(self, *args, outcome, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = outcome.targets.kept()
        if not self.fields["target"].queryset.exists():
            del self.fields["target"]
        self.draft_key = f"seen:{outcome.pk}"
