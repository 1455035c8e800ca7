"""The young person decides from now on: since when, what they told the school, and what each parent may do here."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from register.choices import PortalLevel
from register.models import Contact
from senco.core.forms import BaseForm, ChipRadio, DateInput

ADULT = "adult-"


class LevelsForm(BaseForm):
    """One question for each adult at home. Nothing is chosen beforehand: somebody has to have asked."""

    def __init__(self, *args, adults: list[Contact], **kwargs):
        super().__init__(*args, **kwargs)
        for adult in adults:
            who = format_lazy(
                "{name} ({relationship})", name=adult.name, relationship=adult.relationship_words
            )
            self.fields[f"{ADULT}{adult.pk}"] = forms.ChoiceField(
                label=who if adult.relationship else adult.name, choices=PortalLevel.choices, widget=ChipRadio,
                error_messages={"required": format_lazy(_("Say what {name} may do here."), name=adult.name)},
            )  # fmt: skip

    @property
    def levels(self) -> dict[str, str]:
        """Key of each adult → what they may do, as the actions take it."""
        return {
            name.removeprefix(ADULT): level
            for name, level in self.cleaned_data.items()
            if name.startswith(ADULT)
        }


class PassRightsForm(LevelsForm):
    submit_label = _("Confirm")
    field_order = ["passed_on"]

    passed_on = forms.DateField(label=_("Since which day?"), widget=DateInput)
    email = forms.EmailField(
        label=_("E-mail address of the young person"),
        help_text=_("Their own, which nobody else reads. You may leave it empty and invite them later."),
        required=False,
    )
    note = forms.CharField(
        label=_("What the young person told you"),
        help_text=_("How you asked, and what they said about their parents. Only the SEN office reads this."),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args, pupil, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"rights:{pupil.pk}"

    def facts(self) -> dict:
        """What `pass_rights` takes."""
        said = {name: self.cleaned_data[name] for name in ("passed_on", "note", "email")}
        return said | {"levels": self.levels}


class TakeBackForm(LevelsForm):
    submit_label = _("The parents decide again")
