"""Names of saved views, and what is asked before something is done to many pupils."""

import datetime

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.models import SavedView
from senco.core.forms import BaseForm, BaseModelForm, DateInput


class SaveViewForm(BaseModelForm):
    """A name for the filters of the address."""

    submit_label = _("Save view")
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)

    class Meta:
        model = SavedView
        fields = ["name"]


class RenameViewForm(BaseModelForm):
    submit_label = _("Rename")

    class Meta:
        model = SavedView
        fields = ["name"]


def in_six_weeks() -> datetime.date:
    return localdate() + datetime.timedelta(weeks=6)


class WatchForm(BaseForm):
    """Until when, and the school's own word for it."""

    submit_label = _("Watch these pupils")

    review_on = forms.DateField(label=_("Look again on"), widget=DateInput, initial=in_six_weeks)
    label = forms.CharField(
        label=_("Label"),
        help_text=_("Your school's word, such as “Monitoring”."),
        max_length=40,
        required=False,
    )


class ConfirmForm(BaseForm):
    """Nothing but the button."""

    def __init__(self, *args, submit_label, **kwargs):
        super().__init__(*args, **kwargs)
        self.submit_label = submit_label
