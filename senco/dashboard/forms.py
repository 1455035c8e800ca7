"""What is filled in for the private address of a calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from senco.accounts.roles import STAFF
from senco.core.forms import BaseForm


class FeedForm(BaseForm):
    """Only staff have anything in their calendar that is not theirs."""

    submit_label = _("Make an address")

    only_mine = forms.BooleanField(
        label=_("Only what is mine to do"), required=False, initial=True,
        help_text=_("Without this: everything in your calendar."),
    )  # fmt: skip
    with_names = forms.BooleanField(
        label=_("With the names of pupils"), required=False,
        help_text=_("Your calendar app then keeps the names, and whoever sees your calendar reads them. Without this they read “Meeting”."),
    )  # fmt: skip

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        if membership.role not in STAFF:
            del self.fields["only_mine"]

    def clean(self):
        return {"only_mine": False} | super().clean()
