"""A stretch of days that a list is narrowed to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from senco.core.forms.base import BaseForm
from senco.core.forms.dates import DateInput


class BetweenForm(BaseForm):
    """From a day and until a day, both included, either left open. A form that has more says in `field_order` where they stand."""

    since = forms.DateField(label=_("From"), widget=DateInput, required=False)
    until = forms.DateField(label=_("Until"), widget=DateInput, required=False)

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first. Check both."))
        return cleaned
