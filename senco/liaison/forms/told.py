"""What a parent fills in who tells the school something of their own accord."""

from django import forms
from django.utils.translation import gettext_lazy as _

from senco.core.forms import BaseModelForm, ChipRadio
from senco.core.models import new_id
from senco.documents.uploads.fields import UploadsField, help_words
from senco.liaison.models import FamilyNote

STAFF = "staff"
READERS = [(STAFF, _("Everybody who works with my child")), ("office", _("Only the SEN office"))]


class TellForm(BaseModelForm):
    """`key` becomes the note's own: sent twice it is one note."""

    submit_label = _("Send")
    field_order = ["key", "text", "files", "for_staff"]

    key = forms.UUIDField(widget=forms.HiddenInput)
    files = UploadsField(label=_("Papers or pictures"), required=False)

    class Meta:
        model = FamilyNote
        fields = ["text", "for_staff"]
        widgets = {"text": forms.Textarea({"rows": 6})}
        labels = {"text": _("What would you like us to know?")}
        help_texts = {"text": _("For example: what helps at home, news from the clinic, what went well.")}

    def __init__(self, *args, pupil, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.pupil = pupil
        self.initial.setdefault("key", new_id())
        self.initial["for_staff"] = STAFF
        self.draft_key = f"tell:{pupil.pk}"
        self.fields["files"].help_text = help_words()
        self.fields["for_staff"] = forms.TypedChoiceField(
            label=_("Who may read it?"), choices=READERS, coerce=STAFF.__eq__, widget=ChipRadio,
            error_messages={"required": _("Say who may read it.")},
        )  # fmt: skip

    def note(self) -> FamilyNote:
        """What `tell` keeps."""
        self.instance.pk = self.cleaned_data["key"]
        return self.instance
