from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm as AllauthRequestForm
from allauth.account.forms import ResetPasswordForm as AllauthResetForm
from allauth.core import context, ratelimit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from senco.accounts import floods, known_browsers, one_time_codes
from senco.accounts.unknown import accounts_with, look_as_if_for_a_link
from senco.core.forms import BaseForm


class CodeForm(BaseForm):
    """The code from the email. A right one counts once; `session` is where its hash waits."""

    submit_label = _("Go on")

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "spellcheck": "false"}),
    )

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.session = session

    def clean_code(self):
        if one_time_codes.accept(self.session, self.cleaned_data["code"]):
            return self.cleaned_data["code"]
        if one_time_codes.is_waiting(self.session):
            raise ValidationError(
                _("This is not the code we sent. Look at the newest email and type it again.")
            )
        raise ValidationError(_("This code is used up or too old. Have a new one sent."))


class RequestLoginCodeForm(AllauthRequestForm):
    """Asking for a code to sign in with. A browser its owner has used before has a count of its own."""

    def clean_email(self):
        email = self.cleaned_data["email"]
        insist_on_patience(email, action="request_login_code")
        found = accounts_with(email)
        self._user = found[0] if found else None
        return email


class ResetPasswordForm(AllauthResetForm):
    """Asking for a new password, counted in the same way."""

    def clean_email(self):
        email = get_adapter().clean_email(self.cleaned_data["email"].lower())
        insist_on_patience(email, action="ask_for_reset")
        self.users = accounts_with(email)
        if not self.users:
            look_as_if_for_a_link(email)
        return self.cleaned_data["email"]


def insist_on_patience(email: str, *, action: str) -> None:
    """A few letters to one address, whoever asks for them; a few more from a browser its owner has used before."""
    floods.insist_on_none(context.request, email)
    browser = known_browsers.browser_of(context.request, email)
    key = f"{email.lower()}:{browser}" if browser else email.lower()
    if not ratelimit.consume(context.request, action=action, key=key):
        raise get_adapter().validation_error("too_many_login_attempts")
