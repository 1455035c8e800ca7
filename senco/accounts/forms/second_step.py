"""The code of the second step: used once, and said in words where the secret behind it cannot be read any more."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as allauth_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from senco.accounts.adapters import UnreadableSecret

NOT_READABLE = _(
    "Codes of your app and recovery codes cannot be checked at the moment: the key they are kept under was changed. Your "
    "passkey still works. Otherwise ask the person who runs the system to remove your second step; you then set it up afresh."
)


class Readable:
    """Counts an unreadable secret as a wrong code, the limit on guesses included, and says what helps."""

    def clean_code(self):
        try:
            return super().clean_code()
        except UnreadableSecret as unreadable:
            raise ValidationError(NOT_READABLE) from unreadable


class AuthenticateForm(Readable, allauth_forms.AuthenticateForm):
    pass


class ReauthenticateForm(Readable, allauth_forms.ReauthenticateForm):
    pass


class ActivateForm(AllauthActivateForm):
    """Setting up an app. The code that proves it works is used up by that, like any other: nobody signs in with it."""

    def clean_code(self):
        code = super().clean_code()
        app = TOTP(Authenticator(user=self.user, type=Authenticator.Type.TOTP))
        if not app._mark_code_used(code):
            raise get_adapter().validation_error("incorrect_code")
        return code
