"""What a parent is asked who would like to be rung, and what the address of a new entry may name."""

from django import forms
from django.utils.translation import gettext_lazy as _

from senco.core.forms import BaseModelForm
from senco.liaison.models import CallRequest

FEWEST_DIGITS = 6  # of a telephone number


def right_number(phone: str) -> str:
    """The number as it was typed. Raises ValidationError for one that cannot be rung."""
    if phone and sum(letter.isdigit() for letter in phone) < FEWEST_DIGITS:
        raise forms.ValidationError(
            _("This number is too short. Give it with the code of the town, such as 01632 960123.")
        )
    return phone


class CallForm(BaseModelForm):
    """What a parent is asked who would like to be rung."""

    submit_label = _("Ask us to ring you")

    class Meta:
        model = CallRequest
        fields = ["phone", "when", "about"]
        widgets = {
            "phone": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
            "about": forms.Textarea({"rows": 3}),
        }
        labels = {
            "phone": _("Which number may we ring?"),
            "when": _("When is a good time?"),
            "about": _("What would you like to talk about?"),
        }
        help_texts = {
            "when": _("For example: after 4, or Tuesday morning. You may leave this empty."),
            "about": _("You may leave this empty."),
        }
        error_messages = {"phone": {"required": _("Give a number that we can ring.")}}

    def __init__(self, *args, pupil, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.pupil = pupil
        self.draft_key = f"call:{pupil.pk}"

    def clean_phone(self):
        return right_number(self.cleaned_data["phone"])


class AnsweringForm(forms.Form):
    """What the address of a new entry may name: the call that it answers."""

    call = forms.UUIDField(required=False)
