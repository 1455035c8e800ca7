"""What is filled in for a cover link."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from senco.core.forms import BaseForm, ChipRadio

HOURS = (2, 8, 24, 72)  # a lesson, a day, until tomorrow, three days: the most there is


class CoverForm(BaseForm):
    submit_label = _("Make a link")

    for_whom = forms.CharField(
        label=_("For whom"), help_text=_("“Mr Brown, supply, Tuesday period 3”. Only you and the office read this."), max_length=120
    )  # fmt: skip
    hours = forms.TypedChoiceField(
        label=_("Works for"),
        coerce=int,
        choices=[
            (hours, ngettext_lazy("%(n)d hour", "%(n)d hours", hours) % {"n": hours}) for hours in HOURS
        ],
        widget=ChipRadio,
        initial=HOURS[1],
    )
