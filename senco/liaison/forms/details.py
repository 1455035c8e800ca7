"""A parent's details as they should be, and the office's word on it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.models import Contact
from senco.core.forms import BaseForm, BaseModelForm, ChipRadio
from senco.liaison.forms.calls import right_number
from senco.liaison.models import DetailsWish

SHOWN = ("phone", "email", "channel")  # what a parent reads of what the school has


class DetailsForm(BaseModelForm):
    """Filled in with what the school has; only what differs from it is sent on."""

    submit_label = _("Send")

    class Meta:
        model = DetailsWish
        fields = ["phone", "email", "address", "channel", "words"]
        widgets = {
            "phone": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
            "address": forms.Textarea({"rows": 4, "autocomplete": "street-address"}),
            "channel": ChipRadio,
        }
        help_texts = {
            "email": _("You go on signing in with the address that you sign in with now."),
            "address": _("We do not show here which address we have. Write it only if it has changed."),
        }

    def __init__(self, *args, contact: Contact, **kwargs):
        super().__init__(*args, **kwargs)
        self.contact = contact
        self.draft_key = f"details:{contact.pk}"
        for name in SHOWN:
            self.initial[name] = self.initial.get(name) or getattr(contact, name)
        self.fields["channel"].choices = [each for each in self.fields["channel"].choices if each[0]]

    def clean_phone(self):
        return right_number(self.cleaned_data["phone"])

    def wished(self) -> dict[str, str]:
        """What `wish_details` takes: what the school has already is left out."""
        said = {name: self.cleaned_data[name] for name in self.fields}
        return {
            name: value
            for name, value in said.items()
            if name not in SHOWN or value != getattr(self.contact, name)
        }


class SettleForm(BaseForm):
    """Taken over, or left as it is for a reason that the parent reads."""

    submit_label = _("Settle it")
    TAKE, LEAVE = "take", "leave"

    decision = forms.ChoiceField(
        label=_("What shall happen?"),
        choices=[(TAKE, _("Write it into the contact")), (LEAVE, _("Leave the contact as it is"))],
        widget=ChipRadio,
    )
    reason = forms.CharField(
        label=_("Why not"), help_text=_("The parent reads this."), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )  # fmt: skip

    @property
    def takes(self) -> bool:
        return self.cleaned_data["decision"] == self.TAKE
