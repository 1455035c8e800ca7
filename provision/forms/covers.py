"""What is filled in for a cover link."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from senco.core.forms import BaseForm, ChipRadio

HOURS = (2, 8, 24, 72)  # a lesson, a day, until tomorrow, three days: the most there is


def lasting() -> list[tuple[int, str]]:
    """(hours, words), said anew for every reader."""
    return [(hours, ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}) for hours in HOURS]


class CoverForm(BaseForm):
    submit_label = _("Make a link")

    for_whom = forms.CharField(
        label=_("For whom"), help_text=_("“Mr Brown, supply, Tuesday period 3”. Only you and the office read this."), max_length=120
    )  # fmt: skip
    hours = forms.TypedChoiceField(
        label=_("Works for"),
        coerce=int,
        choices=lasting,
        widget=ChipRadio,
        initial=HOURS[1],
    )
