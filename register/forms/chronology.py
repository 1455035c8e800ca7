"""What narrows a chronology."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.queries.chronology import Kind
from senco.core.forms import BaseForm, Chips, DateInput


class ChronologyForm(BaseForm):
    """Read from the address, so that a narrowed chronology can be printed and sent as a link."""

    method = "get"

    kinds = forms.MultipleChoiceField(label=_("Show"), choices=Kind.choices, widget=Chips, required=False)
    since = forms.DateField(label=_("From"), widget=DateInput, required=False)
    until = forms.DateField(label=_("To"), widget=DateInput, required=False)
