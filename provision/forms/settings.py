"""What a school decides about its plans as a whole."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.map_choices import Tier
from provision.models import PlanSettings
from senco.core.forms import VersionedModelForm

SUGGESTED = (_("One-page profile"), _("Passport"), _("Pupil profile"), _("Pen portrait"))


class SettingsForm(VersionedModelForm):
    """Rules are ticked where they are on, because that is how people think of them; kept is which are off."""

    rules_on = forms.MultipleChoiceField(
        label=_("Rules of the plan check"), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = PlanSettings
        fields = ["profile_word", "registers_offline"]
        labels = {"profile_word": _("What your school calls the one-page profile")}
        help_texts = {
            "registers_offline": _("They wait encrypted and are deleted once they are sent. Without this, a register can be saved only with a network."),
            "profile_word": _("Left empty it is called a one-page profile."),
        }  # fmt: skip
        widgets = {"profile_word": forms.TextInput({"list": "profile-words", "autocomplete": "off"})}

    def __init__(self, *args, rules, **kwargs):
        self.rules = tuple(rules)
        self.names = [*kwargs["instance"].tier_names, *[""] * len(Tier)][: len(Tier)]
        off = kwargs["instance"].rules_off
        self.on = [rule.code for rule in self.rules if rule.code not in off]
        super().__init__(*args, **kwargs)
        self.fields["rules_on"].choices = [(rule.code, rule.name) for rule in self.rules]
        self.initial.setdefault("rules_on", self.on)
        for tier, word in zip(Tier, self.names, strict=True):
            self.fields[f"tier_{tier.value}"] = forms.CharField(
                label=_("What you call “%(tier)s”") % {"tier": tier.label}, max_length=40, required=False
            )
            self.initial.setdefault(f"tier_{tier.value}", word)

    @property
    def stored_values(self) -> dict:
        return super().stored_values | {"rules_on": self.on} | self.stored_tiers

    @property
    def stored_tiers(self) -> dict[str, str]:
        return {f"tier_{tier.value}": word for tier, word in zip(Tier, self.names, strict=True)}

    @property
    def tiers(self) -> list:
        """The boxes of the tiers' names, in order."""
        return [self[f"tier_{tier.value}"] for tier in Tier]

    @property
    def explained(self) -> list[tuple]:
        """(rule, its tick box) in the order of the rules."""
        return list(zip(self.rules, self["rules_on"], strict=True))

    def clean_profile_word(self) -> str:
        return " ".join(self.cleaned_data["profile_word"].split())

    def settled(self) -> PlanSettings:
        """The settings as they are to be. What is off and is no rule today stays off: it may come back."""
        known = {rule.code for rule in self.rules}
        unknown = [code for code in self.instance.rules_off if code not in known]
        words = [" ".join(self.cleaned_data[f"tier_{tier.value}"].split()) for tier in Tier]
        self.instance.tier_names = words if any(words) else []
        ticked = set(self.cleaned_data["rules_on"])
        self.instance.rules_off = unknown + [rule.code for rule in self.rules if rule.code not in ticked]
        return self.instance
