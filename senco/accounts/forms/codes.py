from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm as AllauthRequestForm
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context, ratelimit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from senco.accounts import known_browsers, one_time_codes
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
        browser = known_browsers.browser_of(context.request, email)
        if not browser:
            return super().clean_email()
        if not ratelimit.consume(
            context.request, action="request_login_code", key=f"{email.lower()}:{browser}"
        ):
            raise get_adapter().validation_error("too_many_login_attempts")
        users = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
        self._user = users[0] if users else None
        return email
