"""For whom many plans are printed together, and in which letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.choices import PrintKind
from senco.core.forms import BaseForm, ChipRadio

FOR_WHOM = [(kind, kind.label) for kind in (PrintKind.FOR_STAFF, PrintKind.FOR_FAMILY)]


class PrintPlansForm(BaseForm):
    submit_label = _("Make the file")

    kind = forms.ChoiceField(label=_("For whom"), choices=FOR_WHOM, widget=ChipRadio)
    large = forms.BooleanField(label=_("In large type"), required=False)
