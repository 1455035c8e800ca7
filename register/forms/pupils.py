"""A pupil's own details, characteristics and key adult."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from register.choices import Characteristic
from register.forms.marked import MarkedForm
from register.models import Pupil
from senco.accounts.models import Membership
from senco.core.forms import BaseForm, Chips, VersionedModelForm


class DetailsForm(VersionedModelForm):
    """What the office may correct here. Legal name, UPN and dates come with the school's MIS."""

    submit_label = _("Save details")

    class Meta:
        model = Pupil
        fields = ["preferred_forename", "preferred_surname", "year_group", "form", "first_language"]
        help_texts = {
            "year_group": _("0 is Reception; nursery years are negative."),
            "first_language": _("The three-letter code of the MIS, such as ENG or POL."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"details:{self.instance.pk}"


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
