"""Which leavers go into a Common Transfer File, and to whom."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.imports.ctf_writer import OUTSIDE, UNKNOWN
from register.imports.identifiers import parse_laestab
from register.queries.transfer import incomplete
from senco.core.forms import BaseForm

KNOWN = "known"
NAMES_SHOWN = 8


class TransferForm(BaseForm):
    submit_label = _("Make the file")

    pupils = forms.ModelMultipleChoiceField(
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        label=_("Which leavers?"),
        error_messages={"required": _("Choose at least one leaver.")},
    )
    where = forms.ChoiceField(
        label=_("Where are they going?"),
        choices=[
            (KNOWN, _("A school whose number I know")),
            (UNKNOWN, _("I do not know")),
            (OUTSIDE, _("Outside the maintained sector in England and Wales")),
        ],
        widget=forms.RadioSelect,
        initial=KNOWN,
    )
    destination = forms.CharField(
        label=_("Number of the next school"),
        required=False,
        max_length=8,
        help_text=_("LA and establishment number, for example 999/4001."),
    )

    anyway = forms.BooleanField(
        required=False,
        label=_("Make the file all the same"),
        widget=forms.HiddenInput,
    )

    def __init__(self, *args, leavers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pupils"].queryset = leavers
        self.fields["pupils"].label_from_instance = lambda pupil: (
            f"{pupil.list_name}, {pupil.left_on:%d/%m/%Y}"
        )

    def clean(self):
        cleaned = super().clean()
        self.warn_of_incomplete(cleaned)
        if cleaned.get("where") == KNOWN:
            found = parse_laestab(cleaned.get("destination", ""))
            if found is None:
                self.add_error("destination", _("Give seven digits, for example 999/4001."))
            else:
                cleaned["destination"] = f"{found.authority}{found.establishment}"
        else:
            cleaned["destination"] = cleaned.get("where")
        return cleaned

    def warn_of_incomplete(self, cleaned: dict) -> None:
        """Asked once: the next school's system may refuse pupils without a UPN or a sex."""
        lacking = incomplete(cleaned.get("pupils", ()))
        if not lacking or cleaned.get("anyway"):
            return
        self.fields["anyway"].widget = forms.CheckboxInput()
        names = ", ".join(pupil.list_name for pupil in lacking[:NAMES_SHOWN])
        text = _(
            "Without a UPN or a sex: %(names)s. The next school's system may refuse the file, or not find them."
        )
        self.add_error("anyway", text % {"names": names + (" …" if len(lacking) > NAMES_SHOWN else "")})
