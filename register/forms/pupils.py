"""A pupil's own details, characteristics and key adult."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from register.choices import Characteristic
from register.forms.marked import MarkedForm
from register.imports.identifiers import has_upn_shape, is_valid_upn, upn_check_letter
from register.models import Pupil
from senco.accounts.models import Membership
from senco.core.forms import BaseForm, Chips, DateInput, VersionedModelForm


class DetailsForm(VersionedModelForm):
    """What the office may correct here. Legal name and date of birth come with the school's MIS."""

    submit_label = _("Save details")

    class Meta:
        model = Pupil
        fields = [
            "preferred_forename", "preferred_surname", "year_group", "form", "first_language", "joined_on", "left_on", "upn",
            "admission_number",
        ]  # fmt: skip
        widgets = {"joined_on": DateInput, "left_on": DateInput}
        help_texts = {
            "joined_on": _("The first day on roll."),
            "left_on": _(
                "The first day off roll; empty while the pupil is here. From then on staff who knew the pupil through a "
                "group or as key adult can no longer open the record. Parents and carers still can."
            ),
            "upn": _("13 characters; the first is a check letter. Correct it in your MIS too."),
            "year_group": _("0 is Reception; nursery years are negative."),
            "first_language": _("The three-letter code of the MIS, such as ENG or POL."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"details:{self.instance.pk}"

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""

    def clean_upn(self) -> str:
        """One that was here before may stay, however wrong; a new one has to be right."""
        upn = "".join(self.cleaned_data["upn"].split()).upper()
        if not upn or upn == self.stored["upn"].upper() or is_valid_upn(upn):
            return upn
        if not has_upn_shape(upn):
            raise ValidationError(
                _("A UPN has a letter and 12 digits, such as A999000114005. Check what was typed.")
            )
        letter = upn_check_letter(upn[1:])
        text = _("The check letter does not fit: with these digits it would be %(letter)s. Check both.")
        raise ValidationError(text % {"letter": letter})

    def clean_admission_number(self) -> str:
        return self.cleaned_data["admission_number"].strip()


class FactsForm(MarkedForm):
    """Separate facts; none of them implies SEN."""

    kinds = forms.MultipleChoiceField(
        label=_("What holds for this pupil today?"),
        choices=Characteristic.choices,
        widget=Chips,
        required=False,
    )


class KeyAdultChoice(forms.ModelChoiceField):
    def label_from_instance(self, membership) -> str:
        return f"{membership.name} ({membership.job or membership.get_role_display()})"


class KeyAdultForm(BaseForm):
    """Who of the staff is the key adult. For many pupils at once somebody must be named: one slip would unname them all."""

    submit_label = _("Save key adult")

    adult = KeyAdultChoice(
        label=_("Key adult"), queryset=Membership.objects.none(), empty_label=_("Nobody"), required=False
    )

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, membership, pupil=None, for_many: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.pupil = pupil
        self.stored = str(pupil.key_adult_id or "") if pupil else ""
        self.initial |= {"adult": self.stored, "seen": self.stored}
        if for_many:
            self.fields["adult"].required = True
            self.fields["adult"].empty_label = _("Choose somebody")
        self.fields["adult"].queryset = Membership.objects.visible_to(membership).staff().live()

    def clean(self):
        """For one pupil: whoever was chosen since the form was opened is not overwritten unseen."""
        cleaned = super().clean()
        if self.pupil and cleaned.get("seen") != self.stored:
            self.data = self.data.copy()
            self.data["seen"] = self.stored
            text = _("Somebody else chose %(name)s in the meantime. Save again if it shall be as you chose.")
            raise ValidationError(text % {"name": self.pupil.key_adult or _("nobody")}, code="outdated")
        return cleaned
