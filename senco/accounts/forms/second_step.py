"""The code of the second step, where the secret behind it cannot be read any more."""

from allauth.mfa.base import forms as allauth_forms
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
