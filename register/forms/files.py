"""Adding files to a pupil's record, describing them, removing them."""

from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from register.choices import FileAudience, FileRemoval
from register.models import PupilFile
from senco.core.forms import BaseForm, ChipRadio, Chips, DateInput, VersionedModelForm
from senco.documents.uploads.fields import MOST_FILES, UploadField, UploadsField, help_words
from senco.documents.uploads.formats import PICTURE

CAPTION, ALT_TEXT = (PupilFile._meta.get_field(name) for name in ("caption", "alt_text"))
SHARED_WITH_FAMILY = _("Every parent or carer who can open this pupil's page here will see it.")
ONLY_HELP = _("Tick nobody, and every parent or carer who can open this pupil's page here sees it.")
ALT_TEXT_HELP = _(
    "In a sentence, for people who cannot see it: “A page of handwriting, letters of uneven size”."
)


class NamesParents:
    """Which of the parents read a file that is for the family; without a choice all of them do."""

    def offer_parents(self, parents) -> None:
        """`parents`: memberships, by name. Nothing is asked where there is nobody to choose from."""
        del self.fields["named_parents"]
        if choices := [(str(parent.pk), parent.name) for parent in parents]:
            self.fields["named_parents"] = forms.TypedMultipleChoiceField(
                label=_("Of the family, only"), help_text=ONLY_HELP, choices=choices, coerce=UUID, widget=Chips, required=False,
            )  # fmt: skip

    def named(self, *, for_family: bool) -> dict:
        """What the actions take; nobody is named where it is not for the family at all."""
        chosen = self.cleaned_data.get("named_parents", [])
        return {"named_parents": chosen if for_family else []}


class AddFilesForm(NamesParents, BaseForm):
    """Several files at once, with the same words for each; from a telephone also a photograph taken on the spot."""

    submit_label = _("Add")

    files = UploadsField(label=_("Files"), required=False)
    photo = UploadField(label=_("Or take a photograph"), kinds=[PICTURE], camera=True, required=False)
    caption = forms.CharField(
        label=_("What it is"),
        help_text=_("For example: maths book, first week of the target."),
        max_length=CAPTION.max_length,
        required=False,
    )
    alt_text = forms.CharField(
        label=_("What the picture shows"),
        help_text=ALT_TEXT_HELP,
        max_length=ALT_TEXT.max_length,
        required=False,
    )
    taken_on = forms.DateField(label=_("From which day"), widget=DateInput, required=False)
    audience = forms.MultipleChoiceField(
        label=_("Who may see it besides the SEN office"),
        help_text=SHARED_WITH_FAMILY,
        choices=FileAudience.choices,
        widget=Chips,
        required=False,
        initial=[FileAudience.STAFF],
    )
    named_parents = forms.Field()  # see offer_parents

    def __init__(self, *args, may_share: bool, parents=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_parents(parents if may_share else ())
        self.fields["files"].help_text = format_lazy(
            _("{kinds}. Up to {count} files at a time."), kinds=help_words(), count=MOST_FILES
        )
        if not may_share:
            del self.fields["audience"]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.uploads():
            self.add_error("files", _("Choose at least one file, or take a photograph."))
        return cleaned

    def uploads(self) -> list:
        """Everything that was brought."""
        photo = self.cleaned_data.get("photo")
        return [*self.cleaned_data.get("files", ()), *([photo] if photo else [])]

    def description(self) -> dict:
        """What `keep_file` takes besides the file. Without a choice it is for staff alone."""
        said = {name: self.cleaned_data[name] for name in ("caption", "alt_text", "taken_on")}
        if "audience" not in self.fields:
            return said
        audience = self.cleaned_data["audience"]
        return said | {"audience": audience} | self.named(for_family=FileAudience.FAMILY in audience)


class FileForm(NamesParents, VersionedModelForm):
    """What a file is and, for the office, who may see it."""

    submit_label = _("Save")

    class Meta:
        model = PupilFile
        fields = ["caption", "alt_text", "taken_on", "for_staff", "for_family", "for_agency", "named_parents"]
        widgets = {"taken_on": DateInput}
        help_texts = {"alt_text": ALT_TEXT_HELP, "for_family": SHARED_WITH_FAMILY}

    def __init__(self, *args, may_share: bool, parents=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_parents(parents if may_share else ())
        if not self.instance.is_picture:
            del self.fields["alt_text"]
        if not may_share:
            for audience in FileAudience:
                del self.fields[f"for_{audience.value}"]

    def answers(self) -> dict:
        """What `describe_file` takes."""
        said = {name: self.cleaned_data[name] for name in self._meta.fields if name in self.fields}
        return said | self.named(for_family=said["for_family"]) if "for_family" in said else said


class RemoveFileForm(BaseForm):
    submit_label = _("Remove")

    why = forms.ChoiceField(
        label=_("Why?"),
        choices=[(code, label) for code, label in FileRemoval.choices if code != FileRemoval.VIRUS],
        widget=ChipRadio,
    )
