from django import forms
from django.utils.translation import gettext_lazy as _

from senco.core.forms import BaseForm, ChipRadio
from senco.core.reading.settings import CHOICES


def one_of(name: str, label: str, **kwargs) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=CHOICES[name], widget=ChipRadio, **kwargs)


class ReadingForm(BaseForm):
    """How pages look for one person. Without `with_shortcuts` there is no keyboard question: guests have no shortcuts."""

    submit_label = _("Save")

    language = one_of("language", _("Language"))
    text = one_of("text", _("Text size"))
    spacing = one_of("spacing", _("Space between letters and lines"))
    tint = one_of("tint", _("Page colour"), help_text=_("Used in the light theme."))
    theme = one_of("theme", _("Light or dark"))
    font = one_of("font", _("Letter shapes"))
    rows = one_of("rows", _("Rows in tables"))
    shortcuts = forms.BooleanField(
        label=_("Use single-key shortcuts"),
        help_text=_("Switch this off if you use speech input or press keys by accident."),
        required=False,
    )

    def __init__(self, *args, with_shortcuts: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not with_shortcuts:
            del self.fields["shortcuts"]
