from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from senco.accounts import one_time_codes
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
