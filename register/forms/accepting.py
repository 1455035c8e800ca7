"""What an invited person fills in."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import User
from senco.core.forms import BaseForm


class AcceptForm(BaseForm):
    """Nothing but a button."""

    submit_label = _("Accept")


class PasswordForm(AcceptForm):
    """Staff choose a password; the second step is asked for on the next page."""

    password1 = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=200,
        help_text=_(
            "At least twelve characters: three words that only you would put together are easy to remember."
        ),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("The same password again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args, account: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = account  # not saved: whose address and names no password may repeat

    def clean_password1(self):
        validate_password(self.cleaned_data["password1"], self.account)
        return self.cleaned_data["password1"]

    def clean(self):
        cleaned = super().clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ. Type them again."))
        return cleaned
