"""Adding a passkey, in words for people who have never heard of one; and refusing what is none without breaking."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

# What the libraries below raise over a credential that no browser made. Anybody can send one to the sign-in page.
MALFORMED = (KeyError, IndexError, TypeError, ValueError, AttributeError)


class Wellformed:
    """A credential that cannot even be read is a wrong one. Django's own ValidationError passes through as it is."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except MALFORMED as malformed:
            raise get_adapter().validation_error("incorrect_code") from malformed


class LoginWebAuthnForm(Wellformed, allauth_forms.LoginWebAuthnForm):
    pass


class AuthenticateWebAuthnForm(Wellformed, allauth_forms.AuthenticateWebAuthnForm):
    pass


class ReauthenticateWebAuthnForm(Wellformed, allauth_forms.ReauthenticateWebAuthnForm):
    pass


class PasskeyForm(allauth_forms.AddWebAuthnForm):
    """Named by allauth's MFA_FORMS. A passkey that opens the door by itself is what most people want."""

    def clean(self):
        try:
            return super().clean()
        except MALFORMED as malformed:
            raise get_adapter().validation_error("incorrect_code") from malformed

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name for it")
        self.fields["name"].help_text = _("So that you know it again: “my phone”, “the blue key”.")
        alone = self.fields["passwordless"]
        alone.initial = True
        alone.label = _("Sign in with it alone, without password or code")
        alone.help_text = _(
            "Take the tick away for a key without fingerprint or PIN: it is then the second step after a password."
        )
