"""A note of what was seen, with its day and what shows it."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.models import Seen, Target
from register.forms.files import ALT_TEXT, ALT_TEXT_HELP
from senco.core.forms import BaseForm, DateInput
from senco.documents.uploads.fields import UploadField, UploadsField, help_words
from senco.documents.uploads.formats import PICTURE


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
        required=False,
    )
    photo = UploadField(label=_("Take a photograph"), kinds=[PICTURE], camera=True, required=False)
    files = UploadsField(label=_("Or choose files"), help_text=help_words(), required=False)
    alt_text = forms.CharField(
        label=_("What the picture shows"),
        help_text=ALT_TEXT_HELP,
        max_length=ALT_TEXT.max_length,
        required=False,
    )

    def __init__(self, *args, outcome, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = outcome.targets.kept()
        if not self.fields["target"].queryset.exists():
            del self.fields["target"]
        self.draft_key = f"seen:{outcome.pk}"

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["text"] and not self.uploads():
            words = _("Write what you saw, or add a photograph. For no more than a tick, use “Seen today”.")
            self.add_error("text", words)
        return cleaned

    def uploads(self) -> list:
        """Everything that was brought."""
        photo = self.cleaned_data.get("photo")
        return [*([photo] if photo else []), *self.cleaned_data.get("files", ())]

    def answers(self) -> dict:
        """What `note_seen` takes."""
        said = {name: self.cleaned_data.get(name) for name in ("on", "target", "text", "alt_text")}
        return said | {"uploads": self.uploads()}
