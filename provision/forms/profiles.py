"""What is filled in for a profile, an alert, and a print of many profiles."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.choices import AlertKind, PaperSize
from provision.models import Profile, PupilAlert
from provision.models.profile import PARTS, WORDS
from senco.core.forms import BaseForm, ChipRadio, DateInput, VersionedModelForm

HELP = {
    "admire": _("Ask the pupil, friends, family and staff. One thing a line."),
    "matters": _("People, things, routines and interests. One thing a line."),
    "helps": _("What adults and friends do that works. One thing a line."),
    "hinders": _("What makes it harder. One thing a line."),
}


class ProfileForm(VersionedModelForm):
    """The four parts in the pupil's own voice, and with whom they were written."""

    submit_label = _("Save")

    photo = forms.ChoiceField(
        label=_("Photo"),
        help_text=_("Whoever may not see the picture sees initials instead, on the page and on paper."),
        widget=forms.RadioSelect,
        required=False,
    )

    field_order = ("photo", *WORDS)  # its pictures stand above the form

    class Meta:
        model = Profile
        fields = WORDS
        widgets = {part: forms.Textarea({"rows": 5}) for part in PARTS} | {"written_on": DateInput}
        help_texts = HELP | {"written_with": _("“Mia and her grandmother”")}

    def __init__(self, *args, pictures, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"profile:{self.instance.pupil_id}"
        self.cancel_url = cancel_url
        self.pictures = pictures
        chosen = self.instance.photo_id
        if not self.pictures or (chosen and chosen not in {each.pk for each in self.pictures}):
            del self.fields["photo"]  # nothing to choose from, or chosen by somebody who sees more
        else:
            self.offer_photos()

    def offer_photos(self) -> None:
        """Numbered as the page shows the pictures, each with who else sees it there."""
        offered = [(str(each.pk), named(number, each)) for number, each in enumerate(self.pictures, 1)]
        self.fields["photo"].choices = [("", _("No photo")), *offered]
        self.initial.setdefault("photo", self.stored_values["photo"])

    @property
    def stored_values(self) -> dict:
        photo = self.columns.get("photo_id")
        return super().stored_values | ({"photo": str(photo or "")} if "photo" in self.fields else {})

    def clean(self):
        cleaned = super().clean()
        if "photo" in self.fields:
            self.instance.photo_id = uuid.UUID(cleaned["photo"]) if cleaned.get("photo") else None
        return cleaned


def named(number: int, picture) -> str:
    """ "1. On the beach (Staff who work with the pupil, The family)"."""
    readers = ", ".join(str(each) for each in picture.audience) or _("SEN office alone")
    return _("%(n)d. %(title)s (%(readers)s)") % {"n": number, "title": picture.title, "readers": readers}


class AlertForm(VersionedModelForm):
    submit_label = _("Save the alert")

    kind = forms.ChoiceField(label=_("Kind"), choices=AlertKind.choices, widget=ChipRadio)

    class Meta:
        model = PupilAlert
        fields = ("kind", "text", "what_to_do", "source", "starts", "ends", "for_cover")
        widgets = {
            "starts": DateInput,
            "ends": DateInput,
            "text": forms.Textarea({"rows": 2}),
            "what_to_do": forms.Textarea({"rows": 3}),
        }
        help_texts = {
            "text": _("One sentence. Everybody who teaches the pupil reads it first."),
            "what_to_do": _("Step by step, in the order in which it is done."),
            "source": _("“Healthcare plan of 3 March, school nurse”"),
            "ends": _("The first day on which it no longer holds. Leave it empty while it lasts."),
            "for_cover": _("A cover teacher reads it with the first name, without signing in, through a link for one class."),
        }  # fmt: skip

    def __init__(self, *args, pupil, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        which = "new" if self.instance._state.adding else self.instance.pk
        self.draft_key = f"alert:{pupil.pk}:{which}"
        self.cancel_url = cancel_url

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It cannot end before it begins. Check both dates."))
        return cleaned


class PrintForm(BaseForm):
    """For whom, as a key of `choices_for` (queries/prints.py), and on which paper."""

    submit_label = _("Make the file")

    whom = forms.ChoiceField(label=_("Whose profiles"))
    size = forms.ChoiceField(label=_("Paper"), choices=PaperSize.choices, widget=ChipRadio)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whom"].choices = choices
        self.initial.setdefault("size", PaperSize.A4)
