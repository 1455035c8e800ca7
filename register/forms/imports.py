"""Uploading a file of the MIS, naming its columns, deciding its lines."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.choices import NeedType, SenProvision
from register.imports.headings import FIELD_LABELS, HEADINGS
from register.imports.refusals import said
from register.models import ImportRun
from senco.accounts.roles import Role
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
    """The one question before applying: what becomes of what the file does not name. The counts stand beside it."""

    leavers = forms.BooleanField(required=False)
    shown = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # the mark of the preview above the button


class HeadingsForm(BaseForm):
    """What is in the file, and in which row its headings stand: looked at before the columns are named. Sent by GET."""

    kind = forms.ChoiceField(
        label=_("What is in this file?"),
        choices=[(kind, label) for kind, label in ImportRun.Kind.choices if kind != ImportRun.Kind.CTF],
    )
    header_row = forms.TypedChoiceField(
        label=_("Which row holds the headings?"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args, rows, run, **kwargs):
        super().__init__(*args, **kwargs)
        self.run = run
        self.fields["kind"].initial = run.kind or run.options.get("kind")
        self.fields["header_row"].initial = run.options.get("header_row")
        self.fields["header_row"].choices = [
            ("", _("Find it")),
            *((number, row_in_words(number, cells)) for number, cells in rows),
        ]

    def chosen_kind(self) -> str:
        """The kind that is asked for, else the one that the file was read as, else "" for the most likely."""
        return self.value("kind")

    def chosen_row(self) -> int | None:
        return self.value("header_row") or None

    def value(self, name: str):
        if self.is_bound and self.is_valid():
            return self.cleaned_data[name]
        return self.fields[name].initial or ""

    def is_as_read(self) -> bool:
        """Whether nothing else is asked for than how the file was read last."""
        same_row = self.chosen_row() in (None, self.run.options.get("header_row"))
        return same_row and self.chosen_kind() in ("", self.run.kind or self.run.options.get("kind"))


def row_in_words(number: int, cells: list[str]) -> str:
    shown = " · ".join(cell[:20] for cell in cells if cell)[:80]
    return f"{number}: {shown}"


class ColumnsForm(BaseForm):
    """One drop-down a column, with the fields of the chosen kind. `found` says how the columns are understood so far."""

    submit_label = _("Read the file with these columns")

    kind = forms.ChoiceField(choices=ImportRun.Kind.choices, widget=forms.HiddenInput)
    header_row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, found, header_row, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = found
        self.fields["kind"].initial, self.fields["header_row"].initial = found.kind, header_row
        options = field_choices(found.kind)
        for number, (heading, field) in enumerate(found.columns):
            label = heading or said(_("Column {number}, without a heading"), number=number + 1)
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=label, required=False, choices=options, initial=field
            )
        self.fields["remember_as"] = forms.CharField(
            label=_("Remember these columns as"),
            max_length=40,
            required=False,
            initial=kept[0].source if kept else "",
            help_text=_(
                "The name of the report, so that the next file with the same headings is understood at once. Leave it blank to use "
                "the columns for this file only."
            ),
        )

    def columns(self) -> list[list[str]]:
        """(heading, field) of every column in order, as the person chose."""
        return [
            [heading, self.cleaned_data[f"column_{number}"]]
            for number, (heading, _field) in enumerate(self.found.columns)
        ]


class WordsForm(BaseForm):
    """One drop-down a word. `words` are the file's by topic, `said` is topic → word → code as said before."""

    submit_label = _("Read the file again")

    def __init__(self, *args, words, said, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = [(topic, word) for topic, found in words.items() for word in found]
        for number, (topic, word) in enumerate(self.asked):
            code = said_to_choice(said.get(topic, {}).get(word))
            self.fields[f"word_{number}"] = forms.ChoiceField(
                label=word_label(topic, word), choices=OPTIONS[topic], initial=code
            )

    def said(self) -> dict[str, dict[str, str | None]]:
        """Topic → word → code, "" to leave it out, None to leave its rows parked."""
        found: dict[str, dict[str, str | None]] = {}
        for number, (topic, word) in enumerate(self.asked):
            code = self.cleaned_data[f"word_{number}"]
            found.setdefault(topic, {})[word] = {LEAVE_OUT: "", PARK: None}.get(code, code)
        return found


OPTIONS = {
    "needs": [
        (PARK, _("Leave the rows parked")),
        (LEAVE_OUT, _("Take the rows without this need")),
        *NeedType.choices,
    ],
    "statuses": [
        (PARK, _("Leave the rows parked")),
        (LEAVE_OUT, _("Take the rows without a status")),
        *((code, label) for code, label in SenProvision.choices if code != SenProvision.STATEMENT),
    ],
    "roles": [
        (PARK, _("Leave the rows parked")),
        (LEAVE_OUT, _("Leave these people out")),
        (Role.TEACHER.value, Role.TEACHER.label),
        (Role.TA.value, Role.TA.label),
    ],
}


def said_to_choice(code: str | None) -> str:
    return PARK if code is None else code or LEAVE_OUT


def word_label(topic: str, word: str):
    if topic == "roles":
        return said(_("Role: “{word}”"), word=word) if word else _("Everybody without a role in the file")
    return said(_("SEN status: “{word}”") if topic == "statuses" else _("Type of need: “{word}”"), word=word)


def field_choices(kind: str):
    """The fields that a file of this kind may hold."""
    return [("", _("Do not read")), *((name, FIELD_LABELS.get(name, name)) for name in HEADINGS[kind])]
