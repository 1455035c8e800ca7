"""Adding a passkey, in words for people who have never heard of one."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class PasskeyForm(AddWebAuthnForm):
    """Named by allauth's MFA_FORMS. A passkey that opens the door by itself is what most people want."""

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
