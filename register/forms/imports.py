"""Uploading a file of the MIS, naming its columns, deciding its lines."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.choices import NeedType
from register.imports.headings import FIELD_LABELS, HEADINGS
from register.models import ImportRun
from senco.core.forms import BaseForm

LARGEST_MEGABYTES = 50
PARK, LEAVE_OUT = "park", "leave-out"


class UploadForm(BaseForm):
    submit_label = _("Read the file")

    file = forms.FileField(
        label=_("File from your MIS"),
        help_text=_(
            "A Common Transfer File, or a report as CSV or XLSX: pupils, contacts, staff or teaching groups. Up to 50 MB."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Export it again from the MIS."),
        },
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(
                _("The file is larger than 50 MB. Export fewer columns, or one year at a time.")
            )
        return upload


class ApplyForm(BaseForm):
    """The one question before applying; the counts stand beside it."""

    leavers = forms.BooleanField(
        required=False, label=_("Mark the pupils who are not in this file as left today")
    )


class ColumnsForm(BaseForm):
    """One drop-down a column. `headings` are the file's, `suggested` is heading → field."""

    submit_label = _("Read the file with these columns")

    kind = forms.ChoiceField(
        label=_("What is in this file?"),
        choices=[(kind, label) for kind, label in ImportRun.Kind.choices if kind != ImportRun.Kind.CTF],
    )
    remember_as = forms.CharField(
        label=_("Remember these columns as"),
        max_length=40,
        required=False,
        help_text=_("The name of the report, so that the next file is understood at once."),
    )

    def __init__(self, *args, headings, suggested, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.headings = headings
        self.fields["kind"].initial = kind
        for number, heading in enumerate(headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading, required=False, choices=field_choices(), initial=suggested.get(heading, "")
            )

    def columns(self) -> dict[str, str]:
        """Heading → field, as the person chose."""
        return {heading: self.cleaned_data[f"column_{n}"] for n, heading in enumerate(self.headings)}


class NeedsForm(BaseForm):
    """One drop-down a word. `words` are the file's, `chosen` is word → type of need as said before."""

    submit_label = _("Read the file again")

    def __init__(self, *args, words, chosen, **kwargs):
        super().__init__(*args, **kwargs)
        self.words = words
        options = [
            (PARK, _("Leave the rows parked")),
            (LEAVE_OUT, _("Take the rows without this need")),
            *NeedType.choices,
        ]
        for number, word in enumerate(words):
            self.fields[f"word_{number}"] = forms.ChoiceField(
                label=f"“{word}”", choices=options, initial=chosen.get(word, PARK) or LEAVE_OUT
            )

    def choices(self) -> dict[str, str | None]:
        """Word → type of need, "" to leave it out, None to leave its rows parked."""
        found = {word: self.cleaned_data[f"word_{number}"] for number, word in enumerate(self.words)}
        return {word: {LEAVE_OUT: "", PARK: None}.get(code, code) for word, code in found.items()}


def field_choices():
    """Every field any kind of file may hold, in the order of the kinds."""
    fields = dict.fromkeys(name for names in HEADINGS.values() for name in names)
    return [("", _("Do not read")), *((name, FIELD_LABELS.get(name, name)) for name in fields)]
